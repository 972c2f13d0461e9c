import { DOKUMEN } from '@/lib/contract/endpoints/dokumen'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { readTranskrip } from '@/lib/operations/read-transkrip'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(DOKUMEN, {
  'GET /konsultasi/{id}/transkrip': async ({ actor, id, query }) => ok(await readTranskrip(actor, id, query.alasan)),
})
