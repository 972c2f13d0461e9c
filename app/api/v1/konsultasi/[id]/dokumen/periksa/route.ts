import { DOKUMEN } from '@/lib/contract/endpoints/dokumen'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { checkResep } from '@/lib/operations/check-resep'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(DOKUMEN, {
  'POST /konsultasi/{id}/dokumen/periksa': async ({ actor, id, body }) => ok(await checkResep(actor, id, body)),
})
