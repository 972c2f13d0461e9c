import type { Aksi } from '@/lib/domain/audit'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { isAdmin, isParticipant } from './konsultasi'

/** The log, its export, the check of its chain and whose data was within reach are for admins. */
export const canReadAudit = (actor: Actor) => isAdmin(actor)

/** The numbers of the whole clinic. */
export const canReadStatistik = (actor: Actor) => isAdmin(actor)

/** As which deed this person's reading of a konsultasi is written down; null for participants, who just read. */
export function readingRecordedAs(actor: Actor, k: Pick<KonsultasiHead, 'pasienId' | 'dokterId'>): Aksi | null {
  if (isParticipant(actor, k)) return null
  return isAdmin(actor) ? 'konsultasi.dibaca' : 'riwayat.dibaca'
}
