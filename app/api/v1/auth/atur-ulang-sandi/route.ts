import { ResetPassword } from '@/lib/contract/pengguna'
import { ok } from '@/lib/http/answer'
import { methods, publicRoute } from '@/lib/http/route'
import { resetPassword } from '@/lib/operations/reset-password'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: publicRoute({ body: ResetPassword }, async ({ body }) => {
    await resetPassword(body.token, body.baru)
    return ok(null, { message: 'sandiDiganti' })
  }),
})
