import { ADDRESS_HEADER } from '@/lib/auth/address'
import { SignIn } from '@/lib/contract/pengguna'
import { ok } from '@/lib/http/answer'
import { methods, publicRoute } from '@/lib/http/route'
import { signIn } from '@/lib/operations/sign-in'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: publicRoute({ body: SignIn }, async ({ request, body }) =>
    ok(await signIn(body.email, body.password, request.headers.get(ADDRESS_HEADER)), { message: 'masuk' }),
  ),
})
