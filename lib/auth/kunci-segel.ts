import { insertKunci, type KunciRow, listSecretKunci, lockKunci } from '@/lib/data/kunci-segel'
import type { Transaction } from '@/lib/data/sql'
import { seal, unseal } from './sealed'
import { makeKey, type NewKey } from './segel'

/** The newest key that opens; the first dokumen of an installation makes the first one, and so does the first after its secret was lost. */
export const sealingKey = async (tx: Transaction): Promise<NewKey> => (await findKey(tx)) ?? firstKey(tx)

const findKey = async (tx: Transaction): Promise<NewKey | null> => openedKey(await listSecretKunci(tx))

/** The first of these keys that opens, if any does. */
export function openedKey(keys: readonly KunciRow[]): NewKey | null {
  for (const { kid, x, rahasia } of keys) {
    const pkcs8 = unseal(rahasia, kid, 'kunci segel')
    if (pkcs8) return { kid, x, pkcs8 }
  }
  return null
}

/** Of two that would make the first key one does. */
async function firstKey(tx: Transaction): Promise<NewKey> {
  await lockKunci(tx)
  return (await findKey(tx)) ?? addKey(tx)
}

/** Makes a key that seals from now on; what was sealed with those before is checked with them for ever. */
export async function addKey(tx: Transaction): Promise<NewKey> {
  const key = makeKey()
  await insertKunci({ kid: key.kid, x: key.x, rahasia: seal(key.pkcs8, key.kid, 'kunci segel') }, tx)
  return key
}
