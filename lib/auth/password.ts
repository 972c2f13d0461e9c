import { hash, verify } from '@node-rs/argon2'
import { foldPassword } from '@/lib/domain/folding'

/** Argon2id with 19 MiB, 2 passes, 1 lane: OWASP's Password Storage Cheat Sheet. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** A hash that no password has, so that an unknown address takes as long as a wrong password. */
const NOBODY = hash('nobody has this password', ARGON2ID)

export const hashPassword = (password: string): Promise<string> => hash(foldPassword(password), ARGON2ID)

/**
 * Does this password fit? null stands for somebody who is not there: the same work, and no. Hashes that were made before passwords were
 * normalised are of what was typed, so that is compared too where it differs.
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const hashed = stored ?? (await NOBODY)
  const typed = new Set([foldPassword(password), password])
  for (const one of typed) if (await verify(hashed, one)) return stored !== null
  return false
}
