import { BALASAN_CEPAT } from '@/lib/contract/endpoints/balasan-cepat'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { dropBalasan, editBalasan } from '@/lib/operations/balasan-cepat'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(BALASAN_CEPAT, {
  'PUT /balasan-cepat/{id}': async ({ actor, id, body }) => ok(await editBalasan(actor, id, body)),
  'DELETE /balasan-cepat/{id}': async ({ actor, id }) => ok(await dropBalasan(actor, id)),
})
