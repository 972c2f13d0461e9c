import { ADMIN } from '@/lib/contract/endpoints/admin'
import { page } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { listPengguna } from '@/lib/operations/read-pengguna'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(ADMIN, {
  'GET /admin/pengguna': async ({ actor, query }) => page(await listPengguna(actor, query)),
})
