import { GiveConsent } from '@/lib/contract/akun'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { giveConsent, listConsent, withdrawConsent } from '@/lib/operations/consent'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({}, async ({ actor }) => ok(await listConsent(actor))),
  PUT: route({ body: GiveConsent }, async ({ actor, body }) => {
    await giveConsent(actor, body.persetujuan)
    return ok(await listConsent(actor))
  }),
  DELETE: route({}, async ({ actor }) => {
    await withdrawConsent(actor)
    return ok(await listConsent(actor))
  }),
})
