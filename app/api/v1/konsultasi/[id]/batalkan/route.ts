import { KONSULTASI } from '@/lib/contract/endpoints/konsultasi'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { cancelKonsultasi } from '@/lib/operations/move-konsultasi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KONSULTASI, {
  'PUT /konsultasi/{id}/batalkan': async ({ actor, id, body, bahasa }) =>
    ok(await cancelKonsultasi(actor, id, body.alasan || null, bahasa), { message: 'konsultasiDibatalkan' }),
})
