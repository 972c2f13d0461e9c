import { hasAnyDraft, hasDrafts, wipeDrafts } from './drafts'
import { giveUpIdentity } from './identity'
import { closeOutbox } from './outbox-browser'
import { pageStorage } from './outbox-storage'
import { endPush } from './push'
import { wipeSalinan } from './salinan'

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
