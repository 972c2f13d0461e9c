import type { Outbox } from './outbox'
import { needsUpload, type OutboxEntry } from './outbox-entry'

/**
 * Asks before this page is left while something of its person would be lost with it or wait for the next visit, until the returned function is
 * called. `mine` is false once its person has left: then nothing may keep the page open. `goesByItself`: text leaves from this browser without a page.
 */
export function warnOnLeaving(
  outbox: Pick<Outbox, 'snapshot' | 'subscribe'>,
  { mine, goesByItself }: { readonly mine: () => boolean; readonly goesByItself: () => boolean },
): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    // A browser asks nobody who has not touched the page, and says so on its console.
    if (navigator.userActivation?.hasBeenActive === false || !mine()) return
    if (outbox.snapshot().some((entry) => staysBehind(entry, goesByItself()))) event.preventDefault()
  }
  // Only while something waits: a page that listens is not put aside whole, and has to be made anew when one comes back to it.
  const look = () => {
    removeEventListener('beforeunload', ask)
    if (outbox.snapshot().length > 0) addEventListener('beforeunload', ask)
  }
  const stop = outbox.subscribe(look)
  look()
  return () => {
    stop()
    removeEventListener('beforeunload', ask)
  }
}

const staysBehind = (entry: OutboxEntry, goesByItself: boolean): boolean =>
  entry.durable === false || (entry.keadaan === 'menunggu' && (needsUpload(entry) || !goesByItself))
