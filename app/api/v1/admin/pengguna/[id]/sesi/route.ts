import { ADMIN } from '@/lib/contract/endpoints/admin'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { endSesiOf } from '@/lib/operations/sesi'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(ADMIN, {
  'DELETE /admin/pengguna/{id}/sesi': async ({ actor, id, body }) => {
    await endSesiOf(actor, id, body)
    return ok(null)
  },
})
