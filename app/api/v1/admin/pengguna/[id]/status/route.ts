import { ADMIN } from '@/lib/contract/endpoints/admin'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { setStatusPengguna } from '@/lib/operations/suspend-pengguna'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(ADMIN, {
  'PUT /admin/pengguna/{id}/status': async ({ actor, id, body }) => ok(await setStatusPengguna(actor, id, body)),
})
