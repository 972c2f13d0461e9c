import { ADMIN } from '@/lib/contract/endpoints/admin'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { resetSecondFactor } from '@/lib/operations/second-factor'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(ADMIN, {
  'DELETE /admin/pengguna/{id}/faktor-kedua': async ({ actor, id, body }) => {
    await resetSecondFactor(actor, id, body)
    return ok(null)
  },
})
