import { asalOf } from '@/lib/auth/asal'
import { AKUN } from '@/lib/contract/endpoints/akun'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { signIn } from '@/lib/operations/sign-in'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN, {
  'POST /auth/login': async ({ request, body }) =>
    ok(
      await signIn(
        body,
        asalOf((name) => request.headers.get(name)),
      ),
      { message: 'masuk' },
    ),
})
