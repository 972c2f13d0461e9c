import { countSend } from '@/lib/auth/activity-limit'
import type { PermintaanView } from '@/lib/contract/dokumen'
import { insertAudit } from '@/lib/data/audit'
import {
  allowKoreksiOf,
  findDokumenFor,
  findPermintaanFor,
  insertPermintaan,
  listPermintaanOf,
  rejectPermintaanOf,
} from '@/lib/data/dokumen'
import { tellLater } from '@/lib/data/jobs'
import { transaction } from '@/lib/data/sql'
import { IZIN_KOREKSI_JAM } from '@/lib/domain/dokumen/dokumen'
import { newUuid } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canAllowKoreksi, canAskKoreksi, canIssue, canReadPermintaan } from '@/lib/policy/dokumen'
import { presentPermintaan } from '@/lib/presenters/dokumen'

/** Its pasien asks that a dokumen be corrected, and its dokter is told. It counts as a pesan does. @throws Refusal `rate_limited`, `not_found`, `forbidden`, `invalid_transition` when it no longer holds */
export async function askKoreksi(actor: Actor, id: string, isi: string): Promise<PermintaanView> {
  const { k, dokumen } = await findDokumenFor(actor, id)
  allow(canAskKoreksi(actor, k))
  await countSend(actor, Buffer.byteLength(isi))
  const asked = await transaction(async (tx) => {
    const asked = await insertPermintaan(newUuid(), dokumen.id, isi, tx)
    if (asked) await tellLater(k.id, k.dokterId, tx)
    return asked
  })
  if (!asked) throw new Refusal('invalid_transition')
  return presentPermintaan(asked)
}

/** Both see what was asked about a dokumen. @throws Refusal `not_found`, `forbidden` */
export async function listPermintaan(actor: Actor, id: string): Promise<PermintaanView[]> {
  const { k, dokumen } = await findDokumenFor(actor, id)
  allow(canReadPermintaan(actor, k))
  return (await listPermintaanOf(dokumen.id)).map(presentPermintaan)
}

/** Its dokter says why a dokumen stays as it is. @throws Refusal `not_found`, `forbidden`, `invalid_transition` when it was answered */
export async function rejectPermintaan(actor: Actor, id: string, alasan: string): Promise<PermintaanView> {
  const { k, permintaanId } = await findPermintaanFor(actor, id)
  allow(canIssue(actor, k))
  const rejected = await transaction(async (tx) => {
    const rejected = await rejectPermintaanOf(permintaanId, alasan, tx)
    if (rejected) await tellLater(k.id, k.pasienId, tx)
    return rejected
  })
  if (!rejected) throw new Refusal('invalid_transition')
  return presentPermintaan(rejected)
}

/** An admin opens the correction of a dokumen once more. @throws Refusal `forbidden`, `not_found` */
export async function allowKoreksi(actor: Actor, id: string, alasan: string): Promise<{ dokumen_id: string; sampai: string }> {
  allow(canAllowKoreksi(actor))
  const { k, dokumen } = await findDokumenFor(actor, id)
  const sampai = await transaction(async (tx) => {
    await insertAudit({ aktor: actor, aksi: 'dokumen.koreksi_dibuka', konsultasiId: k.id, alasan }, tx)
    return allowKoreksiOf(dokumen.id, IZIN_KOREKSI_JAM, tx)
  })
  return { dokumen_id: id, sampai }
}
