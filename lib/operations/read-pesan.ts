import type { PesanView } from '@/lib/contract/pesan'
import { recordAccess } from '@/lib/data/audit'
import { findPesanFor } from '@/lib/data/pesan'
import type { Actor } from '@/lib/domain/pengguna'
import { presentPesan } from '@/lib/presenters/pesan'

/** One pesan. @throws Refusal `not_found`, `forbidden` */
export async function readPesan(actor: Actor, id: string, alasan?: string): Promise<PesanView> {
  const found = await findPesanFor(actor, id)
  await recordAccess(actor, 'pesan', found.id, alasan)
  return presentPesan(found.pesan)
}
