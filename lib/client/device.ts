import { hasAnyDraft, hasDrafts, wipeDrafts, wipeDraftsOfOthers } from './drafts'
import { giveUpIdentity } from './identity'
import { closeOutbox } from './outbox-browser'
import { pageStorage } from './outbox-storage'
import { endPush } from './push'
import { keepPemilik, type Pemilik, wipeSalinan } from './salinan'

/** Is there text of this person on this device that the server does not have? Worth a question before signing out. */
export async function hasUnsentText(penggunaId: string): Promise<boolean> {
  return hasDrafts(penggunaId) || (await pageStorage().ofOwner(penggunaId)).length > 0
}

/** Has somebody, whoever it was, left text here that the server does not have? */
export const hasSomebodysText = async (): Promise<boolean> => hasAnyDraft() || !(await pageStorage().isEmpty())

/**
 * This person uses the device now: whatever it holds of anybody else goes, also what they had written and not sent (decision 107). Their pages
 * have been told that they left by then (`claimIdentity`), and write nothing more.
 */
export async function takeOver(pemilik: Pemilik): Promise<void> {
  wipeDraftsOfOthers(pemilik.id)
  await keepPemilik(pemilik)
  await pageStorage().keepOnly(pemilik.id)
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
