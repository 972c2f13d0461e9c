import { PROFIL } from '@/lib/contract/endpoints/profil'
import { page } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { listRiwayat } from '@/lib/operations/read-riwayat'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(PROFIL, {
  'GET /konsultasi/{id}/riwayat': async ({ actor, id, query }) => page(await listRiwayat(actor, id, query)),
})
