import { endOf, reachEnd, type Thread } from './thread'

/** How many pesan a window grows by, and how many it has on each side of a place that it was opened at. */
export const STEP = 50

/** Above so many the window is made narrower: what a page holds stays the same, however long the conversation is. */
export const WINDOW_MAX = 400

/** How many stay on each side of the reader then. */
const KEEP = 150

type Edges = Pick<Thread, 'oldest' | 'newest'>

/** `urutan` has no gap and begins at 1, so where the window begins tells whether there is more above. */
export const hasOlder = ({ oldest }: Edges): boolean => oldest > 1

export const hasNewer = ({ newest }: Edges): boolean => newest !== null

/** The same thread when nothing above the window is known yet: it has to be asked for. */
export function growOlder(thread: Thread): Thread {
  const oldest = reach(thread, thread.oldest, -1)
  return oldest === thread.oldest ? thread : { ...thread, oldest }
}

export function growNewer(thread: Thread): Thread {
  if (thread.newest === null) return thread
  const newest = reach(thread, thread.newest, 1)
  return newest === thread.newest ? thread : reachEnd({ ...thread, newest })
}

/** The window around a pesan; the same thread when that one is not known or is in the window already. */
export function showAround(thread: Thread, urutan: number): Thread {
  const isShown = urutan >= thread.oldest && urutan <= (thread.newest ?? urutan)
  if (isShown || !thread.pesan.has(urutan)) return thread
  return reachEnd({ ...thread, oldest: reach(thread, urutan, -1), newest: reach(thread, urutan, 1) })
}

/** The window at the end of the conversation. */
export function showNewest(thread: Thread): Thread {
  if (thread.newest === null) return thread
  return { ...thread, oldest: Math.max(1, reach(thread, endOf(thread), -1)), newest: null }
}

/** Lets go of what lies far from the reader, who is at `urutan`; it stays known. */
export function narrow(thread: Thread, urutan: number): Thread {
  const end = thread.newest ?? endOf(thread)
  if (end - thread.oldest < WINDOW_MAX) return thread
  const oldest = Math.max(thread.oldest, Math.min(urutan, end) - KEEP)
  const newest = Math.min(end, Math.max(urutan, thread.oldest) + KEEP)
  return { ...thread, oldest, newest: newest === end ? thread.newest : newest }
}

/** How far one can go from here over known pesan without a hole, at most a step. */
function reach({ pesan }: Thread, from: number, direction: 1 | -1): number {
  let urutan = from
  while (Math.abs(urutan - from) < STEP && pesan.has(urutan + direction)) urutan += direction
  return urutan
}
