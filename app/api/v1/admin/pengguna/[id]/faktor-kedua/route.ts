import { WithAlasan } from '@/lib/contract/admin'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { resetSecondFactor } from '@/lib/operations/reset-second-factor'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  DELETE: route({ peran: ['admin'], body: WithAlasan }, async ({ actor, id, body }) => {
    await resetSecondFactor(actor, id, body)
    return ok(null)
  }),
})
