import { AKUN } from '@/lib/contract/endpoints/akun'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { presentActor } from '@/lib/operations/present-pengguna'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN, {
  'GET /auth/me': async ({ actor }) => ok({ pengguna: presentActor(actor) }),
})
