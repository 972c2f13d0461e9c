import { addKey } from '@/lib/auth/kunci-segel'
import { lockKunci } from '@/lib/data/kunci-segel'
import { transaction } from '@/lib/data/sql'

/** Makes a new key for seals, which counts for the next dokumen; an operator's verb. @returns its `kid` */
export async function rotateSegel(): Promise<string> {
  const { kid } = await transaction(async (tx) => {
    await lockKunci(tx)
    return addKey(tx)
  })
  return kid
}
