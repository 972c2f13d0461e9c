import { DOKUMEN } from '@/lib/contract/endpoints/dokumen'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { rejectPermintaan } from '@/lib/operations/permintaan'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(DOKUMEN, {
  'PUT /permintaan/{id}/tolak': async ({ actor, id, body }) => ok(await rejectPermintaan(actor, id, body.alasan)),
})
