import type { Actor } from '@/lib/domain/pengguna'
import { isAdmin } from './konsultasi'

/** Dokter keep their own, admins those of the clinic. */
export const canKeepBalasan = (actor: Actor) => actor.peran === 'dokter' || isAdmin(actor)

/** Whose they are that this person keeps: their own, or (null) the clinic's. */
export const ownerOfBalasan = (actor: Actor): string | null => (isAdmin(actor) ? null : actor.id)

/** Those of the clinic are changed by its admins, one's own by oneself. */
export const canChangeBalasan = (actor: Actor, balasan: { readonly pemilik_id: string | null }) =>
  canKeepBalasan(actor) && balasan.pemilik_id === ownerOfBalasan(actor)
