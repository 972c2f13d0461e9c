import { ADDRESS_HEADER } from '@/lib/auth/address'
import { AKUN_SENDIRI } from '@/lib/contract/endpoints/akun-sendiri'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { confirmEmail } from '@/lib/operations/confirm-email'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN_SENDIRI, {
  'POST /auth/konfirmasi-email': async ({ request, body }) => {
    await confirmEmail(body.token, request.headers.get(ADDRESS_HEADER))
    return ok(null)
  },
})
