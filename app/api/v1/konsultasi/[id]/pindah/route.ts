import { KONSULTASI } from '@/lib/contract/endpoints/konsultasi'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { movePending } from '@/lib/operations/pindah'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KONSULTASI, {
  'PUT /konsultasi/{id}/pindah': async ({ actor, id, body, bahasa }) => ok(await movePending(actor, id, body.dokter_id, bahasa)),
})
