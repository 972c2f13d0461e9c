import { wipeDraftsOfOthers } from '@/lib/client/drafts/drafts'
import { pageStorage } from '@/lib/client/outbox/outbox-storage'
import { type DeviceOwner, keepOwner } from '@/lib/client/thread/salinan'

/**
 * This person uses the device now: whatever it holds of anybody else goes, also what they had written and not sent (decision 107). Their pages
 * have been told that they left by then (`claimIdentity`), and write nothing more.
 */
export async function takeOver(owner: DeviceOwner): Promise<void> {
  wipeDraftsOfOthers(owner.id)
  await keepOwner(owner)
  await pageStorage().keepOnly(owner.id)
}
