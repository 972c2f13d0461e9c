import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { canRead, canTakePart, isAdmin, isParticipant } from './konsultasi'

type Pair = Pick<KonsultasiHead, 'pasienId' | 'dokterId'>
interface Sent {
  readonly pengirimId: string
}

const isItsSender = (actor: Actor, pesan: Sent) => actor.id === pesan.pengirimId

/** Whoever reads a konsultasi reads its pesan. */
export const canReadPesan = canRead

/** Only the recipient marks a pesan as read, in a konsultasi that has ended as well. */
export const canMarkRead = (actor: Actor, k: Pair, pesan: Sent) => isParticipant(actor, k) && !isItsSender(actor, pesan)

/** A participant marks what the other side sent; an admin marks nothing. */
export const canMarkAllRead = (actor: Actor, k: Pair) => isParticipant(actor, k)

/** One looks through one's own konsultasi; an admin has none. */
export const canSearch = (actor: Actor) => !isAdmin(actor)

/** Writing, reacting and showing that one types: the konsultasi must be active too, which is asked under its lock. */
export const canWrite = canTakePart

/** Its sender withdraws a pesan (while the konsultasi is active), an admin moderates it at any time. */
export const canDelete = (actor: Actor, k: Pair, pesan: Sent) => isAdmin(actor) || (canTakePart(actor, k) && isItsSender(actor, pesan))

/** An admin says why, and does not need the konsultasi to be active. */
export const moderates = (actor: Actor) => isAdmin(actor)
