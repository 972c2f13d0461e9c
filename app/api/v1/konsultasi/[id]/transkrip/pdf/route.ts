import { Readable } from 'node:stream'
import { DOKUMEN } from '@/lib/contract/endpoints/dokumen'
import { serve } from '@/lib/http/route'
import { readTranskripPdf } from '@/lib/operations/read-transkrip'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(DOKUMEN, {
  'GET /konsultasi/{id}/transkrip/pdf': async ({ actor, id, query, request }) => {
    const { nama, ukuran, bytes } = await readTranskripPdf(actor, id, query.alasan)
    const headers = {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${nama}"`,
      // `Content-Length`, which Next.js would take away: lib/cli/body-length.mjs gives it back.
      'X-Body-Length': String(ukuran),
    }
    if (request.method === 'HEAD') bytes.destroy()
    return { status: 200, headers, bytes: request.method === 'HEAD' ? null : (Readable.toWeb(bytes) as ReadableStream<Uint8Array>) }
  },
})
