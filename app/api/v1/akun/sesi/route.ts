import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { endOtherSesi, listOwnSesi } from '@/lib/operations/own-sesi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({}, async ({ actor }) => ok(await listOwnSesi(actor))),
  DELETE: route({}, async ({ actor }) => {
    await endOtherSesi(actor)
    return ok(null)
  }),
})
