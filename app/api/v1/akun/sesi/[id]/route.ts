import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { endOwnSesi } from '@/lib/operations/own-sesi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  DELETE: route({}, async ({ actor, id }) => {
    await endOwnSesi(actor, id)
    return ok(null)
  }),
})
