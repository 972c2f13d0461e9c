import { TRIASE } from '@/lib/contract/endpoints/triase'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { acknowledgeBahaya } from '@/lib/operations/bahaya'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(TRIASE, {
  'PUT /konsultasi/{id}/bahaya/{kode}/akui': async ({ actor, id, kode, bahasa }) =>
    ok(await acknowledgeBahaya(actor, id, kode, bahasa), { message: 'bahayaDiakui' }),
})
