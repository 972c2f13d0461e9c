import type { ErrorView } from '@/lib/contract/envelope'
import type { RefusalCode } from '@/lib/domain/refusal'

/** The API refused: `code` says why, `retryAfter` (seconds) when it is worth asking again. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: RefusalCode,
    message: string,
    readonly retryAfter: number | null = null,
    readonly errors: Readonly<Record<string, string[]>> = {},
    /** Signs of danger that were seen: with `tanda_bahaya`. */
    readonly tanda: NonNullable<ErrorView['tanda']> = [],
  ) {
    super(message)
    this.name = 'ApiError'
  }
}

/**
 * No answer of ours: `foreign` is one of something on the way (a proxy, the page of a hotel's network), `busy` one that asks for patience,
 * `too_large` one that will never let this through. Whether the server acted is unknown.
 */
type NoAnswer = 'unreachable' | 'timeout' | 'aborted' | 'foreign' | 'busy' | 'too_large'

export class NetworkError extends Error {
  constructor(
    readonly reason: NoAnswer,
    /** Seconds, where whoever answered said so. */
    readonly retryAfter: number | null = null,
  ) {
    super(reason)
    this.name = 'NetworkError'
  }
}

/** What came back over the network. `retryAfter` is that header. */
export interface Received {
  readonly status: number
  readonly retryAfter: string | null
  readonly text: string
}

/**
 * The one place that decides whether an answer is the API's: only one in our envelope is. What a proxy, a deploy or a captive portal says is
 * none, whatever its status: it must neither end a page nor refuse a pesan.
 * @returns the body of a success; null where there is none (204, 304)
 * @throws ApiError when it is our refusal, NetworkError when it is no answer of ours
 */
export function bodyOf<Body>({ status, retryAfter, text }: Received): Body | null {
  const seconds = secondsOf(retryAfter)
  if (status === 304 || (status === 204 && text === '')) return null
  const body = parsed(text)
  if (status >= 200 && status <= 299 && body?.success === true) return body as Body
  if (status >= 400 && isRefusal(body)) throw new ApiError(status, body.code, body.message, seconds, body.errors, body.tanda)
  throw new NetworkError(reasonOf(status, seconds), seconds)
}

const isRefusal = (body: Record<string, unknown> | null): body is ErrorView & Record<string, unknown> =>
  body?.success === false && [body.code, body.message, body.request_id].every((one) => typeof one === 'string')

function reasonOf(status: number, seconds: number | null): NoAnswer {
  if (status === 413) return 'too_large'
  return status === 429 && seconds !== null ? 'busy' : 'foreign'
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** `Retry-After` in seconds: it may also be a date (RFC 9110, 10.2.3). */
function secondsOf(retryAfter: string | null): number | null {
  if (!retryAfter) return null
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null
}
