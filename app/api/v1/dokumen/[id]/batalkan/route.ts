import { DOKUMEN } from '@/lib/contract/endpoints/dokumen'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { cancelDokumen } from '@/lib/operations/correct-dokumen'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(DOKUMEN, {
  'PUT /dokumen/{id}/batalkan': async ({ actor, id, body }) => ok(await cancelDokumen(actor, id, body.alasan)),
})
