import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { askAgainToConfirm } from '@/lib/operations/confirm-email'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route({}, async ({ actor }) => {
    await askAgainToConfirm(actor)
    return ok(null)
  }),
})
