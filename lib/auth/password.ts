import { hash, verify } from '@node-rs/argon2'
import { foldPassword } from '@/lib/domain/folding'
import { networkOf } from './address'
import { hashingRoom } from './hashing-room'

/** Argon2id with 19 MiB, 2 passes, 1 lane: OWASP's Password Storage Cheat Sheet. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** A hash that no password has, so that an unknown address takes as long as a wrong password. */
const NOBODY = hash('nobody has this password', ARGON2ID)

/** `alamat` is where it is asked from, null when nobody knows. @throws Refusal `unavailable` when too many are being hashed */
export const hashPassword = (password: string, alamat: string | null = null): Promise<string> =>
  hashingRoom.enter(networkOf(alamat), () => hash(foldPassword(password), ARGON2ID))

/**
 * Does this password fit? null stands for somebody who is not there: the same work, and no. Hashes that were made before passwords were
 * normalised are of what was typed, so that is compared too where it differs. `alamat` is where it is asked from, null when nobody knows.
 * @throws Refusal `unavailable` when too many are being compared
 */
export async function isPassword(stored: string | null, password: string, alamat: string | null = null): Promise<boolean> {
  const hashed = stored ?? (await NOBODY)
  const typed = new Set([foldPassword(password), password])
  return hashingRoom.enter(networkOf(alamat), async () => {
    for (const one of typed) if (await verify(hashed, one)) return stored !== null
    return false
  })
}
