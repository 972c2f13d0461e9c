import { SubscribePush, UnsubscribePush } from '@/lib/contract/kabar'
import { created, ok } from '@/lib/http/answer'
import { methods, PARTICIPANTS, route } from '@/lib/http/route'
import { subscribePush, unsubscribePush } from '@/lib/operations/subscribe-push'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route({ body: SubscribePush, peran: PARTICIPANTS }, async ({ actor, body }) => {
    await subscribePush(actor, body)
    return created(null)
  }),
  DELETE: route({ body: UnsubscribePush, peran: PARTICIPANTS }, async ({ actor, body }) => {
    await unsubscribePush(actor, body.endpoint)
    return ok(null)
  }),
})
