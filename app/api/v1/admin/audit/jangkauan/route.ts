import { ADMIN } from '@/lib/contract/endpoints/admin'
import { page } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { readJangkauan } from '@/lib/operations/read-jangkauan'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(ADMIN, {
  'GET /admin/audit/jangkauan': async ({ actor, query }) => page(await readJangkauan(actor, query)),
})
