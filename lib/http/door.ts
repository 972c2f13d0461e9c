import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createGzip, gzip } from 'node:zlib'
import type { Asked } from '@/lib/auth/asked'
import { takes } from '@/lib/cli/coding.mjs'
import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import { log } from '@/lib/log'
import type { Reply } from './reply'

/** What is variable in a path: an id, and in a few a word beside it. */
export interface Path {
  readonly id: string
  readonly kode: string
}

/** Answers a request of one path, whatever its method. */
type Door = (request: IncomingMessage, response: ServerResponse, path: Path) => Promise<void>

const doors = onePerProcess('doors', (): { open?: (path: string, answer: Door) => void } => ({}))

/**
 * Lets the web server (lib/cli/doors.mjs) ask for this path without Next.js, which costs more than most answers
 * (lib/decisions/176-a-door-past-next.md). Nothing happens where there is no such server: while building, and in tests.
 * @param path under /api/v1, as it is declared
 */
export function openDoor(path: string, answer: (asked: Asked, path: Path) => Promise<Reply>): void {
  doors.open?.(path, async (request, response, variable) => send(await answer(askedOf(request), variable), request, response))
}

const askedOf = (request: IncomingMessage): Asked => ({
  method: request.method ?? '',
  url: request.url ?? '',
  headers: { get: (name) => request.headers[name.toLowerCase()]?.toString() ?? null },
  // Whoever stops reading in the middle leaves the rest where it is: to destroy it would cut the line before the answer.
  body: request.method === 'GET' || request.method === 'HEAD' ? null : request.iterator({ destroyOnReturn: false }),
})

async function send({ status, headers, body }: Reply, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.statusCode = status
  for (const name in headers) response.setHeader(name, headers[name] as string)
  const isPacked = isPackable(headers) && takes(request, 'gzip')
  if (body instanceof Readable) await stream(body, isPacked, response)
  else if (body !== null && isPacked && body.length >= PACKED_FROM) response.setHeader('Content-Encoding', 'gzip').end(await pack(body))
  else response.end(body ?? undefined)
}

/** Characters of a text below which packing saves no packet. */
const PACKED_FROM = 1024

const pack = promisify<string, Buffer>(gzip)

/** Text packs well; what is stored was packed when it was made, and says how long it is. */
const isPackable = (headers: Reply['headers']) =>
  headers['Content-Length'] === undefined && /^(?:application\/json|text\/)/.test(headers['Content-Type'] ?? '')

/** Whoever goes away in the middle ends its source; what breaks off in the middle must not look whole. */
async function stream(body: Readable, isPacked: boolean, response: ServerResponse): Promise<void> {
  if (isPacked) response.setHeader('Content-Encoding', 'gzip')
  const sending = isPacked ? pipeline(body, createGzip(), response) : pipeline(body, response)
  await sending.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') log.error('an answer broke off', { error })
  })
}
