import { NetworkError } from '@/lib/client/api/answer'
import { askFor } from '@/lib/client/api/api'
import { createListeners } from '@/lib/client/page/listeners'
import type { CariView } from '@/lib/contract/cari'
import { PER_PAGE_MAX } from '@/lib/domain/pesan'

export interface Finding {
  /** What was asked last, without blanks around it; empty before the first time. */
  readonly q: string
  /** Newest first. */
  readonly hits: readonly CariView[]
  /** Where more of them begin; null when these are all. */
  readonly cursor: string | null
  /** The `urutan` of the one that the reader was led to last. */
  readonly at: number | null
  readonly busy: boolean
  /** Why the last question or step led nowhere; null when it did not fail. */
  readonly trouble: unknown
}

type Toward = 'older' | 'newer'

/** Looks for words in one conversation, and leads from one pesan that has them to the next. None of its calls rejects. */
export interface Finder {
  snapshot(): Finding
  subscribe(listener: () => void): () => void
  /** Asks for these words, and leads to the newest pesan that has them; nothing is asked twice, unless it failed. */
  look(q: string): Promise<void>
  /** From the newest to the oldest, and round again. */
  step(toward: Toward): Promise<void>
}

interface Parts {
  readonly konsultasiId: string
  /** Shows this `urutan`; false when it cannot be had. */
  readonly goTo: (urutan: number) => Promise<boolean>
  /** Was this one deleted since? */
  readonly isGone: (urutan: number) => boolean
}

export const NOTHING_FOUND: Finding = { q: '', hits: [], cursor: null, at: null, busy: false, trouble: null }

export function createFinder({ konsultasiId, goTo, isGone }: Parts): Finder {
  const listeners = createListeners()
  let state = NOTHING_FOUND
  let asking: { readonly done: Promise<void>; readonly stop: AbortController } | null = null

  const set = (change: Partial<Finding>) => {
    state = { ...state, ...change }
    listeners.tell()
  }

  async function ask(q: string, cursor: string | null, signal?: AbortSignal) {
    const query = { q, konsultasi_id: konsultasiId, per_page: PER_PAGE_MAX, cursor: cursor ?? undefined }
    const { data, pagination } = await askFor('GET /pesan', { query, signal })
    return { hits: data, cursor: pagination.next_cursor }
  }

  function look(words: string): Promise<void> {
    const q = words.trim()
    if (q === state.q && state.trouble === null) return asking?.done ?? Promise.resolve()
    asking?.stop.abort()
    asking = null
    if (q === '') {
      set(NOTHING_FOUND)
      return Promise.resolve()
    }
    set({ q, busy: true, trouble: null })
    const stop = new AbortController()
    const done = ask(q, null, stop.signal).then(
      async (found) => {
        // Somebody went on typing: this answers what nobody asks any more.
        if (stop.signal.aborted) return
        asking = null
        set({ ...found, at: null, busy: false })
        const newest = beside(living(), null, 'older')
        if (newest !== null) await go(newest)
      },
      (trouble: unknown) => {
        if (stop.signal.aborted) return
        asking = null
        set({ ...NOTHING_FOUND, q, trouble })
      },
    )
    asking = { done, stop }
    return done
  }

  const living = () => state.hits.map(({ pesan }) => pesan.urutan).filter((urutan) => !isGone(urutan))

  async function step(toward: Toward) {
    await asking?.done
    const { q, at, cursor } = state
    let next = beside(living(), at, toward)
    if (next === null && toward === 'older' && cursor !== null) {
      set({ busy: true, trouble: null })
      try {
        const more = await ask(q, cursor)
        if (state.q !== q) return
        set({ hits: [...state.hits, ...more.hits], cursor: more.cursor, busy: false })
      } catch (trouble) {
        // Of words that nobody asks for any more nothing is said.
        return state.q === q ? set({ busy: false, trouble }) : undefined
      }
      next = beside(living(), at, toward)
    }
    // Round again, but not over what is not known yet.
    if (next === null && state.cursor === null) next = beside(living(), null, toward)
    if (next !== null) await go(next)
  }

  async function go(urutan: number) {
    const before = state.at
    set({ at: urutan, trouble: null })
    if (await goTo(urutan)) return
    if (state.at === urutan) set({ at: before, trouble: new NetworkError('unreachable') })
  }

  return { snapshot: () => state, subscribe: listeners.hear, look, step }
}

/** Of places from the newest to the oldest the next one in that direction; from nowhere the first of them. Null at the end. */
const beside = (places: readonly number[], at: number | null, toward: Toward): number | null =>
  (toward === 'older' ? places.find((place) => at === null || place < at) : places.findLast((place) => at === null || place > at)) ?? null
