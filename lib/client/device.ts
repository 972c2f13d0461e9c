import { hasDrafts, wipeDrafts } from './drafts'
import { giveUpIdentity } from './identity'
import { closeOutbox } from './outbox-browser'
import { pageStorage } from './outbox-storage'
import { endPush } from './push'
import { wipeSalinan } from './salinan'

/** Is there text of this person on this device that the server does not have? Worth a question before signing out. */
export async function hasUnsentText(penggunaId: string): Promise<boolean> {
  return hasDrafts(penggunaId) || (await pageStorage().ofOwner(penggunaId)).length > 0
}

/** Takes drafts, outbox, kept conversations and push off this device: for signing out, at a shared computer too. */
export async function wipeLocal(): Promise<void> {
  closeOutbox()
  await endPush().catch(() => undefined)
  giveUpIdentity()
  wipeDrafts()
  await wipeSalinan()
  await pageStorage().clear()
}
