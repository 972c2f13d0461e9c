import { TRIASE } from '@/lib/contract/endpoints/triase'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { denyBahaya } from '@/lib/operations/bahaya'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(TRIASE, {
  'PUT /konsultasi/{id}/bahaya/{kode}/sangkal': async ({ actor, id, kode, bahasa }) =>
    ok(await denyBahaya(actor, id, kode, bahasa), { message: 'bahayaDisangkal' }),
})
