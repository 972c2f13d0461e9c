import { ADMIN } from '@/lib/contract/endpoints/admin'
import { page } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { listAudit } from '@/lib/operations/list-audit'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(ADMIN, {
  'GET /admin/audit': async ({ actor, query }) => page(await listAudit(actor, query)),
})
