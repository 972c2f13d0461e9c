import { ListAudit } from '@/lib/contract/admin'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { listAudit } from '@/lib/operations/list-audit'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ peran: ['admin'], query: ListAudit }, async ({ actor, query }) => {
    const { data, pagination } = await listAudit(actor, query)
    return ok(data, { pagination })
  }),
})
