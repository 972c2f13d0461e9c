import type { PesanView } from '@/lib/contract/pesan'

/** What to tell the server: all up to `sampai`, and these single ones besides. */
export interface ReadMarks {
  readonly sampai: number | null
  readonly ids: readonly string[]
}

/** The other side's pesan that this person has not read. */
export const unreadOf = (pesan: readonly PesanView[], penggunaId: string): PesanView[] =>
  pesan.filter((one) => one.pengirim.id !== penggunaId && one.dibaca_pada === null && one.dihapus_pada === null)

/**
 * A read mark says that somebody saw a pesan, so none is given to one that was never on the screen: `sampai` reaches only over seen
 * ones, what was seen beyond an unseen one is marked by itself. `complete`: no unread pesan is older than these.
 */
export function planReadMarks(unread: readonly PesanView[], seen: ReadonlySet<number>, complete: boolean): ReadMarks {
  const gap = complete ? unread.findIndex((one) => !seen.has(one.urutan)) : 0
  const prefix = gap === -1 ? unread : unread.slice(0, gap)
  const rest = unread.slice(prefix.length).filter((one) => seen.has(one.urutan))
  return { sampai: prefix.at(-1)?.urutan ?? null, ids: rest.map((one) => one.id) }
}
