import type { PesanView } from '@/lib/contract/pesan'
import { markUnread } from '@/lib/data/mark-pesan'
import { countUnread, findPesanFor } from '@/lib/data/pesan'
import { transaction } from '@/lib/data/sql'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { canMarkAllRead, canMarkRead } from '@/lib/policy/pesan'
import { publishRead } from '@/lib/realtime/publish'
import { presentPesan } from './present-pesan'

/** Marks one pesan as read. The first mark stays, a tombstone is left as it is. @throws Refusal `not_found`, `forbidden` */
export async function markRead(actor: Actor, id: string): Promise<PesanView> {
  const found = await findPesanFor(actor, id)
  if (!canMarkRead(actor, found, { pengirimId: found.pesan.pengirim_id })) throw new Refusal('forbidden')
  await mark(actor, found, { pesanId: found.pesan.id })
  return presentPesan((await findPesanFor(actor, id)).pesan)
}

/** Marks what the other side sent as read, up to `sampai` (an `urutan`) when it is given. @throws Refusal `forbidden` */
export async function markAllRead(actor: Actor, konsultasi: KonsultasiHead, sampai?: number | null) {
  if (!canMarkAllRead(actor, konsultasi)) throw new Refusal('forbidden')
  const { marked } = await mark(actor, konsultasi, { sampai: sampai ?? null })
  return { marked, unread_count: await countUnread(konsultasi.id, actor.id) }
}

async function mark(actor: Actor, konsultasi: KonsultasiHead, only: { sampai?: number | null; pesanId?: string }) {
  const marked = await transaction((tx) => markUnread(konsultasi.id, actor.id, only, tx))
  if (marked.marked > 0) publishRead(konsultasi, marked)
  return marked
}
