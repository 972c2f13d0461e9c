import { ListPengguna } from '@/lib/contract/admin'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { listPengguna } from '@/lib/operations/list-pengguna'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ peran: ['admin'], query: ListPengguna }, async ({ actor, query }) => {
    const { data, pagination } = await listPengguna(actor, query)
    return ok(data, { pagination })
  }),
})
