import { React } from '@/lib/contract/pesan'
import { ok } from '@/lib/http/answer'
import { methods, PARTICIPANTS, route } from '@/lib/http/route'
import { reactToPesan } from '@/lib/operations/react-to-pesan'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: route({ peran: PARTICIPANTS, body: React }, async ({ actor, id, body }) => ok(await reactToPesan(actor, id, body.emoji))),
  DELETE: route({ peran: PARTICIPANTS }, async ({ actor, id }) => ok(await reactToPesan(actor, id, null))),
})
