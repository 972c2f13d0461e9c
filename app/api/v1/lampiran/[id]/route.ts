import { ReadLampiran } from '@/lib/contract/lampiran'
import { download } from '@/lib/http/download'
import { methods, route } from '@/lib/http/route'
import { readLampiran } from '@/lib/operations/read-lampiran'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ query: ReadLampiran, isRecorded: true }, async ({ actor, id, query, request }) =>
    download(request, await readLampiran(actor, id, query)),
  ),
})
