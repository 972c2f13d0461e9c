import { SearchDokter } from '@/lib/contract/pengguna'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { searchDokter } from '@/lib/operations/search-dokter'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ query: SearchDokter }, async ({ actor, query }) => ok(await searchDokter(actor, query))),
})
