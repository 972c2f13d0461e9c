import { ADMIN } from '@/lib/contract/endpoints/admin'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { resetFaktorKedua } from '@/lib/operations/faktor-kedua'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(ADMIN, {
  'DELETE /admin/pengguna/{id}/faktor-kedua': async ({ actor, id, body }) => {
    await resetFaktorKedua(actor, id, body)
    return ok(null)
  },
})
