import { DOKUMEN } from '@/lib/contract/endpoints/dokumen'
import { serve } from '@/lib/http/route'
import { readTranskripPdf } from '@/lib/operations/read-transkrip'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(DOKUMEN, {
  'GET /konsultasi/{id}/transkrip/pdf': async ({ actor, id, query }) => {
    const { nama, ukuran, bytes } = await readTranskripPdf(actor, id, query.alasan)
    const headers = {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${nama}"`,
      'Content-Length': String(ukuran),
    }
    return { status: 200, headers, bytes }
  },
})
