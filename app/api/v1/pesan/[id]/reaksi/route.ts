import { PESAN } from '@/lib/contract/endpoints/pesan'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { reactToPesan } from '@/lib/operations/react-to-pesan'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(PESAN, {
  'PUT /pesan/{id}/reaksi': async ({ actor, id, body }) => ok(await reactToPesan(actor, id, body.emoji)),
  'DELETE /pesan/{id}/reaksi': async ({ actor, id }) => ok(await reactToPesan(actor, id, null)),
})
