import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { findKonsultasiFor } from '@/lib/data/konsultasi'
import { readKonsultasiRows } from '@/lib/data/konsultasi-row'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { presentKonsultasi } from './present-konsultasi'
import { recordAccess } from './record-access'

/** One konsultasi. @throws Refusal `not_found`, `forbidden` */
export async function readKonsultasi(actor: Actor, id: string, alasan?: string): Promise<KonsultasiView> {
  const konsultasi = await findKonsultasiFor(actor, id)
  await recordAccess(actor, konsultasi.id, alasan)
  const [row] = await readKonsultasiRows([konsultasi.id], actor.id)
  if (!row) throw new Refusal('not_found')
  return presentKonsultasi(row)
}
