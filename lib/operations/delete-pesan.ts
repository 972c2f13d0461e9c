import type { PesanView } from '@/lib/contract/pesan'
import { insertAudit } from '@/lib/data/audit'
import { buryPesan, lockKonsultasi } from '@/lib/data/mark-pesan'
import { type FoundPesan, findPesanFor } from '@/lib/data/pesan'
import { type Transaction, transaction } from '@/lib/data/sql'
import { isIssued } from '@/lib/domain/jenis-pesan'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canDelete, moderates } from '@/lib/policy/pesan'
import { presentPesan } from '@/lib/presenters/pesan'
import { publishPesan } from '@/lib/realtime/publish'

/**
 * Leaves a tombstone where a pesan was: its sender while the konsultasi is active, an admin at any time and with a reason.
 * The original stays in the database for the medical record, and the deed in the audit log. Once more changes nothing.
 * A pesan that shows a dokumen stays: that is cancelled.
 * @throws Refusal `validation_failed` on `alasan`, `not_found`, `forbidden`, `invalid_transition`, `konsultasi_not_active`
 */
export async function deletePesan(actor: Actor, id: string, alasan?: string | null): Promise<PesanView> {
  if (moderates(actor) && !alasan) throw invalidField('alasan', 'alasan')
  const found = await findPesanFor(actor, id)
  allow(canDelete(actor, found, { pengirimId: found.pesan.pengirim_id }))
  if (isIssued(found.pesan.tipe_pesan)) throw new Refusal('invalid_transition', { messageKey: 'pesan_dokumen' })
  if (found.pesan.dihapus_pada) return presentPesan(actor, found.pesan)
  const { isBuried, after } = await transaction(async (tx) => ({
    isBuried: await bury(actor, found, alasan || null, tx),
    after: await findPesanFor(actor, id, tx),
  }))
  if (isBuried) publishPesan('MessageUpdated', after, after.pesan)
  return presentPesan(actor, after.pesan)
}

/** @returns whether this was the call that did it */
async function bury(actor: Actor, { pesan, id }: FoundPesan, alasan: string | null, tx: Transaction): Promise<boolean> {
  const { rev, status } = await lockKonsultasi(id, tx)
  if (!moderates(actor) && status !== 'active') throw new Refusal('konsultasi_not_active')
  const buried = await buryPesan({ id: pesan.id, konsultasiId: id, rev }, actor.id, alasan, tx)
  if (buried === null) return false
  await insertAudit({ aktor: actor, aksi: 'pesan.dihapus', konsultasiId: id, pesanId: pesan.id, alasan }, tx)
  return true
}
