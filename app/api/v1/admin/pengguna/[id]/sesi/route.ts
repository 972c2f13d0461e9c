import { WithAlasan } from '@/lib/contract/admin'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { endSesiOf } from '@/lib/operations/end-sesi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  DELETE: route({ peran: ['admin'], body: WithAlasan }, async ({ actor, id, body }) => {
    await endSesiOf(actor, id, body)
    return ok(null)
  }),
})
