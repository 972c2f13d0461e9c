import { DOKUMEN } from '@/lib/contract/endpoints/dokumen'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { readDokumen } from '@/lib/operations/read-dokumen'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(DOKUMEN, {
  'GET /dokumen/{id}': async ({ actor, id, query }) => ok(await readDokumen(actor, id, query.alasan)),
})
