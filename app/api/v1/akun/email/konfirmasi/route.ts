import { AKUN_SENDIRI } from '@/lib/contract/endpoints/akun-sendiri'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { askAgainToConfirm } from '@/lib/operations/confirm-email'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN_SENDIRI, {
  'POST /akun/email/konfirmasi': async ({ actor }) => {
    await askAgainToConfirm(actor)
    return ok(null)
  },
})
