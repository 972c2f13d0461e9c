import { AKUN_SENDIRI } from '@/lib/contract/endpoints/akun-sendiri'
import { created, ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { activateSecondFactor, prepareSecondFactor, turnOffSecondFactor } from '@/lib/operations/second-factor'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN_SENDIRI, {
  'POST /akun/faktor-kedua': async ({ actor, body }) => created(await prepareSecondFactor(actor, body.password)),
  'PUT /akun/faktor-kedua': async ({ actor, body }) => ok(await activateSecondFactor(actor, body.totp)),
  'DELETE /akun/faktor-kedua': async ({ actor, body }) => {
    await turnOffSecondFactor(actor, body)
    return ok(null)
  },
})
