import { ListDokterVerifikasi } from '@/lib/contract/pengguna'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { listDokterVerifikasi } from '@/lib/operations/list-dokter-verifikasi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ peran: ['admin'], query: ListDokterVerifikasi }, async ({ actor, query }) => {
    const { data, pagination } = await listDokterVerifikasi(actor, query)
    return ok(data, { pagination })
  }),
})
