/**
 * What one tab learned, the others of the same person look up for themselves: nothing but the hint travels between them. Opening a channel is
 * dear, so a page has one.
 */
interface Link {
  readonly penggunaId: string
  readonly listeners: Set<() => void>
  /** null where the browser has none: then only this page hears. */
  readonly channel: BroadcastChannel | null
}

let current: Link | null = null

/** Something of this person has changed. All who hear are told, here and in the other tabs, but not `teller`. */
export function tellTabs(penggunaId: string, teller: () => void): void {
  tellOtherTabs(penggunaId)
  for (const listener of linkOf(penggunaId).listeners) if (listener !== teller) listener()
}

/** The same, for what this page itself need not look up. */
export const tellOtherTabs = (penggunaId: string): void => linkOf(penggunaId).channel?.postMessage(null)

/** Hears these hints, until the returned function is called. */
export function hearTabs(penggunaId: string, listener: () => void): () => void {
  const { listeners } = linkOf(penggunaId)
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function linkOf(penggunaId: string): Link {
  if (current?.penggunaId === penggunaId) return current
  current?.channel?.close()
  const listeners = new Set<() => void>()
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`sapa:berita:${penggunaId}`)
  if (channel)
    channel.onmessage = () => {
      for (const listener of listeners) listener()
    }
  current = { penggunaId, listeners, channel }
  return current
}
