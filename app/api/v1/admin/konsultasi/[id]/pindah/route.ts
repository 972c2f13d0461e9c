import { ADMIN } from '@/lib/contract/endpoints/admin'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { movePendingFor } from '@/lib/operations/pindah'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(ADMIN, {
  'PUT /admin/konsultasi/{id}/pindah': async ({ actor, id, body, bahasa }) =>
    ok(await movePendingFor(actor, id, body.dokter_id, body.alasan, bahasa)),
})
