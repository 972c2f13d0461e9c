import type { PesanView } from '@/lib/contract/pesan'
import { MARK_MAX, markUnread } from '@/lib/data/mark-pesan'
import { countUnread, findPesanFor } from '@/lib/data/pesan'
import { type Transaction, transaction } from '@/lib/data/sql'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canMarkAllRead, canMarkRead } from '@/lib/policy/pesan'
import { presentPesan } from '@/lib/presenters/pesan'
import { publishRead } from '@/lib/realtime/publish'

/** Marks one pesan as read. The first mark stays, a tombstone is left as it is. @throws Refusal `not_found`, `forbidden` */
export async function markRead(actor: Actor, id: string): Promise<PesanView> {
  const found = await findPesanFor(actor, id)
  allow(canMarkRead(actor, found, { pengirimId: found.pesan.pengirim_id }))
  const { after } = await mark(actor, found, { pesanId: found.pesan.id }, (tx) => findPesanFor(actor, id, tx))
  return presentPesan(actor, after.pesan)
}

/** Marks what the other side sent as read, up to `sampai` (an `urutan`) when it is given. @throws Refusal `forbidden` */
export async function markAllRead(actor: Actor, konsultasi: KonsultasiHead, sampai?: number | null) {
  allow(canMarkAllRead(actor, konsultasi))
  let all = 0
  // A transaction marks so many that the konsultasi is not held for long; who left tens of thousands unread needs several.
  for (;;) {
    const { marked, after } = await mark(actor, konsultasi, { sampai: sampai ?? null }, (tx) => countUnread(konsultasi.id, actor.id, tx))
    all += marked
    if (marked < MARK_MAX) return { marked: all, unread_count: after }
  }
}

/** What is answered is read before the commit: after it nothing may fail that has happened. */
async function mark<After>(
  actor: Actor,
  konsultasi: KonsultasiHead,
  only: { sampai?: number | null; pesanId?: string },
  readAfter: (tx: Transaction) => Promise<After>,
) {
  const marked = await transaction(async (tx) => ({ ...(await markUnread(konsultasi.id, actor.id, only, tx)), after: await readAfter(tx) }))
  if (marked.marked > 0) publishRead(konsultasi, marked)
  return marked
}
