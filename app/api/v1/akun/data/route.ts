import { Readable } from 'node:stream'
import { AKUN_SENDIRI } from '@/lib/contract/endpoints/akun-sendiri'
import { serve } from '@/lib/http/route'
import { exportAkun } from '@/lib/operations/export-akun'

/** The file's name says nothing of whose it is. */
const HEADERS = { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': 'attachment; filename="data-sapa.json"' }

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(AKUN_SENDIRI, {
  'GET /akun/data': async ({ actor, request }) => ({
    status: 200,
    headers: HEADERS,
    bytes: request.method === 'HEAD' ? null : await begun(exportAkun(actor)),
  }),
})

/** The first piece is waited for: what cannot be read at all is answered as an error, and not begun. */
async function begun(pieces: AsyncGenerator<string>): Promise<Readable> {
  const first = await pieces.next()
  return Readable.from(withFirst(first, pieces))
}

async function* withFirst(first: IteratorResult<string>, rest: AsyncGenerator<string>) {
  if (!first.done) yield first.value
  yield* rest
}
