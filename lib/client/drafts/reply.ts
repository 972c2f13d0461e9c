import { createListeners } from '@/lib/client/page/listeners'
import { hearDraft, keepDraft, readDraft } from './drafts'

/** Which pesan the one being written answers; kept beside the draft, and gone with it. */
export interface Reply {
  /** The id of a pesan, or null. */
  snapshot(): string | null
  subscribe(listener: () => void): () => void
  to(pesanId: string | null): void
  /** Brings back what this device had kept, and goes along with the other tabs until the returned function is called. */
  restore(): () => void
}

export function createReply(penggunaId: string, konsultasiId: string): Reply {
  const place = `${konsultasiId}:balas`
  const listeners = createListeners()
  let pesanId: string | null = null
  const show = (next: string | null) => {
    pesanId = next
    listeners.tell()
  }
  return {
    snapshot: () => pesanId,
    subscribe: listeners.hear,
    to(next) {
      keepDraft(penggunaId, place, next ?? '')
      show(next)
    },
    restore() {
      const look = () => show(readDraft(penggunaId, place) || null)
      look()
      return hearDraft(penggunaId, place, look)
    },
  }
}
