import { backoff, GIVE_UP_MS, needsUpload, type OutboxEntry, UPLOAD_ATTEMPTS } from './outbox-entry'

/** A run of failures in one konsultasi. Times in milliseconds since 1970. */
interface Trouble {
  readonly since: number
  readonly attempts: number
  readonly notBefore: number
  /** As the server said (`Retry-After`): no sooner, whatever changes here. */
  readonly toldUntil: number
}

/** What has failed in which konsultasi, and so when it is tried again and when a person is asked. Times in milliseconds since 1970. */
export interface Troubles {
  dueAt(konsultasiId: string): number
  /** When its writer is asked, if nothing but failures come until then; `started` counts where nothing has failed yet. */
  giveUpAt(entry: OutboxEntry, started: number): number
  isOverdue(entry: OutboxEntry): boolean
  /** Too many came at once: the rest goes after the wait, and the time of failures begins anew then. */
  wait(konsultasiId: string, seconds: number): void
  fail(konsultasiId: string, retryAfter: number | null, started: number): void
  /** Bytes are leaving: the time of failures begins anew. */
  goesOn(konsultasiId: string): void
  /** Circumstances changed: all are due, unless the server said when. */
  allDue(): void
  end(konsultasiId: string): void
  /** Those of other konsultasi are over. */
  endAllBut(konsultasiIds: ReadonlySet<string>): void
}

export function createTroubles(now: () => number): Troubles {
  const known = new Map<string, Trouble>()
  const giveUpAt = (entry: OutboxEntry, started: number) =>
    Math.max(entry.disusun_pada, known.get(entry.konsultasi_id)?.since ?? started) + GIVE_UP_MS
  return {
    dueAt: (konsultasiId) => known.get(konsultasiId)?.notBefore ?? 0,
    giveUpAt,
    isOverdue(entry) {
      const trouble = known.get(entry.konsultasi_id)
      if (!trouble) return false
      const costsTooMuch = needsUpload(entry) && trouble.attempts >= UPLOAD_ATTEMPTS
      return giveUpAt(entry, trouble.since) <= now() || (costsTooMuch && entry.disusun_pada + GIVE_UP_MS <= now())
    },
    wait(konsultasiId, seconds) {
      const notBefore = now() + seconds * 1000
      known.set(konsultasiId, { since: notBefore, attempts: known.get(konsultasiId)?.attempts ?? 0, notBefore, toldUntil: notBefore })
    },
    fail(konsultasiId, retryAfter, started) {
      const { since, attempts: before } = known.get(konsultasiId) ?? { since: started, attempts: 0 }
      const attempts = before + 1
      const toldUntil = now() + (retryAfter ?? 0) * 1000
      known.set(konsultasiId, { since, attempts, notBefore: now() + backoff(attempts, retryAfter), toldUntil })
    },
    goesOn(konsultasiId) {
      const trouble = known.get(konsultasiId)
      if (trouble) known.set(konsultasiId, { ...trouble, since: now() })
    },
    allDue() {
      for (const [konsultasiId, trouble] of known) known.set(konsultasiId, { ...trouble, notBefore: trouble.toldUntil })
    },
    end: (konsultasiId) => void known.delete(konsultasiId),
    endAllBut(konsultasiIds) {
      for (const konsultasiId of known.keys()) if (!konsultasiIds.has(konsultasiId)) known.delete(konsultasiId)
    },
  }
}
