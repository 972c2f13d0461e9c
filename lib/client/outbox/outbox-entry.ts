import { ApiError, NetworkError } from '@/lib/client/api/answer'
import type { Berkas } from '@/lib/client/lampiran/berkas'
import type { IsiDikirim } from '@/lib/contract/isi-pesan'
import type { RefusalCode } from '@/lib/domain/refusal'

/**
 * A composed pesan that the server has not acknowledged yet. Browsers hold entries under these names, and public/sw-kirim.js reads them: they
 * are not renamed.
 */
export interface OutboxEntry {
  readonly client_id: string
  readonly konsultasi_id: string
  /** Whose it is: nobody else may see or send it. */
  readonly pengguna_id: string
  readonly pesan: string
  /** The pesan that this one answers. */
  readonly balas_ke: string | null
  /** What it carries of its own kind. */
  readonly isi?: IsiDikirim
  /** The file that goes with it: its bytes stay here until the pesan is acknowledged. */
  readonly berkas?: Berkas | null
  /** What the server named the file once it had it: it need not travel again. */
  readonly lampiran_id?: string | null
  /** The server no longer had it (unsent ones go after a day), so it travels a second time; not a third. */
  readonly unggah_ulang?: boolean
  /** When it was composed, in milliseconds since 1970; raised so that it also gives the order on this device. */
  readonly disusun_pada: number
  /** When a person said that it may still go, in milliseconds since 1970. */
  readonly disetujui_pada?: number
  /** `menunggu` waits for us, `gagal` and `bertanya` (is it still true after so long?) for a person. */
  readonly keadaan: 'menunggu' | 'gagal' | 'bertanya'
  readonly sebab: FailureReason | null
  /** Only this page has it: it goes with the page. Said by the storage, never stored. */
  readonly durable?: false
}

/** Why a pesan failed: a code of the API, `network` after 30 s without success, `too_large_on_the_way` for what a proxy lets nobody bring. */
type FailureReason = RefusalCode | 'network' | 'too_large_on_the_way'

/** What the server is given of it, here and by public/sw-kirim.js. */
export const sentOf = ({ konsultasi_id, pesan, isi, balas_ke, lampiran_id, client_id }: OutboxEntry) => ({
  ...{ konsultasi_id, pesan, balas_ke, lampiran_id, client_id },
  ...isi,
})

/** An outbox in which nothing waits. */
export const NO_ENTRIES: readonly OutboxEntry[] = []

/** Its file has still to be brought. */
export const needsUpload = (entry: OutboxEntry): boolean => Boolean(entry.berkas && !entry.lampiran_id)

export const inOrder = (a: OutboxEntry, b: OutboxEntry): number =>
  a.disusun_pada - b.disusun_pada || (a.client_id < b.client_id ? -1 : a.client_id > b.client_id ? 1 : 0)

/** How long a pesan may wait and still go by itself, in milliseconds: what was meant an hour ago may no longer be true. */
const ASK_AFTER_MS = 3_600_000

export const isOld = ({ disusun_pada, disetujui_pada }: OutboxEntry, now: number): boolean =>
  now - Math.max(disusun_pada, disetujui_pada ?? 0) > ASK_AFTER_MS

/** After failing for this long, in milliseconds, a pesan asks its writer. */
export const GIVE_UP_MS = 30_000

/** The wait before the next attempt, in milliseconds: 1, 2, 4, 8, 8 … s, and never before `Retry-After` is over. */
export const backoff = (attempts: number, retryAfter: number | null): number =>
  Math.max(Math.min(1000 * 2 ** (attempts - 1), 8000), (retryAfter ?? 0) * 1000)

/** After this many attempts that broke off a pesan asks its writer, even if bytes left each time: they cost money. */
export const UPLOAD_ATTEMPTS = 5

export type Outcome =
  | { readonly kind: 'refused'; readonly code: FailureReason }
  | { readonly kind: 'again'; readonly retryAfter: number | null }
  /** Nothing failed: it is only too soon. */
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'signed_out' }

/** A longer `Retry-After` than this, in seconds, is nothing to wait for in silence: it counts as failing, and a person is asked. */
const WAIT_MAX = 300

/** What a failed attempt means. Only our refusal of this pesan ends it: everything that may pass is tried again. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof ApiError) return outcomeOfRefusal(error)
  if (!(error instanceof NetworkError)) return { kind: 'again', retryAfter: null }
  // Trying again would bring the same bytes to the same place; the person can, from another network.
  if (error.reason === 'too_large') return { kind: 'refused', code: 'too_large_on_the_way' }
  return error.reason === 'busy' ? patiently(error) : { kind: 'again', retryAfter: error.retryAfter }
}

function outcomeOfRefusal(error: ApiError): Outcome {
  if (error.status === 401) return { kind: 'signed_out' }
  if (error.status === 429) return patiently(error)
  return error.status >= 500 ? { kind: 'again', retryAfter: error.retryAfter } : { kind: 'refused', code: error.code }
}

const patiently = ({ retryAfter }: { readonly retryAfter: number | null }): Outcome =>
  retryAfter !== null && retryAfter <= WAIT_MAX ? { kind: 'wait', seconds: retryAfter } : { kind: 'again', retryAfter }

/** The server refuses the file that it was given before: it was swept away meanwhile. */
export const lampiranIsGone = (entry: OutboxEntry, error: unknown): boolean =>
  Boolean(entry.berkas && entry.lampiran_id && !entry.unggah_ulang) && error instanceof ApiError && 'lampiran_id' in error.errors
