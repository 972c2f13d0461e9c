import { DOKUMEN } from '@/lib/contract/endpoints/dokumen'
import { download } from '@/lib/http/download'
import { serve } from '@/lib/http/route'
import { readDokumenPdf } from '@/lib/operations/read-dokumen'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(DOKUMEN, {
  'GET /dokumen/{id}/pdf': async ({ actor, id, query, request }) => download(request, await readDokumenPdf(actor, id, query)),
})
