import { KONSULTASI } from '@/lib/contract/endpoints/konsultasi'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { completeKonsultasi } from '@/lib/operations/move-konsultasi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KONSULTASI, {
  'PUT /konsultasi/{id}/selesaikan': async ({ actor, id, body, bahasa }) =>
    ok(await completeKonsultasi(actor, id, body.catatan_penutup, body.ringkasan, bahasa), { message: 'konsultasiSelesai' }),
})
