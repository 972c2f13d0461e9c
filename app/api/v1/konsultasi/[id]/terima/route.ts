import { KONSULTASI } from '@/lib/contract/endpoints/konsultasi'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { acceptKonsultasi } from '@/lib/operations/move-konsultasi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KONSULTASI, {
  'PUT /konsultasi/{id}/terima': async ({ actor, id, bahasa }) =>
    ok(await acceptKonsultasi(actor, id, bahasa), { message: 'konsultasiDiterima' }),
})
