import { KONSULTASI } from '@/lib/contract/endpoints/konsultasi'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { agreeToAlih } from '@/lib/operations/alih'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KONSULTASI, {
  'PUT /konsultasi/{id}/alih/setuju': async ({ actor, id, bahasa }) =>
    ok(await agreeToAlih(actor, id, bahasa), { message: 'konsultasiSelesai' }),
})
