import { CompleteKonsultasi } from '@/lib/contract/konsultasi'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { completeKonsultasi } from '@/lib/operations/move-konsultasi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: route({ peran: ['dokter'], body: CompleteKonsultasi }, async ({ actor, id, body }) =>
    ok(await completeKonsultasi(actor, id, body.catatan_penutup), { message: 'konsultasiSelesai' }),
  ),
})
