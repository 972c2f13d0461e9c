import { TRIASE } from '@/lib/contract/endpoints/triase'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { listTandaBahaya } from '@/lib/operations/bahaya'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(TRIASE, {
  'GET /admin/tanda-bahaya': async ({ actor, bahasa }) => ok(await listTandaBahaya(actor, bahasa)),
})
