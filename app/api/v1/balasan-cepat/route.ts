import { BALASAN_CEPAT } from '@/lib/contract/endpoints/balasan-cepat'
import { created, ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { addBalasan, listBalasan } from '@/lib/operations/balasan-cepat'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(BALASAN_CEPAT, {
  'GET /balasan-cepat': async ({ actor }) => ok(await listBalasan(actor)),
  'POST /balasan-cepat': async ({ actor, body }) => created(await addBalasan(actor, body)),
})
