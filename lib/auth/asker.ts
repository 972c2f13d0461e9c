import { onePerProcess } from '@/lib/cli/one-per-process.mjs'

const askers = onePerProcess('askers', () => new Map<string, string | undefined>())

/**
 * Tells the web server's log who makes this request (a UUID); it forgets that with the answer (lib/cli/request-log.mjs). A request that was broken
 * off before we knew is forgotten already, and stays so.
 */
export function noteAsker(requestId: string, penggunaId: string): void {
  if (askers.has(requestId)) askers.set(requestId, penggunaId)
}
