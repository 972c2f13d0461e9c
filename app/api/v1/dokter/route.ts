import { AKUN } from '@/lib/contract/endpoints/akun'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { searchDokter } from '@/lib/operations/search-dokter'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN, {
  'GET /dokter': async ({ actor, query }) => ok(await searchDokter(actor, query)),
})
