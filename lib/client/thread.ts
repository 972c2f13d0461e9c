import type { PesanPage, PesanView } from '@/lib/contract/pesan'
import type { StatusKonsultasi } from '@/lib/domain/konsultasi'

/**
 * What a page knows of one conversation. Only the folds below change it, and each of them may see its answers late, doubled or in
 * any order: a pesan never goes back to a lower `rev`, and `rev` only moves over what has really been seen.
 */
export interface Thread {
  /** Every pesan known, by `urutan`. */
  readonly pesan: ReadonlyMap<number, PesanView>
  /** From this `urutan` on all are known; below it only single ones that changed. */
  readonly oldest: number
  /** All changes up to here are in `pesan`: what to ask `since`. */
  readonly rev: number
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
    rev: meta.rev,
    unreadRev: meta.rev,
    unread: meta.unread_count,
    status: meta.status,
    mengetik: meta.mengetik,
  }
}

/** `urutan` has no gap and begins at 1, so what was loaded tells whether there is more above. */
export const hasOlder = (thread: Thread): boolean => thread.oldest > 1

/** A page of history that was asked for with `before`. What changed elsewhere meanwhile is not in it, so `rev` stays. */
export function foldPage(thread: Thread, page: PesanPage): Thread {
  const first = page.data[0]?.urutan
  const last = page.data.at(-1)?.urutan
  const joins = first !== undefined && last !== undefined && last >= thread.oldest - 1
  const oldest = joins ? Math.min(thread.oldest, first) : thread.oldest
  return foldMeta({ ...foldAll(thread, page.data), oldest }, page)
}

/** The answer to `since=<since>`. One that begins after what we have seen would leave a hole: its pesan count, its reach does not. */
export function foldSince(thread: Thread, page: PesanPage, since: number): Thread {
  const rev = since <= thread.rev ? Math.max(thread.rev, page.meta.rev) : thread.rev
  const folded = { ...foldAll(thread, page.data), rev }
  // The head of a longer answer reaches less far than its own unread_count.
  return page.pagination.has_more ? { ...folded, status: laterStatus(thread.status, page.meta.status) } : foldMeta(folded, page)
}

/** One pesan as the API answered it: after sending, deleting. */
export const foldPesan = (thread: Thread, pesan: PesanView): Thread => foldAll(thread, [pesan])

/** Everything from `oldest` on, in the order of the conversation. */
export const loadedPesan = (thread: Pick<Thread, 'pesan' | 'oldest'>): PesanView[] =>
  [...thread.pesan.values()].filter((pesan) => pesan.urutan >= thread.oldest).sort((a, b) => a.urutan - b.urutan)

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
