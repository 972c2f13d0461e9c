import { identityHere, isStillSelf } from '@/lib/client/device/identity'
import { localKeys } from '@/lib/client/device/local-keys'
import type { OutboxEntry } from './outbox-entry'

/**
 * What was composed a moment ago, until IndexedDB has it: that answers later, and a page may be gone by then. Kept in localStorage, which has it at
 * once. One that is found here although it was sent goes out again with the same `client_id`, and the server knows it.
 */
const PREFIX = 'sapa:berangkat:'

/** Not with a file, which is too much for this place; and not for somebody who has left. Where a browser keeps nothing, nothing happens. */
export function jot(entry: OutboxEntry): void {
  if (entry.berkas || !isStillSelf(entry.pengguna_id)) return
  try {
    localStorage.setItem(PREFIX + entry.client_id, JSON.stringify(entry))
  } catch {}
}

export function forgetJotting(clientId: string): void {
  try {
    localStorage.removeItem(PREFIX + clientId)
  } catch {}
}

export function jotting(clientId: string): OutboxEntry | undefined {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + clientId) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

export function jottings(): OutboxEntry[] {
  return localKeys(PREFIX).flatMap((key) => jotting(key.slice(PREFIX.length)) ?? [])
}

/** Those of anybody else, and what cannot be read. */
export function forgetJottingsOfOthers(penggunaId: string): void {
  for (const clientId of localKeys(PREFIX).map((key) => key.slice(PREFIX.length)))
    if (jotting(clientId)?.pengguna_id !== penggunaId) forgetJotting(clientId)
}

export function forgetJottings(): void {
  for (const key of localKeys(PREFIX)) forgetJotting(key.slice(PREFIX.length))
}

/** What a second tab wrote down in the moment in which somebody signed out at the first: forgotten when that tab hears of it, and before the next person. */
export function forgetAfterSigningOut(): void {
  if (identityHere() === '') forgetJottings()
}
