import { CancelKonsultasi } from '@/lib/contract/konsultasi'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { cancelKonsultasi } from '@/lib/operations/move-konsultasi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: route({ peran: ['pasien'], body: CancelKonsultasi }, async ({ actor, id, body }) =>
    ok(await cancelKonsultasi(actor, id, body.alasan || null), { message: 'konsultasiDibatalkan' }),
  ),
})
