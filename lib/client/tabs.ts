/** What one tab learned, the others of the same person look up for themselves: nothing but the hint travels between them. */
const nameOf = (penggunaId: string) => `sapa:berita:${penggunaId}`

/** Something of this person has changed. */
export function tellTabs(penggunaId: string): void {
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel(nameOf(penggunaId))
  channel.postMessage(null)
  channel.close()
}

/** Hears the hints of the other tabs, until the returned function is called. */
export function hearTabs(penggunaId: string, listener: () => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined
  const channel = new BroadcastChannel(nameOf(penggunaId))
  channel.onmessage = listener
  return () => channel.close()
}
