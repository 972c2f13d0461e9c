import { recordAccess as writeAccess } from '@/lib/data/audit'
import type { ApaDibaca } from '@/lib/domain/audit'
import type { Actor } from '@/lib/domain/pengguna'
import { isReadingRecorded } from '@/lib/policy/audit'

/** An admin who reads is written down before the answer leaves: what cannot be written down is not shown. Participants just read. */
export async function recordAccess(actor: Actor, apa: ApaDibaca, konsultasiId: string, alasan: string | undefined): Promise<void> {
  if (isReadingRecorded(actor)) await writeAccess(actor, { konsultasiId, apa, alasan: alasan || null })
}
