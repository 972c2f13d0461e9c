import { pageIdentity } from '@/lib/client/device/identity'
import { BUILD_HEADER, noteBuild } from '@/lib/client/page/build'
import { PENGGUNA_HEADER } from '@/lib/contract/headers'
import { ApiError, bodyOf, NetworkError } from './answer'

export interface Answer<Body> {
  readonly status: number
  readonly etag: string | null
  /** null with 204 and 304 */
  readonly body: Body | null
}

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly json?: unknown
  readonly etag?: string | null
  readonly signal?: AbortSignal
  /** Asked as whoever has signed in, who may be somebody else than this page's person. */
  readonly asWhoever?: true
  /** It goes on when the page is left or put to sleep; for bodies of up to 64 KiB. */
  readonly keepalive?: true
  /** milliseconds until the request is given up, whatever comes; unless given, after 10 s of silence */
  readonly timeout?: number
}

/** A hung request must not stop whoever waits for it. On a slow line a page of pesan takes longer than this: only silence counts. */
const TIMEOUT_MS = 10_000

/**
 * Asks `/api/v1` and takes the envelope apart.
 * @throws ApiError when the answer is a refusal, NetworkError when there is none
 */
export async function ask<Body>(path: string, options: Ask = {}): Promise<Answer<Body>> {
  const giveUp = new Deadline(options.timeout ?? TIMEOUT_MS, options.signal)
  try {
    const response = await fetch(`/api/v1${path}`, { ...requestOf(options), signal: giveUp.signal })
    const { status, headers } = response
    noteBuild(headers.get(BUILD_HEADER))
    const body = bodyOf<Body>({
      status,
      retryAfter: headers.get('retry-after'),
      text: await textOf(response, options.timeout ? () => undefined : () => giveUp.extend()),
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
export async function askFor<Body>(path: string, options: Ask = {}): Promise<Body> {
  const { body } = await ask<Body>(path, options)
  if (body === null) throw new NetworkError('unreachable')
  return body
}

function requestOf({ method = 'GET', json, etag, asWhoever, keepalive }: Ask): RequestInit {
  const headers = new Headers({ Accept: 'application/json', ...pageHeaders() })
  if (json !== undefined) headers.set('Content-Type', 'application/json')
  if (etag) headers.set('If-None-Match', etag)
  if (asWhoever) headers.delete(PENGGUNA_HEADER)
  return { method, headers, keepalive, cache: 'no-store', body: json === undefined ? undefined : JSON.stringify(json) }
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

  constructor(
    private readonly ms: number,
    private readonly outer?: AbortSignal,
  ) {
    this.timer = setTimeout(() => this.end('timeout'), ms)
    if (outer?.aborted) this.end('aborted')
    outer?.addEventListener('abort', this.onAbort)
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
