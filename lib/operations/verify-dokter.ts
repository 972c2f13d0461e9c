import type { DokterVerifikasiView, VerifyDokter } from '@/lib/contract/pengguna'
import { insertAudit } from '@/lib/data/audit'
import { decideDokter, findBerkas, listDokterNames } from '@/lib/data/dokter'
import { addJob } from '@/lib/data/jobs'
import { transaction } from '@/lib/data/sql'
import { newUuid, uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canVerifyDokter } from '@/lib/policy/pengguna'
import { presentBerkas } from '@/lib/presenters/dokter'

/**
 * An admin verifies a dokter, or refuses (or withdraws) verification with a reason; it counts from the dokter's very next request, and is
 * told to them by mail. `sip_berlaku_sampai` is kept when it is given (null means that it is not known), and how it stands then is
 * written down with the decision.
 * @throws Refusal `forbidden`, `validation_failed` on `alasan`, `not_found`
 */
export async function verifyDokter(
  actor: Actor,
  id: string,
  { disetujui, alasan, sip_berlaku_sampai: sip }: VerifyDokter,
): Promise<DokterVerifikasiView> {
  allow(canVerifyDokter(actor))
  if (!disetujui && !alasan) throw invalidField('alasan', 'alasan')
  const dokterId = uuidOf('pengguna', id)
  if (!dokterId) throw new Refusal('not_found')
  const found = await findBerkas(dokterId)
  if (!found) throw new Refusal('not_found')
  const names = await listDokterNames()
  // Nothing is read after the commit: what has happened must not end in an error.
  return transaction(async (tx) => {
    const decision = { status: disetujui ? 'terverifikasi' : 'ditolak', alasan: alasan || null } as const
    const decided = await decideDokter(dokterId, { ...decision, oleh: actor.id, sip }, tx)
    if (!decided) throw new Refusal('not_found')
    const { sip_berlaku_sampai } = decided
    const aksi = disetujui ? 'dokter.diverifikasi' : 'dokter.ditolak'
    await insertAudit({ aktor: actor, aksi, penggunaId: dokterId, alasan: alasan || null, rincian: { sip_berlaku_sampai } }, tx)
    await addJob(tx, 'surat_keputusan', { pengguna_id: dokterId, surat_id: newUuid() })
    const [dokter] = presentBerkas([{ ...found, ...decided, alasan: decision.alasan, status_verifikasi: decision.status }], names)
    return dokter as DokterVerifikasiView
  })
}
