import { asalOf } from '@/lib/auth/asal'
import { SignIn } from '@/lib/contract/pengguna'
import { ok } from '@/lib/http/answer'
import { methods, publicRoute } from '@/lib/http/route'
import { signIn } from '@/lib/operations/sign-in'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: publicRoute({ body: SignIn }, async ({ request, body }) =>
    ok(
      await signIn(
        body,
        asalOf((name) => request.headers.get(name)),
      ),
      { message: 'masuk' },
    ),
  ),
})
