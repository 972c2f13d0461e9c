import { LAMPIRAN } from '@/lib/contract/endpoints/lampiran'
import { download } from '@/lib/http/download'
import { serve } from '@/lib/http/route'
import { readLampiran } from '@/lib/operations/read-lampiran'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(LAMPIRAN, {
  'GET /lampiran/{id}': async ({ actor, id, query, request }) => download(request, await readLampiran(actor, id, query)),
})
