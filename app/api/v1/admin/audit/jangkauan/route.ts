import { ReadJangkauan } from '@/lib/contract/admin'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { readJangkauan } from '@/lib/operations/read-jangkauan'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ peran: ['admin'], query: ReadJangkauan }, async ({ actor, query }) => {
    const { data, meta, pagination } = await readJangkauan(actor, query)
    return ok(data, { meta, pagination })
  }),
})
