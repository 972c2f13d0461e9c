import { KONSULTASI } from '@/lib/contract/endpoints/konsultasi'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { markKonsultasi } from '@/lib/operations/penanda'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KONSULTASI, {
  'PUT /konsultasi/{id}/penanda': async ({ actor, id, body }) => ok(await markKonsultasi(actor, id, body)),
})
