import { DOKUMEN } from '@/lib/contract/endpoints/dokumen'
import { created, ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { issueDokumen } from '@/lib/operations/issue-dokumen'
import { listDokumen } from '@/lib/operations/read-dokumen'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(DOKUMEN, {
  'GET /konsultasi/{id}/dokumen': async ({ actor, id, query }) => ok(await listDokumen(actor, id, query.alasan)),
  'POST /konsultasi/{id}/dokumen': async ({ actor, id, body }) => {
    const { dokumen, replayed } = await issueDokumen(actor, id, body)
    return (replayed ? ok : created)(dokumen, { message: 'dokumenTerbit' })
  },
})
