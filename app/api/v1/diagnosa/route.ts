import { DOKUMEN } from '@/lib/contract/endpoints/dokumen'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { completeDiagnosa } from '@/lib/operations/complete-words'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(DOKUMEN, {
  'GET /diagnosa': async ({ actor, query }) => ok(await completeDiagnosa(actor, query.q)),
})
