import { ChangeEmail } from '@/lib/contract/akun'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { changeEmail } from '@/lib/operations/confirm-email'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: route({ body: ChangeEmail }, async ({ actor, body }) => {
    await changeEmail(actor, body)
    return ok(null)
  }),
})
