import { DOKUMEN } from '@/lib/contract/endpoints/dokumen'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { previewDokumen } from '@/lib/operations/preview-dokumen'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(DOKUMEN, {
  'POST /konsultasi/{id}/dokumen/pratinjau': async ({ actor, id, body }) => ok(await previewDokumen(actor, id, body)),
})
