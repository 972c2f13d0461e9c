import { ask, askFor } from '@/lib/client/api/api'
import { planReadMarks, unreadOf } from './read-marks'
import { knownPesan, type Thread } from './thread'
import type { ThreadStore } from './thread-store'

/** Collects what was on the screen and tells the server, a little later and once. */
export interface ReadMarker {
  /** These `urutan` are on the screen of somebody who is looking. */
  saw(urutan: Iterable<number>): void
  close(): void
}

/** Milliseconds: what comes into view together is told together; after a failure it is told again. */
const COLLECT_MS = 250
const AGAIN_MS = 5000

export function createReadMarker(store: ThreadStore, penggunaId: string): ReadMarker {
  const seen = new Set<number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let telling = false

  const tellLater = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void tell(), ms)
  }

  async function tell() {
    const { thread, freshness, konsultasi } = store.snapshot()
    if (telling || freshness.denied || !navigator.onLine) return
    const unread = unreadOf(knownPesan(thread), penggunaId)
    const { sampai, ids } = planReadMarks(unread, seen, isComplete(thread, unread.length))
    if (sampai === null && ids.length === 0) return
    telling = true
    try {
      if (sampai !== null) await ask('PUT /pesan/{konsultasi_id}/mark-all-read', { id: konsultasi.id, json: { sampai } })
      for (const id of ids) store.fold((await askFor('PUT /pesan/{id}/dibaca', { id })).data)
      await store.catchUp()
      tellLater(COLLECT_MS)
    } catch {
      tellLater(AGAIN_MS)
    } finally {
      telling = false
    }
  }

  return {
    saw(urutan) {
      for (const one of urutan) seen.add(one)
      tellLater(COLLECT_MS)
    },
    close: () => clearTimeout(timer),
  }
}

/** Is every unread pesan known? A count that was told at another `rev` than the pesan cannot say so. */
const isComplete = ({ rev, unreadRev, unread }: Thread, known: number) => rev === unreadRev && known >= unread
