import { ADDRESS_HEADER } from '@/lib/auth/address'
import { AKUN } from '@/lib/contract/endpoints/akun'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { resetPassword } from '@/lib/operations/password'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN, {
  'POST /auth/atur-ulang-sandi': async ({ request, body }) => {
    await resetPassword(body.token, body.baru, request.headers.get(ADDRESS_HEADER))
    return ok(null, { message: 'sandiDiganti' })
  },
})
