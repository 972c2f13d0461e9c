import { ADMIN } from '@/lib/contract/endpoints/admin'
import { page } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { listTunggu } from '@/lib/operations/meja-admin'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(ADMIN, {
  'GET /admin/meja': async ({ actor }) => page(await listTunggu(actor)),
})
