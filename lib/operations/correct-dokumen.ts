import type { DokumenView } from '@/lib/contract/dokumen'
import { answerPermintaan, endDokumen, findDokumenFor, holdForDokumen, lockDokumen } from '@/lib/data/dokumen'
import { tellLater } from '@/lib/data/jobs'
import { findPesanFor } from '@/lib/data/pesan'
import { type Transaction, transaction } from '@/lib/data/sql'
import type { Lama, Prepared } from '@/lib/data/store-dokumen'
import { toId } from '@/lib/domain/id'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { invalidField, Refusal } from '@/lib/domain/refusal'
import { env } from '@/lib/env'
import { allow } from '@/lib/policy/allow'
import { canIssue, isCorrectable } from '@/lib/policy/dokumen'
import { presentDokumen } from '@/lib/presenters/dokumen'
import { publishPesan } from '@/lib/realtime/publish'
import type { Asked } from './asked-dokumen'

/**
 * Its dokter takes a dokumen back, as long as it may be corrected.
 * @throws Refusal `not_found`, `forbidden`, `konsultasi_not_active`, `correction_closed`, `invalid_transition`
 */
export async function cancelDokumen(actor: Actor, id: string, alasan: string): Promise<DokumenView> {
  const { k, dokumen } = await findDokumenFor(actor, id)
  allow(canIssue(actor, k))
  const { after, pesan } = await transaction(async (tx) => {
    const held = await holdForDokumen(k.id, tx)
    const locked = await lockDokumen(dokumen.id, tx)
    if (!locked) throw new Refusal('not_found')
    refuseClosed(held, locked.izin_sampai)
    if (locked.status !== 'berlaku') throw new Refusal('invalid_transition')
    await endDokumen(locked.id, 'dibatalkan', alasan, tx)
    await answerWishes(locked, k, tx)
    const { pesan } = await findPesanFor(actor, toId('pesan', locked.pesan_id), tx)
    return { after: await findDokumenFor(actor, id, tx), pesan }
  })
  publishPesan('MessageUpdated', k, pesan)
  return presentDokumen(after.dokumen)
}

/** The dokumen that this one is the next version of; null for a first version. Only what is open is corrected. */
export function replacedBy({ k, selesai_pada, sekarang, lama }: Prepared, { jenis, menggantikan }: Asked): Lama | null {
  if (menggantikan === null) {
    if (k.status !== 'active') throw new Refusal('konsultasi_not_active')
    return null
  }
  if (!lama || lama.konsultasi_id !== k.id) throw invalidField('menggantikan', 'dokumen')
  refuseClosed({ k, selesai_pada, sekarang }, lama.izin_sampai === null ? null : new Date(lama.izin_sampai))
  if (lama.status !== 'berlaku') throw new Refusal('invalid_transition')
  if (lama.jenis !== jenis) throw invalidField('jenis', 'jenis_sama')
  return lama
}

/** @throws Refusal `konsultasi_not_active`, `correction_closed` */
function refuseClosed({ k, selesai_pada, sekarang }: Pick<Prepared, 'k' | 'selesai_pada' | 'sekarang'>, izinSampai: Date | null): void {
  if (isCorrectable({ status: k.status, selesaiPada: selesai_pada, izinSampai, sekarang }, env().koreksiJam)) return
  throw new Refusal(k.status === 'completed' ? 'correction_closed' : 'konsultasi_not_active')
}

/** A new version takes the place of this one. */
export async function replaceOld(old: Old, k: KonsultasiHead, tx: Transaction): Promise<void> {
  await endDokumen(old.id, 'diganti', null, tx)
  await answerWishes(old, k, tx)
}

type Old = Pick<Lama, 'id'>

/** Whatever was asked of this dokumen is answered, and its pasien is told so. */
async function answerWishes({ id }: Old, k: KonsultasiHead, tx: Transaction): Promise<void> {
  if (await answerPermintaan(id, tx)) await tellLater(k.id, k.pasienId, tx)
}
