import { ADDRESS_HEADER } from '@/lib/auth/address'
import { ConfirmEmail } from '@/lib/contract/akun'
import { ok } from '@/lib/http/answer'
import { methods, publicRoute } from '@/lib/http/route'
import { confirmEmail } from '@/lib/operations/confirm-email'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: publicRoute({ body: ConfirmEmail }, async ({ request, body }) => {
    await confirmEmail(body.token, request.headers.get(ADDRESS_HEADER))
    return ok(null)
  }),
})
