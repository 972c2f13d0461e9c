import { DOKUMEN } from '@/lib/contract/endpoints/dokumen'
import { created, ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { askKoreksi, listPermintaan } from '@/lib/operations/permintaan'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(DOKUMEN, {
  'GET /dokumen/{id}/permintaan': async ({ actor, id }) => ok(await listPermintaan(actor, id)),
  'POST /dokumen/{id}/permintaan': async ({ actor, id, body }) => created(await askKoreksi(actor, id, body.isi)),
})
