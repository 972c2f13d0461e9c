import { PROFIL } from '@/lib/contract/endpoints/profil'
import { page } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { listPembaca } from '@/lib/operations/read-riwayat'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(PROFIL, {
  'GET /profil/{id}/pembaca': async ({ actor, id, query }) => page(await listPembaca(actor, id, query)),
})
