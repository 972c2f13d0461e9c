/** Not in every browser, and not in TypeScript's own types: https://wicg.github.io/background-sync/spec/ */
interface SyncManager {
  register(tag: string): Promise<void>
}

let manager: SyncManager | null = null

/** Looks for a service worker that could bring waiting text when this page is gone (public/sw-kirim.js). */
export async function prepareBackgroundSync(): Promise<void> {
  const registration = await navigator.serviceWorker?.ready
  manager = (registration as unknown as { sync?: SyncManager } | undefined)?.sync ?? null
}

export const canSendInBackground = (): boolean => manager !== null

/** Has what waits brought without a page, as soon as there is a network. */
export function sendInBackground(): void {
  // Refused where its person has forbidden it: then it goes with the next visit.
  manager?.register('sapa:kirim').catch(() => {
    manager = null
  })
}
