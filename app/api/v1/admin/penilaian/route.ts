import { ADMIN } from '@/lib/contract/endpoints/admin'
import { page } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { listPenilaian } from '@/lib/operations/meja-admin'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(ADMIN, {
  'GET /admin/penilaian': async ({ actor, query }) => page(await listPenilaian(actor, query)),
})
