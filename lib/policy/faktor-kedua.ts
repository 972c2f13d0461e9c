import type { Actor, Peran } from '@/lib/domain/pengguna'

/** Must this person set up a second factor before anything else? `required` are the roles that the operator asks it of. */
export const mustSetUpFactor = (actor: Pick<Actor, 'peran' | 'berfaktorKedua'>, required: readonly Peran[]): boolean =>
  !actor.berfaktorKedua && required.includes(actor.peran)
