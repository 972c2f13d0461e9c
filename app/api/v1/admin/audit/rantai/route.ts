import { ADMIN } from '@/lib/contract/endpoints/admin'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { checkRantai } from '@/lib/operations/check-rantai'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(ADMIN, {
  'GET /admin/audit/rantai': async ({ actor, query }) => ok(await checkRantai(actor, query)),
})
