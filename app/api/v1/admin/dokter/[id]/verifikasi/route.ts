import { ADMIN } from '@/lib/contract/endpoints/admin'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { verifyDokter } from '@/lib/operations/verify-dokter'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(ADMIN, {
  'PUT /admin/dokter/{id}/verifikasi': async ({ actor, id, body }) => ok(await verifyDokter(actor, id, body)),
})
