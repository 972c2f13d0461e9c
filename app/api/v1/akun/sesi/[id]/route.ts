import { AKUN_SENDIRI } from '@/lib/contract/endpoints/akun-sendiri'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { endOwnSesi } from '@/lib/operations/sesi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN_SENDIRI, {
  'DELETE /akun/sesi/{id}': async ({ actor, id }) => {
    await endOwnSesi(actor, id)
    return ok(null)
  },
})
