import { countPreview } from '@/lib/auth/activity-limit'
import { cetakPratinjau, PRATINJAU } from '@/lib/cetak/cetak'
import type { IssueDokumen, PratinjauView } from '@/lib/contract/dokumen'
import { prepareDokumen } from '@/lib/data/store-dokumen'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canIssue } from '@/lib/policy/dokumen'
import { canRead } from '@/lib/policy/konsultasi'
import { askedOf } from './asked-dokumen'
import { replacedBy } from './correct-dokumen'
import { printedOf } from './print-dokumen'
import { refuseWrong } from './refuse-dokumen'

/**
 * A dokumen as it would be printed now: marked as none, without number, kode, PIN and seal, and kept nowhere.
 * @throws Refusal as `issueDokumen` does, but for what is about `client_id`
 */
export async function previewDokumen(actor: Actor, konsultasi: string, { client_id: _, ...diminta }: IssueDokumen): Promise<PratinjauView> {
  const asked = askedOf(konsultasi, diminta, null)
  const prepared = await prepareDokumen(asked)
  allow(canRead(actor, prepared.k))
  allow(canIssue(actor, prepared.k))
  await countPreview(actor)
  const old = replacedBy(prepared, asked)
  await refuseWrong(prepared, diminta)
  const { jenis, menggantikan, alasan } = diminta
  const numbered = { nomor: PRATINJAU, versi: (old?.versi ?? 0) + 1, menggantikan, alasan }
  const named = { id: '', konsultasi_id: konsultasi, jenis, kode: '', terbit_pada: prepared.sekarang.toISOString() }
  const pdf = await cetakPratinjau({ ...named, ...numbered, ...printedOf(prepared, diminta) }, actor.id)
  return { pdf: pdf.toString('base64') }
}
