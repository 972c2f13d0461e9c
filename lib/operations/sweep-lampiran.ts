import { type Discarded, discardUnsent, forgetLampiran } from '@/lib/data/lampiran'
import { LAMPIRAN_JAM } from '@/lib/domain/lampiran'
import { store } from '@/lib/storage/the-store'
import { sweepTrays } from '@/lib/storage/tray'

/**
 * Throws away what was not sent within a day, what was never stored whole, and what a crash left lying in a tray. Marked first, then its bytes
 * removed, then forgotten: cut off anywhere, the next sweep goes on. Any number of instances may run it, also while somebody sends.
 * @returns how many are gone
 */
export async function sweepLampiran(): Promise<number> {
  await sweepTrays()
  let gone = 0
  for (const lampiran of await discardUnsent(LAMPIRAN_JAM * 3600)) if (await remove(lampiran)) gone++
  return gone
}

/** What a store that is away cannot remove now stays marked for the next sweep, and does not hold up the others. */
async function remove({ id, kunci, kunci_thumb }: Discarded): Promise<boolean> {
  try {
    const bytes = await store()
    await bytes.remove(kunci)
    if (kunci_thumb) await bytes.remove(kunci_thumb)
  } catch {
    return false
  }
  await forgetLampiran(id)
  return true
}
