import type { PesanView } from '@/lib/contract/pesan'
import { findPesanFor } from '@/lib/data/pesan'
import type { Actor } from '@/lib/domain/pengguna'
import { presentPesan } from './present-pesan'
import { recordAccess } from './record-access'

/** One pesan. @throws Refusal `not_found`, `forbidden` */
export async function readPesan(actor: Actor, id: string, alasan?: string): Promise<PesanView> {
  const found = await findPesanFor(actor, id)
  await recordAccess(actor, 'pesan', found.id, alasan)
  return presentPesan(found.pesan)
}
