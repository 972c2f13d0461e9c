import { BePresent } from '@/lib/contract/kabar'
import { ok } from '@/lib/http/answer'
import { methods, PARTICIPANTS, route } from '@/lib/http/route'
import { bePresent } from '@/lib/operations/be-present'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: route({ body: BePresent, peran: PARTICIPANTS }, async ({ actor, body }) => ok(await bePresent(actor, body))),
})
