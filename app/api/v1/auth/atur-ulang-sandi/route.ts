import { ADDRESS_HEADER } from '@/lib/auth/address'
import { ResetPassword } from '@/lib/contract/pengguna'
import { ok } from '@/lib/http/answer'
import { methods, publicRoute } from '@/lib/http/route'
import { resetPassword } from '@/lib/operations/reset-password'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: publicRoute({ body: ResetPassword }, async ({ request, body }) => {
    await resetPassword(body.token, body.baru, request.headers.get(ADDRESS_HEADER))
    return ok(null, { message: 'sandiDiganti' })
  }),
})
