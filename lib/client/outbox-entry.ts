import type { RefusalCode } from '@/lib/domain/refusal'
import { ApiError, NetworkError } from './api'

/** A composed pesan that the server has not acknowledged yet. */
export interface OutboxEntry {
  readonly client_id: string
  readonly konsultasi_id: string
  /** Whose it is: nobody else may see or send it. */
  readonly pengguna_id: string
  readonly pesan: string
  /** The pesan that this one answers. */
  readonly balas_ke: string | null
  /** When it was composed, in milliseconds since 1970; raised so that it also gives the order on this device. */
  readonly disusun_pada: number
  /** `gagal` waits for a person, `menunggu` for us. */
  readonly keadaan: 'menunggu' | 'gagal'
  /** Why it failed: a code of the API, `network` after 30 s without success. */
  readonly sebab: RefusalCode | 'network' | null
}

export const inOrder = (a: OutboxEntry, b: OutboxEntry): number =>
  a.disusun_pada - b.disusun_pada || (a.client_id < b.client_id ? -1 : a.client_id > b.client_id ? 1 : 0)

/** So long of failures, in milliseconds, until a person is asked. */
export const GIVE_UP_MS = 30_000

/** The wait before the next attempt, in milliseconds: 1, 2, 4, 8, 8 … s, and never before `Retry-After` is over. */
export const backoff = (attempts: number, retryAfter: number | null): number =>
  Math.max(Math.min(1000 * 2 ** (attempts - 1), 8000), (retryAfter ?? 0) * 1000)

export type Outcome =
  | { readonly kind: 'refused'; readonly code: RefusalCode }
  | { readonly kind: 'again'; readonly retryAfter: number | null }
  | { readonly kind: 'signed_out' }

/** What a failed attempt means. Only a refusal of this pesan ends it: everything that may pass is tried again. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof NetworkError) return { kind: 'again', retryAfter: null }
  if (!(error instanceof ApiError)) return { kind: 'again', retryAfter: null }
  if (error.status === 401) return { kind: 'signed_out' }
  const passes = error.status >= 500 || error.status === 429 || error.status === 408 || error.status === 425
  return passes ? { kind: 'again', retryAfter: error.retryAfter } : { kind: 'refused', code: error.code }
}
