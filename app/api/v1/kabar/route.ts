import { ok } from '@/lib/http/answer'
import { methods, PARTICIPANTS, route } from '@/lib/http/route'
import { countUnreadOf } from '@/lib/operations/count-unread'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ peran: PARTICIPANTS }, async ({ actor }) => ok(await countUnreadOf(actor))),
})
