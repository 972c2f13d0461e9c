import { KABAR } from '@/lib/contract/endpoints/kabar'
import { created, ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { subscribePush, unsubscribePush } from '@/lib/operations/subscribe-push'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KABAR, {
  'POST /push/langganan': async ({ actor, body }) => {
    await subscribePush(actor, body)
    return created(null)
  },
  'DELETE /push/langganan': async ({ actor, body }) => {
    await unsubscribePush(actor, body.endpoint)
    return ok(null)
  },
})
