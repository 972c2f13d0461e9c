import { Readable } from 'node:stream'
import type { Asked } from '@/lib/auth/asked'

/** What goes out, whoever sends it: Next.js (`webResponseOf`) or the door past it (door.ts). */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Text; or bytes as they are made, which somebody must read or destroy. */
  readonly body: string | Readable | null
}

/** The same request as Next.js gives it. Whoever stops reading in the middle leaves the rest where it is: to cancel it would cut the line before the answer. */
export const askedOfWeb = (request: Request): Asked => ({
  method: request.method,
  url: request.url,
  headers: request.headers,
  body: request.body?.values({ preventCancel: true }) ?? null,
  signal: request.signal,
})

/** The same reply as Next.js takes it. It would take `Content-Length` away: lib/cli/body-length.mjs gives it back. */
export function webResponseOf({ status, headers, body }: Reply): Response {
  const { 'Content-Length': length, ...others } = headers
  const told = length === undefined ? others : { ...others, 'X-Body-Length': length }
  return new Response(body instanceof Readable ? webStreamOf(body) : body, { status, headers: told })
}

/** One chunk at a time, as they are asked for; a reader who goes away ends its source. */
function webStreamOf(source: Readable): ReadableStream<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array | string>
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(typeof value === 'string' ? Buffer.from(value) : value)
      },
      cancel() {
        source.destroy()
      },
    },
    { highWaterMark: 0 },
  )
}
