import { PROFIL } from '@/lib/contract/endpoints/profil'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { readProfilOfKonsultasi } from '@/lib/operations/read-riwayat'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(PROFIL, {
  'GET /konsultasi/{id}/profil': async ({ actor, id, query }) => ok(await readProfilOfKonsultasi(actor, id, query.alasan)),
})
