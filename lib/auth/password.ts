import { hash, verify } from '@node-rs/argon2'
import { networkOf } from './address'
import { hashingRoom } from './hashing-room'

/** Argon2id with 19 MiB, 2 passes, 1 lane: OWASP's Password Storage Cheat Sheet. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** A hash that no password has, so that an unknown address takes as long as a wrong password. */
const NOBODY = hash('nobody has this password', ARGON2ID)

/** `alamat` is where it is asked from, null when nobody knows. @throws Refusal `unavailable` when too many are being hashed */
export const hashPassword = (password: string, alamat: string | null = null): Promise<string> =>
  hashingRoom.enter(networkOf(alamat), () => hash(password, ARGON2ID))

/**
 * Does this password fit? null stands for somebody who is not there: the same work, and no. `alamat` is where it is asked from, null when nobody knows.
 * @throws Refusal `unavailable` when too many are being compared
 */
export async function isPassword(stored: string | null, password: string, alamat: string | null = null): Promise<boolean> {
  const known = stored ?? (await NOBODY)
  const fits = await hashingRoom.enter(networkOf(alamat), () => verify(known, password))
  return fits && stored !== null
}
