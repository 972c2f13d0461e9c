import { ask } from '@/lib/client/api/api'
import { PER_PAGE_MAX } from '@/lib/domain/pesan'
import { foldPage, knownPesan, type Thread } from './thread'
import { growNewer, growOlder, hasNewer, hasOlder, narrow, STEP, showAround, showNewest } from './thread-window'

type Loading = 'idle' | 'loading' | 'failed'

export interface WindowState {
  readonly thread: Thread
  readonly older: Loading
  readonly newer: Loading
  /** Where the reader wants to be, an `urutan`; `wish` tells one wish from the next for the same place. `beside`: their focus stays where it is. */
  readonly destination: { readonly urutan: number; readonly wish: number; readonly beside?: boolean } | null
}

/** Moves the window over the conversation, and asks for what is not known yet. None of them rejects. */
export interface WindowMoves {
  loadOlder(): Promise<void>
  loadNewer(): Promise<void>
  /** Shows this pesan with its surroundings, and gives it the focus unless it is only looked at from beside; false when it is not there or cannot be had now. */
  goTo(urutan: number, beside?: boolean): Promise<boolean>
  /** The first pesan that this person has not read, however far above; false when it cannot be had now. */
  goToUnread(isUnread: (thread: Thread) => readonly number[]): Promise<boolean>
  goToNewest(): void
  /** The network is back: what could not be loaded may be asked for again. */
  again(): void
  /** The reader is at this `urutan`: what lies far from there needs not be shown. */
  stay(urutan: number): void
}

interface Parts {
  readonly konsultasiId: string
  readonly read: () => WindowState
  readonly set: (change: Partial<WindowState>) => void
}

export function createWindowMoves({ konsultasiId, read, set }: Parts): WindowMoves {
  const show = (thread: Thread) => {
    if (thread !== read().thread) set({ thread })
  }
  const load = async (cursor: { before: number } | { after: number }, per_page = STEP) => {
    const { body } = await ask('GET /pesan/{konsultasi_id}', { id: konsultasiId, query: { ...cursor, per_page } })
    if (body) show(foldPage(read().thread, body))
  }

  /** Whoever wants the same while it is on its way waits for it too. */
  const once = (load: () => Promise<void>) => {
    let underWay: Promise<void> | null = null
    return () => {
      underWay ??= load().finally(() => {
        underWay = null
      })
      return underWay
    }
  }

  async function loadOlder() {
    const { thread } = read()
    if (!hasOlder(thread)) return
    const grown = growOlder(thread)
    if (grown !== thread) return show(grown)
    set({ older: 'loading' })
    const outcome = await load({ before: thread.oldest }).then(idle, failed)
    set({ older: outcome })
  }

  async function loadNewer() {
    const { thread } = read()
    if (!hasNewer(thread)) return
    const grown = growNewer(thread)
    if (grown !== thread) return show(grown)
    set({ newer: 'loading' })
    const outcome = await load({ after: thread.newest ?? 0 }).then(idle, failed)
    set({ newer: outcome })
  }

  async function goTo(urutan: number, beside?: boolean) {
    try {
      if (!read().thread.pesan.has(urutan)) await Promise.all([load({ before: urutan + 1 }), load({ after: urutan })])
    } catch {
      return false
    }
    const { thread, destination } = read()
    if (!thread.pesan.has(urutan)) return false
    set({ thread: showAround(thread, urutan), destination: { urutan, wish: (destination?.wish ?? 0) + 1, beside } })
    return true
  }

  async function goToUnread(isUnread: (thread: Thread) => readonly number[]) {
    try {
      for (let thread = read().thread; isUnread(thread).length < thread.unread; thread = read().thread) {
        const lowest = lowestOfEnd(thread)
        if (lowest === 1) break
        await load({ before: lowest }, PER_PAGE_MAX)
      }
    } catch {
      return false
    }
    const [first] = isUnread(read().thread)
    return first !== undefined && goTo(first)
  }

  return {
    loadOlder: once(loadOlder),
    loadNewer: once(loadNewer),
    goTo,
    goToUnread,
    again() {
      const { older, newer } = read()
      if (older === 'failed') set({ older: 'idle' })
      if (newer === 'failed') set({ newer: 'idle' })
    },
    goToNewest: () => show(showNewest(read().thread)),
    stay: (urutan) => show(narrow(read().thread, urutan)),
  }
}

const idle = () => 'idle' as const
const failed = () => 'failed' as const

/** From this `urutan` to the end of the conversation all are known. */
function lowestOfEnd(thread: Thread): number {
  const known = knownPesan(thread)
  let index = known.length - 1
  while (index > 0 && known[index - 1]?.urutan === (known[index]?.urutan ?? 0) - 1) index--
  return known[index]?.urutan ?? 1
}
