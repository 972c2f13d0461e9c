const KEY = 'sapa:pengguna'

/** Whose page this is; null before anybody's. */
let self: string | null = null

export const pageIdentity = (): string | null => self

/** This page belongs to this person now, in every tab of the browser: they share one cookie. */
export function claimIdentity(penggunaId: string): void {
  self = penggunaId
  try {
    localStorage.setItem(KEY, penggunaId)
  } catch {
    // Without storage there is nothing to compare: the server still decides.
  }
}

/**
 * Is the person of this page still the one who is signed in? Someone else who signs in at another tab takes the cookie of this one
 * too: what this page would send or mark as read would then be theirs.
 */
export function isStillSelf(penggunaId: string): boolean {
  try {
    const claimed = localStorage.getItem(KEY)
    return claimed === null || claimed === penggunaId
  } catch {
    return true
  }
}

/** Whose device this is, as far as it knows: empty when nobody opened a wing here. */
export function identityHere(): string {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

/** Nobody is signed in here any more. */
export function giveUpIdentity(): void {
  try {
    // Not removed: a page that is still open elsewhere must see that its person has left.
    localStorage.setItem(KEY, '')
  } catch {}
}

/** Hears, in every other tab too, that this page's person has left or that somebody else has come. */
export function onIdentityLost(penggunaId: string, listener: () => void): () => void {
  const look = () => {
    if (!isStillSelf(penggunaId)) listener()
  }
  addEventListener('storage', look)
  // A page that the browser had put aside comes back as it was.
  addEventListener('pageshow', look)
  return () => {
    removeEventListener('storage', look)
    removeEventListener('pageshow', look)
  }
}
