import { KONSULTASI } from '@/lib/contract/endpoints/konsultasi'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { declineAlih } from '@/lib/operations/alih'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KONSULTASI, {
  'PUT /konsultasi/{id}/alih/tolak': async ({ actor, id, bahasa }) => ok(await declineAlih(actor, id, bahasa)),
})
