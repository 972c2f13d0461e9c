import type { Actor } from '@/lib/domain/pengguna'
import { isAdmin } from './konsultasi'

/** Whoever takes part in konsultasi is told of what happens in them: by push, by a number, by who is there. An admin takes part in none. */
export const canBeTold = (actor: Actor) => !isAdmin(actor)
