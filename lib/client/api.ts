import type { ErrorView } from '@/lib/contract/envelope'
import { PENGGUNA_HEADER } from '@/lib/contract/headers'
import type { RefusalCode } from '@/lib/domain/refusal'
import { pageIdentity } from './identity'

/** The API refused: `code` says why, `retryAfter` (seconds) when it is worth asking again. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: RefusalCode,
    message: string,
    readonly retryAfter: number | null = null,
    readonly errors: Readonly<Record<string, string[]>> = {},
  ) {
    super(message)
    this.name = 'ApiError'
  }
}

/** No answer: the server was not reached, did not answer in time, or the page gave up. Whether it acted is unknown. */
export class NetworkError extends Error {
  constructor(readonly reason: 'unreachable' | 'timeout' | 'aborted') {
    super(reason)
    this.name = 'NetworkError'
  }
}

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
  /** milliseconds until the request is given up */
  readonly timeout?: number
}

/** A hung request must not stop whoever waits for it. */
const TIMEOUT_MS = 10_000

/**
 * Asks `/api/v1` and takes the envelope apart.
 * @throws ApiError when the answer is a refusal, NetworkError when there is none
 */
export async function ask<Body>(path: string, options: Ask = {}): Promise<Answer<Body>> {
  const giveUp = new Deadline(options.timeout ?? TIMEOUT_MS, options.signal)
  try {
    const response = await fetch(`/api/v1${path}`, { ...requestOf(options), signal: giveUp.signal })
    const text = await response.text()
    if (!response.ok && response.status !== 304) throw refusalOf(response.status, response.headers.get('retry-after'), text)
    return { status: response.status, etag: response.headers.get('etag'), body: text ? (JSON.parse(text) as Body) : null }
  } catch (error) {
    if (error instanceof ApiError) throw error
    throw new NetworkError(giveUp.reason ?? 'unreachable')
  } finally {
    giveUp.clear()
  }
}

/** `ask` for answers that always have a body. */
export async function askFor<Body>(path: string, options: Ask = {}): Promise<Body> {
  const { body } = await ask<Body>(path, options)
  if (body === null) throw new NetworkError('unreachable')
  return body
}

function requestOf({ method = 'GET', json, etag, asWhoever }: Ask): RequestInit {
  const headers = new Headers({ Accept: 'application/json', ...pageHeaders() })
  if (json !== undefined) headers.set('Content-Type', 'application/json')
  if (etag) headers.set('If-None-Match', etag)
  if (asWhoever) headers.delete(PENGGUNA_HEADER)
  return { method, headers, cache: 'no-store', body: json === undefined ? undefined : JSON.stringify(json) }
}

/** What a page says of itself with everything that it asks: its language, which need not be the browser's, and whose it is. */
export function pageHeaders(): Record<string, string> {
  const lang = typeof document === 'undefined' ? '' : document.documentElement.lang
  const self = pageIdentity()
  return { ...(lang && { 'Accept-Language': lang }), ...(self !== null && { [PENGGUNA_HEADER]: self }) }
}

/** What an answer that is no success says, as an error. `retryAfter` is that header. */
export function refusalOf(status: number, retryAfter: string | null, text: string): ApiError {
  const after = Number(retryAfter ?? Number.NaN)
  const { code, message, errors } = envelopeOf(text) ?? { code: codeFor(status), message: String(status) }
  return new ApiError(status, code, message, Number.isFinite(after) ? after : null, errors)
}

function envelopeOf(text: string): ErrorView | null {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null && 'code' in body ? (body as ErrorView) : null
  } catch {
    return null
  }
}

/** Something between us and the API answered, a proxy perhaps, with words of its own. */
const codeFor = (status: number): RefusalCode =>
  status === 401
    ? 'unauthenticated'
    : status === 403
      ? 'forbidden'
      : status === 413
        ? 'payload_too_large'
        : status === 429
          ? 'rate_limited'
          : status === 503
            ? 'unavailable'
            : 'internal'

/** Aborts when the time is over or when `outer` aborts, and remembers which. */
class Deadline {
  reason: 'timeout' | 'aborted' | null = null
  private readonly controller = new AbortController()
  private readonly timer: ReturnType<typeof setTimeout>
  private readonly onAbort = () => this.end('aborted')

  constructor(
    ms: number,
    private readonly outer?: AbortSignal,
  ) {
    this.timer = setTimeout(() => this.end('timeout'), ms)
    if (outer?.aborted) this.end('aborted')
    outer?.addEventListener('abort', this.onAbort)
  }

  get signal() {
    return this.controller.signal
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
