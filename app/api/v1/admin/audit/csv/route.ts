import { AuditFilters } from '@/lib/contract/admin'
import { dayInWib } from '@/lib/domain/hari'
import { csvFile } from '@/lib/http/csv'
import { methods, route } from '@/lib/http/route'
import { exportAudit } from '@/lib/operations/export-audit'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ peran: ['admin'], query: AuditFilters, isRecorded: true }, async ({ actor, query }) =>
    csvFile(`audit-${dayInWib(new Date())}.csv`, await exportAudit(actor, query)),
  ),
})
