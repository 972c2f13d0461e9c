import type { PesanPage, PesanView } from '@/lib/contract/pesan'
import type { StatusKonsultasi } from '@/lib/domain/konsultasi'

/**
 * What a page knows of one conversation, and which part of it is shown. Only the folds below and the moves of thread-window.ts change it.
 * Each fold may see its answers late, doubled or in any order: a pesan never goes back to a lower `rev`, and `rev` only moves over what
 * has really been seen.
 */
export interface Thread {
  /** Every pesan known, by `urutan`; also single ones far from the window that changed. */
  readonly pesan: ReadonlyMap<number, PesanView>
  /** The window begins at this `urutan`. From here to its end all are known. */
  readonly oldest: number
  /** The window ends at this `urutan`; null when it goes along with the end of the conversation. */
  readonly newest: number | null
  /** All changes up to here are in `pesan`: what to ask `since`. */
  readonly rev: number
  /** The life of the server's database in which `rev` was counted. */
  readonly epoch: string
  /** The `rev` that `unread` belongs to. */
  readonly unreadRev: number
  readonly unread: number
  readonly status: StatusKonsultasi
  readonly mengetik: readonly string[]
}

/** Starts from the newest page. */
export function openThread({ data, meta }: PesanPage): Thread {
  return {
    pesan: new Map(data.map((pesan) => [pesan.urutan, pesan])),
    oldest: data[0]?.urutan ?? 1,
    newest: null,
    rev: meta.rev,
    epoch: meta.epoch,
    unreadRev: meta.rev,
    unread: meta.unread_count,
    status: meta.status,
    mengetik: meta.mengetik,
  }
}

/**
 * A page of history that was asked for with `before` or `after`; where it adjoins the window, the window grows over it. What changed
 * elsewhere meanwhile is not in it, so `rev` stays.
 */
export function foldPage(thread: Thread, page: PesanPage): Thread {
  return foldMeta(growOver(foldAll(thread, page.data), page.data), page)
}

/** The answer to `since=<since>`. One that begins after what we have seen would leave a hole: its pesan count, its reach does not. */
export function foldSince(thread: Thread, page: PesanPage, since: number): Thread {
  const rev = since <= thread.rev ? Math.max(thread.rev, page.meta.rev) : thread.rev
  const folded = { ...foldAll(thread, page.data), rev }
  // The head of a longer answer reaches less far than its own unread_count.
  return page.pagination.has_more ? { ...folded, status: laterStatus(thread.status, page.meta.status) } : foldMeta(folded, page)
}

/**
 * Was the server's database restored since? Then what is known here may never have been, and what was written there since is not told by `since`.
 * A server that has not come as far as we have says the same.
 */
export const isFromBefore = (thread: Thread, { meta, pagination }: PesanPage): boolean =>
  meta.epoch !== thread.epoch || (!pagination.has_more && meta.rev < thread.rev)

/** One pesan as the API answered it: after sending, deleting. */
export const foldPesan = (thread: Thread, pesan: PesanView): Thread => foldAll(thread, [pesan])

/** The pesan of the window, in the order of the conversation. */
export const loadedPesan = ({ pesan, oldest, newest }: Pick<Thread, 'pesan' | 'oldest' | 'newest'>): PesanView[] =>
  inOrder([...pesan.values()].filter(({ urutan }) => urutan >= oldest && urutan <= (newest ?? urutan)))

/** Every pesan known, in the order of the conversation, with holes between. */
export const knownPesan = ({ pesan }: Pick<Thread, 'pesan'>): PesanView[] => inOrder([...pesan.values()])

/** The highest `urutan` known; 0 when there is none. */
export function endOf({ pesan }: Pick<Thread, 'pesan'>): number {
  let end = 0
  for (const urutan of pesan.keys()) end = Math.max(end, urutan)
  return end
}

const inOrder = (pesan: PesanView[]) => pesan.sort((a, b) => a.urutan - b.urutan)

function growOver(thread: Thread, page: readonly PesanView[]): Thread {
  const [first, last] = [page[0]?.urutan, page.at(-1)?.urutan]
  if (first === undefined || last === undefined) return thread
  const joinsAbove = last >= thread.oldest - 1 && first < thread.oldest
  const joinsBelow = thread.newest !== null && first <= thread.newest + 1 && last > thread.newest
  const oldest = joinsAbove ? first : thread.oldest
  return reachEnd({ ...thread, oldest, newest: joinsBelow ? last : thread.newest })
}

/** A window that has come to the end of the conversation goes along with it from now on. */
export const reachEnd = (thread: Thread): Thread =>
  thread.newest !== null && thread.newest >= endOf(thread) ? { ...thread, newest: null } : thread

function foldAll(thread: Thread, changed: readonly PesanView[]): Thread {
  const news = changed.filter((pesan) => pesan.rev > (thread.pesan.get(pesan.urutan)?.rev ?? 0))
  if (news.length === 0) return thread
  const pesan = new Map(thread.pesan)
  for (const one of news) pesan.set(one.urutan, one)
  // Whoever's pesan has just arrived has stopped typing it.
  const arrived = new Set(news.filter((one) => !thread.pesan.has(one.urutan)).map((one) => one.pengirim.id))
  return { ...thread, pesan, mengetik: thread.mengetik.filter((id) => !arrived.has(id)) }
}

function foldMeta(thread: Thread, { meta }: PesanPage): Thread {
  if (meta.rev < thread.unreadRev) return thread
  const status = laterStatus(thread.status, meta.status)
  return { ...thread, unreadRev: meta.rev, unread: meta.unread_count, status, mengetik: meta.mengetik }
}

/** A konsultasi never goes back, so a late answer cannot take it back either. */
export const laterStatus = (a: StatusKonsultasi, b: StatusKonsultasi): StatusKonsultasi => (stage(b) > stage(a) ? b : a)

const stage = (status: StatusKonsultasi) => (status === 'pending' ? 0 : status === 'active' ? 1 : 2)

/** How many pesan of the other side stand after `left`, an `urutan`; deleted ones do not count. */
export function newsAfter({ pesan }: Thread, left: number, penggunaId: string): number {
  let news = 0
  for (let urutan = left + 1; pesan.has(urutan); urutan++) {
    const one = pesan.get(urutan)
    if (one && one.pengirim.id !== penggunaId && one.dihapus_pada === null) news++
  }
  return news
}
