import type { DokterVerifikasiView, VerifyDokter } from '@/lib/contract/pengguna'
import { insertAudit } from '@/lib/data/audit'
import { addJob } from '@/lib/data/jobs'
import { query, transaction } from '@/lib/data/sql'
import type { RincianKeputusan } from '@/lib/domain/audit'
import { newUuid, uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canVerifyDokter } from '@/lib/policy/pengguna'
import { readDokterVerifikasi } from './list-dokter-verifikasi'
import { presentSip } from './present-sip'

const DECIDE = {
  name: 'decide_dokter',
  text: `
    UPDATE dokter SET status_verifikasi = $2::status_verifikasi, alasan = $3, diverifikasi_oleh = $4, diverifikasi_pada = now(),
           sip_berlaku_sampai = CASE WHEN $5 THEN $6::date ELSE sip_berlaku_sampai END
     WHERE pengguna_id = $1 RETURNING sip_berlaku_sampai::text, diverifikasi_pada`,
}

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
  const before = await readDokterVerifikasi(dokterId)
  // Nothing is read after the commit: what has happened must not end in an error.
  return transaction(async (tx) => {
    const status = disetujui ? 'terverifikasi' : 'ditolak'
    const [decided] = await query<RincianKeputusan & { diverifikasi_pada: Date }>(
      DECIDE,
      [dokterId, status, alasan || null, actor.id, sip !== undefined, sip ?? null],
      tx,
    )
    if (!decided) throw new Refusal('not_found')
    const { diverifikasi_pada, ...rincian } = decided
    const aksi = disetujui ? 'dokter.diverifikasi' : 'dokter.ditolak'
    await insertAudit({ aktor: actor, aksi, penggunaId: dokterId, alasan: alasan || null, rincian }, tx)
    await addJob(tx, 'surat_keputusan', { pengguna_id: dokterId, surat_id: newUuid() })
    return {
      ...before,
      ...presentSip(rincian.sip_berlaku_sampai === null ? null : new Date(rincian.sip_berlaku_sampai)),
      terverifikasi: disetujui,
      status,
      alasan: alasan || null,
      diverifikasi_pada: diverifikasi_pada.toISOString(),
    }
  })
}
