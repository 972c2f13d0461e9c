import { isStillSelf } from '@/lib/client/device/identity'
import { localKeys } from '@/lib/client/device/local-keys'

const PREFIX = 'sapa:draf:'

const keyOf = (penggunaId: string, konsultasiId: string) => `${PREFIX}${penggunaId}:${konsultasiId}`

/** What this person had begun to write in this konsultasi; empty when nothing, or when the browser keeps nothing. */
export function readDraft(penggunaId: string, konsultasiId: string): string {
  try {
    return localStorage.getItem(keyOf(penggunaId, konsultasiId)) ?? ''
  } catch {
    return ''
  }
}

/** Keeps it on this device; an empty one is forgotten. Not for somebody who has left: a page on its way out must not write again what was wiped. */
export function keepDraft(penggunaId: string, konsultasiId: string, text: string): void {
  if (!isStillSelf(penggunaId)) return
  try {
    if (text) localStorage.setItem(keyOf(penggunaId, konsultasiId), text)
    else localStorage.removeItem(keyOf(penggunaId, konsultasiId))
  } catch {
    // Full or forbidden: the text is still in the textbox.
  }
}

/** Hears that another tab has changed it, until the returned function is called. */
export function hearDraft(penggunaId: string, konsultasiId: string, listener: () => void): () => void {
  const key = keyOf(penggunaId, konsultasiId)
  // Without a key all was wiped.
  const look = (event: StorageEvent) => {
    if (event.key === key || event.key === null) listener()
  }
  addEventListener('storage', look)
  return () => removeEventListener('storage', look)
}

/** Has this person begun to write anywhere on this device? */
export const hasDrafts = (penggunaId: string): boolean => localKeys(`${PREFIX}${penggunaId}:`).length > 0

/** Is there a draft of anybody? */
export const hasAnyDraft = (): boolean => localKeys(PREFIX).length > 0

/** What anybody else had begun to write here goes. */
export function wipeDraftsOfOthers(penggunaId: string): void {
  for (const key of localKeys(PREFIX)) if (!key.startsWith(`${PREFIX}${penggunaId}:`)) localStorage.removeItem(key)
}

export function wipeDrafts(): void {
  for (const key of localKeys(PREFIX)) localStorage.removeItem(key)
}
