import { DOKUMEN } from '@/lib/contract/endpoints/dokumen'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { allowKoreksi } from '@/lib/operations/permintaan'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(DOKUMEN, {
  'PUT /admin/dokumen/{id}/koreksi': async ({ actor, id, body }) => ok(await allowKoreksi(actor, id, body.alasan)),
})
