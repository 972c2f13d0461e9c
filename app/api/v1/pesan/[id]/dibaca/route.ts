import { ok } from '@/lib/http/answer'
import { methods, PARTICIPANTS, route } from '@/lib/http/route'
import { markRead } from '@/lib/operations/mark-read'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: route({ peran: PARTICIPANTS }, async ({ actor, id }) => ok(await markRead(actor, id), { message: 'ditandaiDibaca' })),
})
