import { createListeners } from '@/lib/client/page/listeners'

const fractions = new Map<string, number>()
const listeners = createListeners()

/** How much of a pesan's file has left this tab, from 0 to 1; null when it is no longer under way. */
export function tellProgress(clientId: string, fraction: number | null): void {
  if (fraction === null) fractions.delete(clientId)
  else fractions.set(clientId, fraction)
  listeners.tell()
}

export const progressOf = (clientId: string): number | null => fractions.get(clientId) ?? null

export const subscribeProgress = listeners.hear
