import { ADMIN } from '@/lib/contract/endpoints/admin'
import { page } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { listDokterVerifikasi } from '@/lib/operations/verify-dokter'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(ADMIN, {
  'GET /admin/dokter': async ({ actor, query }) => page(await listDokterVerifikasi(actor, query)),
})
