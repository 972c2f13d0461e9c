import { KONSULTASI } from '@/lib/contract/endpoints/konsultasi'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { rejectKonsultasi } from '@/lib/operations/move-konsultasi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KONSULTASI, {
  'PUT /konsultasi/{id}/tolak': async ({ actor, id, body, bahasa }) =>
    ok(await rejectKonsultasi(actor, id, body.alasan, bahasa), { message: 'konsultasiDitolak' }),
})
