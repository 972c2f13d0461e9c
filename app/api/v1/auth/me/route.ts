import { AKUN } from '@/lib/contract/endpoints/akun'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { readSelf } from '@/lib/operations/read-akun'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN, {
  'GET /auth/me': async ({ actor }) => ok({ pengguna: readSelf(actor) }),
})
