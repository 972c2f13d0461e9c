import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { canCancel, canComplete, canRead, isAdmin, isParticipant } from './konsultasi'

type Pair = Pick<KonsultasiHead, 'pasienId' | 'dokterId'>

/** Whoever reads a konsultasi reads what came out of it. */
export const canReadDokumen = canRead

/** Its verified dokter issues, corrects and cancels dokumen, and answers what is asked about them. */
export const canIssue = canComplete

/** Its pasien asks for a correction. */
export const canAskKoreksi = (actor: Actor, k: Pair) => canCancel(actor, k)

/** What was asked for is between the two of them. */
export const canReadPermintaan = (actor: Actor, k: Pair) => isParticipant(actor, k)

/** An admin opens the correction of a dokumen again. */
export const canAllowKoreksi = (actor: Actor) => isAdmin(actor)

/** Lists of medicines are for who prescribes them. */
export const canCompleteWords = (actor: Actor) => actor.peran === 'dokter'
