import { pageIdentity } from '@/lib/client/device/identity'
import { BUILD_HEADER, noteBuild } from '@/lib/client/page/build'
import type { Answered, Call, JsonOf, QueryNames } from '@/lib/contract/endpoints/calls'
import { PENGGUNA_HEADER } from '@/lib/contract/headers'
import { ApiError, bodyOf, NetworkError } from './answer'

export interface Answer<Body> {
  readonly status: number
  readonly etag: string | null
  /** null with 204 and 304 */
  readonly body: Body | null
}

interface Options {
  readonly etag?: string | null
  readonly signal?: AbortSignal
  /** Asked as whoever has signed in, who may be somebody else than this page's person. */
  readonly asWhoever?: true
  /** It goes on when the page is left or put to sleep; for bodies of up to 64 KiB. */
  readonly keepalive?: true
  /** milliseconds until the request is given up, whatever comes; unless given, after 10 s of silence */
  readonly timeout?: number
}

/** The id in a path; a `{kode}` is none. */
type IdOf<Name extends string> = Name extends `${infer Before}{kode}${infer After}`
  ? IdOf<`${Before}${After}`>
  : Name extends `${string}{${string}`
    ? { readonly id: string }
    : unknown

/** What a call is told: the id in its path, its query, its body; and how it is asked. */
type Ask<Name extends Call> = Options &
  IdOf<Name> &
  (Name extends `${string}{kode}${string}` ? { readonly kode: string } : unknown) &
  ([QueryNames<Name>] extends [never]
    ? unknown
    : { readonly query?: { readonly [Key in QueryNames<Name>]?: string | number | undefined } }) &
  ([JsonOf<Name>] extends [never]
    ? unknown
    : Record<never, never> extends JsonOf<Name>
      ? { readonly json?: JsonOf<Name> }
      : { readonly json: JsonOf<Name> })

type Told<Name extends Call> = Record<never, never> extends Ask<Name> ? [how?: Ask<Name>] : [how: Ask<Name>]

/** As all calls are asked, once their types have been looked at. */
type Asked = Options & {
  readonly id?: string
  readonly kode?: string
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly json?: unknown
}

/** A hung request must not stop whoever waits for it. On a slow line a page of pesan takes longer than this: only silence counts. */
const TIMEOUT_MS = 10_000

/**
 * Asks a call of the API (`PUT /pesan/{id}/dibaca`) and takes the envelope apart.
 * @throws ApiError when the answer is a refusal, NetworkError when there is none
 */
export async function ask<Name extends Call>(call: Name, ...[how]: Told<Name>): Promise<Answer<Answered<Name>>> {
  const asked: Asked = how ?? {}
  const giveUp = new Deadline(asked.timeout ?? TIMEOUT_MS, asked.signal)
  try {
    const [method, path = ''] = call.split(' ')
    const response = await giveUp.orWait(fetch(addressOf(path, asked), { ...requestOf(asked), method, signal: giveUp.signal }))
    const { status, headers } = response
    noteBuild(headers.get(BUILD_HEADER))
    const body = bodyOf<Answered<Name>>({
      status,
      retryAfter: headers.get('retry-after'),
      text: await giveUp.orWait(textOf(response, asked.timeout ? () => undefined : () => giveUp.extend())),
    })
    return { status, etag: headers.get('etag'), body }
  } catch (error) {
    if (error instanceof ApiError || error instanceof NetworkError) throw error
    throw new NetworkError(giveUp.reason ?? 'unreachable')
  } finally {
    giveUp.clear()
  }
}

/** Tells of each piece that comes. */
async function textOf(response: Response, onPiece: () => void): Promise<string> {
  onPiece()
  const reader = response.body?.getReader()
  if (!reader) return response.text()
  const decoder = new TextDecoder()
  for (let text = ''; ; ) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    onPiece()
    text += decoder.decode(value, { stream: true })
  }
}

/** `ask` for answers that always have a body. */
export async function askFor<Name extends Call>(call: Name, ...how: Told<Name>): Promise<Answered<Name>> {
  const { body } = await ask(call, ...how)
  if (body === null) throw new NetworkError('unreachable')
  return body
}

function addressOf(path: string, { id = '', kode = '', query = {} }: Asked): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return `/api/v1${path.replace('{kode}', kode).replace(/\{\w+\}/, id)}${given.length > 0 ? `?${new URLSearchParams(given)}` : ''}`
}

function requestOf({ json, etag, asWhoever, keepalive }: Asked): RequestInit {
  const headers = new Headers({ Accept: 'application/json', ...pageHeaders() })
  if (json !== undefined) headers.set('Content-Type', 'application/json')
  if (etag) headers.set('If-None-Match', etag)
  if (asWhoever) headers.delete(PENGGUNA_HEADER)
  return { headers, keepalive, cache: 'no-store', body: json === undefined ? undefined : JSON.stringify(json) }
}

/** What a page says of itself with everything that it asks: its language, which need not be the browser's, and whose it is. */
export function pageHeaders(): Record<string, string> {
  const lang = typeof document === 'undefined' ? '' : document.documentElement.lang
  const self = pageIdentity()
  return { ...(lang && { 'Accept-Language': lang }), ...(self !== null && { [PENGGUNA_HEADER]: self }) }
}

/** Aborts when the time is over or when `outer` aborts, and remembers which. */
class Deadline {
  reason: 'timeout' | 'aborted' | null = null
  private readonly controller = new AbortController()
  private timer: ReturnType<typeof setTimeout>
  private readonly onAbort = () => this.end('aborted')
  private readonly over = new Promise<never>((_, fail) => {
    this.controller.signal.addEventListener('abort', () => fail(this.controller.signal.reason))
  })

  constructor(
    private readonly ms: number,
    private readonly outer?: AbortSignal,
  ) {
    this.timer = setTimeout(() => this.end('timeout'), ms)
    if (outer?.aborted) this.end('aborted')
    outer?.addEventListener('abort', this.onAbort)
    this.over.catch(() => undefined)
  }

  /** No browser may keep anybody waiting after this, whatever it makes of the signal. */
  orWait<T>(answer: Promise<T>): Promise<T> {
    return Promise.race([answer, this.over])
  }

  get signal() {
    return this.controller.signal
  }

  /** A sign of life: the time begins anew. */
  extend() {
    clearTimeout(this.timer)
    if (this.reason === null) this.timer = setTimeout(() => this.end('timeout'), this.ms)
  }

  clear() {
    clearTimeout(this.timer)
    this.outer?.removeEventListener('abort', this.onAbort)
  }

  private end(reason: 'timeout' | 'aborted') {
    this.reason ??= reason
    this.controller.abort()
  }
}
