import type { KonsultasiHead, StatusKonsultasi } from '@/lib/domain/konsultasi'
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

/** How it stands with the konsultasi of a dokumen, and an admin's permission to correct it. */
interface Openness {
  readonly status: StatusKonsultasi
  readonly selesaiPada: Date | null
  readonly izinSampai: Date | null
  readonly sekarang: Date
}

/** While active; for so many hours after the end; and as long as an admin has allowed it. */
export function isCorrectable({ status, selesaiPada, izinSampai, sekarang }: Openness, koreksiJam: number): boolean {
  if (status === 'active') return true
  if (status !== 'completed' || !selesaiPada) return false
  const until = selesaiPada.getTime() + koreksiJam * 60 * 60 * 1000
  return sekarang.getTime() < until || (izinSampai !== null && izinSampai > sekarang)
}

/** Lists of medicines are for who prescribes them. */
export const canCompleteWords = (actor: Actor) => actor.peran === 'dokter'
