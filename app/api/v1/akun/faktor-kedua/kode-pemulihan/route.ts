import { WithProof } from '@/lib/contract/akun'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { renewRecovery } from '@/lib/operations/keep-second-factor'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: route({ body: WithProof }, async ({ actor, body }) => ok(await renewRecovery(actor, body))),
})
