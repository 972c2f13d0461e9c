import { ADMIN } from '@/lib/contract/endpoints/admin'
import { dayInWib } from '@/lib/domain/zona'
import { csvFile } from '@/lib/http/csv'
import { serve } from '@/lib/http/route'
import { exportAudit } from '@/lib/operations/list-audit'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(ADMIN, {
  'GET /admin/audit/csv': async ({ actor, query }) => csvFile(`audit-${dayInWib(new Date())}.csv`, await exportAudit(actor, query)),
})
