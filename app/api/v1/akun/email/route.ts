import { AKUN_SENDIRI } from '@/lib/contract/endpoints/akun-sendiri'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { changeEmail } from '@/lib/operations/confirm-email'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN_SENDIRI, {
  'PUT /akun/email': async ({ actor, body }) => {
    await changeEmail(actor, body)
    return ok(null)
  },
})
