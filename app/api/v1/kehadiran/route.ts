import { KABAR } from '@/lib/contract/endpoints/kabar'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { bePresent } from '@/lib/operations/be-present'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KABAR, {
  'PUT /kehadiran': async ({ actor, body }) => ok(await bePresent(actor, body)),
})
