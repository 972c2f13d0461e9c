import { RejectKonsultasi } from '@/lib/contract/konsultasi'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { rejectKonsultasi } from '@/lib/operations/move-konsultasi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: route({ peran: ['dokter'], body: RejectKonsultasi }, async ({ actor, id, body }) =>
    ok(await rejectKonsultasi(actor, id, body.alasan), { message: 'konsultasiDitolak' }),
  ),
})
