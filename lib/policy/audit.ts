import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { isAdmin, isParticipant } from './konsultasi'

/** The log, its export, the check of its chain and whose data was within reach are for admins. */
export const canReadAudit = (actor: Actor) => isAdmin(actor)

/** The numbers of the whole clinic. */
export const canReadStatistik = (actor: Actor) => isAdmin(actor)

/** Is what this person reads of a konsultasi written down? Participants just read. */
export const isReadingRecorded = (actor: Actor, k: Pick<KonsultasiHead, 'pasienId' | 'dokterId'>) => !isParticipant(actor, k)
