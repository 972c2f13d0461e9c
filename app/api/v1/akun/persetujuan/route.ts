import { AKUN_SENDIRI } from '@/lib/contract/endpoints/akun-sendiri'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { giveConsent, listConsent, withdrawConsent } from '@/lib/operations/consent'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN_SENDIRI, {
  'GET /akun/persetujuan': async ({ actor }) => ok(await listConsent(actor)),
  'PUT /akun/persetujuan': async ({ actor, body }) => {
    await giveConsent(actor, body.persetujuan)
    return ok(await listConsent(actor))
  },
  'DELETE /akun/persetujuan': async ({ actor }) => {
    await withdrawConsent(actor)
    return ok(await listConsent(actor))
  },
})
