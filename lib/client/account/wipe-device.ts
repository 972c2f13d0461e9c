import { giveUpIdentity } from '@/lib/client/device/identity'
import { hasAnyDraft, hasDrafts, wipeDrafts } from '@/lib/client/drafts/drafts'
import { closeOutbox } from '@/lib/client/outbox/outbox-browser'
import { pageStorage } from '@/lib/client/outbox/outbox-storage'
import { wipeSalinan } from '@/lib/client/thread/salinan'
import { endPush } from './push'

/** Is there text of this person on this device that the server does not have? Worth a question before signing out. */
export async function hasUnsentText(penggunaId: string): Promise<boolean> {
  return hasDrafts(penggunaId) || (await pageStorage().ofOwner(penggunaId)).length > 0
}

/** Has somebody, whoever it was, left text here that the server does not have? */
export const hasSomebodysText = async (): Promise<boolean> => hasAnyDraft() || !(await pageStorage().isEmpty())

/** Takes drafts, outbox, kept conversations and push off this device: for signing out, at a shared computer too. */
export async function wipeLocal(): Promise<void> {
  closeOutbox()
  await endPush().catch(() => undefined)
  giveUpIdentity()
  wipeDrafts()
  await wipeSalinan()
  await pageStorage().clear()
}
