import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { recordAccess } from '@/lib/data/audit'
import { openKonsultasiFor } from '@/lib/data/konsultasi-row'
import type { Actor } from '@/lib/domain/pengguna'
import { presentKonsultasi } from '@/lib/presenters/konsultasi'

/** One konsultasi. @throws Refusal `not_found`, `forbidden` */
export async function readKonsultasi(actor: Actor, id: string, alasan?: string): Promise<KonsultasiView> {
  const row = await openKonsultasiFor(actor, id)
  await recordAccess(actor, 'konsultasi', row.id, alasan)
  return presentKonsultasi(row)
}
