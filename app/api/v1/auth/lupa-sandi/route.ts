import { AKUN } from '@/lib/contract/endpoints/akun'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { askForReset } from '@/lib/operations/password'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN, {
  'POST /auth/lupa-sandi': async ({ body }) => {
    await askForReset(body.email)
    return ok(null, { message: 'suratDikirim' })
  },
})
