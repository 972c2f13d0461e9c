import { AKUN_SENDIRI } from '@/lib/contract/endpoints/akun-sendiri'
import { serve } from '@/lib/http/route'
import { exportAkun } from '@/lib/operations/export-akun'

/** The file's name says nothing of whose it is. */
const HEADERS = { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': 'attachment; filename="data-sapa.json"' }

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN_SENDIRI, {
  'GET /akun/data': async ({ actor, request }) => ({
    status: 200,
    headers: HEADERS,
    bytes: request.method === 'HEAD' ? null : await streamOf(exportAkun(actor)),
  }),
})

/** The first piece is waited for: what cannot be read at all is answered as an error, and not begun. */
async function streamOf(pieces: AsyncGenerator<string>): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder()
  let next: Promise<IteratorResult<string>> | null = Promise.resolve(await pieces.next())
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await (next ?? pieces.next())
      next = null
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
