import type { Actor } from '@/lib/domain/pengguna'
import { isAdmin } from './konsultasi'

/** Admins see everybody's account, and the papers of every dokter. */
export const canReadPengguna = (actor: Actor) => isAdmin(actor)

/** An admin decides who practises here, and takes that back. */
export const canVerifyDokter = (actor: Actor) => isAdmin(actor)

/** An admin ends the sessions of a person, their own too. */
export const canEndSesiOf = (actor: Actor) => isAdmin(actor)

/** May this person suspend anybody, or let them back? */
export const canSetStatusPengguna = (actor: Actor) => isAdmin(actor)

/** Nobody suspends themselves, so that the last admin cannot lock everybody out. */
export const canSetStatusOf = (actor: Actor, penggunaId: string, aktif: boolean) =>
  canSetStatusPengguna(actor) && (aktif || penggunaId !== actor.id)

/** An account that its owner closed stays closed. */
export const canComeBack = (pengguna: { readonly tertutup: boolean }) => !pengguna.tertutup

/** May this person take the second factor off anybody's account? */
export const canResetFactor = (actor: Actor) => isAdmin(actor)

/** Never one's own: a stolen session must not be enough, and one's own page asks for a code. */
export const canResetFactorOf = (actor: Actor, penggunaId: string) => canResetFactor(actor) && penggunaId !== actor.id

/** An admin's account is suspended by another admin instead. */
export const canCloseAkun = (actor: Actor) => !isAdmin(actor)
