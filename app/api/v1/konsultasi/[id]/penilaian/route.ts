import { KONSULTASI } from '@/lib/contract/endpoints/konsultasi'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { rateKonsultasi } from '@/lib/operations/penilaian'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KONSULTASI, {
  'PUT /konsultasi/{id}/penilaian': async ({ actor, id, body }) => ok(await rateKonsultasi(actor, id, body)),
})
