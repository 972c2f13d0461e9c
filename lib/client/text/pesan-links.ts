/** What can be followed in a text, and where in it. */
export interface Found {
  readonly kind: 'link' | 'telepon'
  readonly index: number
  readonly text: string
  readonly href: string
}

/** Every link has one of these; most of what people write has none, and needs no further look. */
const HINT = /\.[^\s\d.]|\/\/|@/

export const mayHoldLink = (text: string): boolean => HINT.test(text)

/**
 * The addresses of pages and mailboxes in a text. What stands between blanks is one address as a whole or none: so each leads to exactly the host
 * that is read there. Only what a clinic's people write: https, http and mailto, and hosts that go without.
 */
export function linksIn(text: string): Found[] {
  if (!mayHoldLink(text)) return []
  return [...text.matchAll(PIECE)].flatMap(({ index, 0: piece }) => {
    const begin = beginOf(piece)
    const address = withoutEnd(piece.slice(begin))
    const href = CONCEALED.test(piece) ? null : (mailbox(address) ?? page(address))
    return href ? [{ kind: 'link' as const, index: index + begin, text: address, href }] : []
  })
}

const PIECE = /[^\s<>"“”«»|`]+/g

/** Characters that are not seen or turn the direction of what follows, so that an address reads differently from what it is (Unicode TR 36, 3.1). */
const CONCEALED = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/

/** Behind what opens (`(www.…`), and behind words that lead to it (`Hasil:https://…`). */
function beginOf(piece: string): number {
  const opening = /^[([{'‘*_~]*/.exec(piece)?.[0].length ?? 0
  const scheme = /^[\p{L}\p{N}]*[:;,]+(?=https?:\/\/)/iu.exec(piece.slice(opening))?.[0].length ?? 0
  return opening + scheme
}

/** Without what ends the sentence around it; a bracket belongs to the address that opened it. */
function withoutEnd(address: string): string {
  const end = /(?:[.,;:!?'’*_~\]}…]|\p{Extended_Pictographic}|\ufe0f)+$|\)+$/u.exec(address)
  if (!end) return address
  const shorter = address.slice(0, end.index)
  return end[0].startsWith(')') && shorter.includes('(') ? address : withoutEnd(shorter)
}

function mailbox(address: string): string | null {
  const [, name] = /^(?:mailto:)?([a-z0-9.!#$%&'*+/=?^_{|}~-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\?[\x21-\x7e]*)?)$/i.exec(address) ?? []
  return name && URL.canParse(`mailto:${name}`) ? new URL(`mailto:${name}`).href : null
}

function page(address: string): string | null {
  const hasScheme = /^https?:\/\//i.test(address)
  const whole = hasScheme ? address : `https://${address}`
  const shown = hostIn(whole)
  if (!shown.includes('.') || !URL.canParse(whole)) return null
  const url = new URL(whole)
  // The browser may read another host than people do: one before an @, a number for an address, letters of another script.
  if (url.hostname !== shown) return null
  return hasScheme || isKnownHost(shown) ? url.href : null
}

/** What stands where people look for the host. */
const hostIn = (address: string): string => (/\/\/([^/?#]*)/.exec(address)?.[1] ?? '').replace(/:\d+$/, '').toLowerCase()

/**
 * Without a scheme it is a host only where nothing else is likely: almost every pair of letters is some country's ending, and people write
 * `Sp.JP`, `habis.sy` and `5.ml`.
 */
function isKnownHost(host: string): boolean {
  if (/^www\.[^.]+\../.test(host) || host === 'wa.me') return true
  const labels = host.split('.')
  return ENDINGS.has(labels.at(-1) ?? '') && labels.every((label) => label.length > 1 && !/^\d+$/.test(label))
}

const ENDINGS: ReadonlySet<string> = new Set(['id', 'com', 'org', 'net'])
