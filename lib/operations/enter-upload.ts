import { LAMPIRAN_SEKALIGUS } from '@/lib/domain/lampiran'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'

/** How many uploads of each person run in this process now. */
const running = new Map<string, number>()

/**
 * Counts an upload while it runs, so that one person cannot occupy the server. Each instance counts for itself: what several of them let
 * through together is bounded by the unsent ones that one person may have.
 * @returns what to call when it has ended
 * @throws Refusal `rate_limited`
 */
export function enterUpload({ id }: Actor): () => void {
  const before = running.get(id) ?? 0
  if (before >= LAMPIRAN_SEKALIGUS) throw new Refusal('rate_limited', { retryAfterSeconds: 5, messageKey: 'terlalu_banyak_lampiran' })
  running.set(id, before + 1)
  return () => {
    const left = (running.get(id) ?? 1) - 1
    if (left > 0) running.set(id, left)
    else running.delete(id)
  }
}
