import { NetworkError } from '@/lib/client/api/answer'
import { askFor } from '@/lib/client/api/api'
import { createListeners } from '@/lib/client/page/listeners'
import type { PesanView } from '@/lib/contract/pesan'
import type { Thread } from './thread'

/** Pesan that others answer and that may lie far outside of the window. */
export interface Originals {
  /** Asks for it once unless it is known; then it is in the thread. */
  want(pesanId: string): void
  /** Those that could not be had. */
  missing(): ReadonlySet<string>
  subscribe(listener: () => void): () => void
  /** The network is back: asks again for those that had no answer. */
  again(): void
}

interface Parts {
  readonly read: () => Thread
  readonly fold: (pesan: PesanView) => void
}

export function createOriginals({ read, fold }: Parts): Originals {
  const listeners = createListeners()
  const asked = new Set<string>()
  const unanswered = new Set<string>()
  let missing: ReadonlySet<string> = new Set()
  // One after the other: a screen full of quotes must not be a burst of requests.
  let queue: Promise<void> = Promise.resolve()

  const setMissing = (next: ReadonlySet<string>) => {
    missing = next
    listeners.tell()
  }

  async function fetchOriginal(pesanId: string) {
    if (pesanById(read(), pesanId)) return
    try {
      fold((await askFor('GET /pesan/{id}', { id: pesanId })).data)
      setMissing(new Set([...missing].filter((id) => id !== pesanId)))
    } catch (error) {
      if (error instanceof NetworkError) unanswered.add(pesanId)
      asked.delete(pesanId)
      setMissing(new Set([...missing, pesanId]))
    }
  }

  function want(pesanId: string) {
    if (asked.has(pesanId)) return
    asked.add(pesanId)
    queue = queue.then(() => fetchOriginal(pesanId))
  }

  return {
    want,
    again() {
      for (const pesanId of unanswered) want(pesanId)
      unanswered.clear()
    },
    missing: () => missing,
    subscribe: listeners.hear,
  }
}

const indexes = new WeakMap<Thread['pesan'], ReadonlyMap<string, PesanView>>()

/** A known pesan by its id; the index is made once for each state of the thread, and only where somebody asks. */
export function pesanById({ pesan }: Pick<Thread, 'pesan'>, id: string): PesanView | undefined {
  const known = indexes.get(pesan) ?? new Map([...pesan.values()].map((one) => [one.id, one]))
  indexes.set(pesan, known)
  return known.get(id)
}
