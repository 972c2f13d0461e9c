import { KONSULTASI } from '@/lib/contract/endpoints/konsultasi'
import { created } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { proposeAlih } from '@/lib/operations/alih'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KONSULTASI, {
  'POST /konsultasi/{id}/alih': async ({ actor, id, body }) => created(await proposeAlih(actor, id, body)),
})
