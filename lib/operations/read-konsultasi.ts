import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { recordAccess } from '@/lib/data/audit'
import { findKonsultasiFor } from '@/lib/data/konsultasi'
import { readKonsultasiRow } from '@/lib/data/konsultasi-row'
import type { Actor } from '@/lib/domain/pengguna'
import { presentKonsultasi } from '@/lib/presenters/konsultasi'

/** One konsultasi. @throws Refusal `not_found`, `forbidden` */
export async function readKonsultasi(actor: Actor, id: string, alasan?: string): Promise<KonsultasiView> {
  const konsultasi = await findKonsultasiFor(actor, id)
  await recordAccess(actor, 'konsultasi', konsultasi.id, alasan)
  return presentKonsultasi(await readKonsultasiRow(konsultasi.id, actor.id))
}
