import { WithKode, WithPassword, WithProof } from '@/lib/contract/akun'
import { created, ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { turnOffSecondFactor } from '@/lib/operations/keep-second-factor'
import { activateSecondFactor, prepareSecondFactor } from '@/lib/operations/set-up-second-factor'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route({ body: WithPassword, beforeFactor: true }, async ({ actor, body }) =>
    created(await prepareSecondFactor(actor, body.password)),
  ),
  PUT: route({ body: WithKode, beforeFactor: true }, async ({ actor, body }) => ok(await activateSecondFactor(actor, body.totp))),
  DELETE: route({ body: WithProof }, async ({ actor, body }) => {
    await turnOffSecondFactor(actor, body)
    return ok(null)
  }),
})
