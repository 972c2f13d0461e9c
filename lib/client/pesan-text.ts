import { LinkifyIt } from 'linkify-it'

/** A piece of a pesan's text. `href` is where it leads: https, http, mailto or tel, never anything that runs. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link' | 'telepon'; readonly text: string; readonly href: string }

/**
 * Takes the text of a pesan apart into words, links and phone numbers; joined again they are the text. Nobody vouches for what is written
 * there: whatever could disguise where it leads stays text.
 */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = []
  let end = 0
  for (const found of [...linksIn(text), ...phonesIn(text)].sort((a, b) => a.index - b.index)) {
    if (found.index < end) continue
    if (found.index > end) segments.push({ kind: 'text', text: text.slice(end, found.index) })
    segments.push({ kind: found.kind, text: found.text, href: found.href })
    end = found.index + found.text.length
  }
  if (end < text.length) segments.push({ kind: 'text', text: text.slice(end) })
  return segments
}

interface Found {
  readonly kind: 'link' | 'telepon'
  readonly index: number
  readonly text: string
  readonly href: string
}

/** Only what a clinic's people write: no ftp, no addresses without a name, no scheme of anybody's own. */
const linkify = new LinkifyIt({ fuzzyLink: true }).add('ftp:', null).add('//', null)

const SCHEMES = ['https:', 'http:', 'mailto:']

/** Characters that turn the direction of what follows, so that an address reads differently from what it is (Unicode TR 36, 3.1). */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** Every link has one of these; most of what people write has none, and is not worth linkify's large expressions on a phone. */
const HINT = /\.[^\s\d.]|\/\/|@/

export const mayHoldLink = (text: string): boolean => HINT.test(text)

function linksIn(text: string): Found[] {
  if (!mayHoldLink(text)) return []
  return (linkify.match(text) ?? []).flatMap(({ index, raw, schema, url }) => {
    const href = TURNS.test(raw) ? null : safeHref(schema === '' ? url.replace(/^http:/, 'https:') : url)
    return href ? [{ kind: 'link' as const, index, text: raw, href }] : []
  })
}

/** A name before an @ (`https://klinik.id@elsewhere`) is there to deceive; linkify itself takes none, and neither does this. */
function safeHref(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null
  return url && SCHEMES.includes(url.protocol) && url.username === '' && url.password === '' ? url.href : null
}

/** +62 or 0, then a mobile number or an area code; or another country's with its +. Not dates, not doses, not the middle of a number. */
const PHONE =
  /(?<![\p{L}\d+])(?:(?:\+62[ -]?|0)8\d{1,2}[ .-]?\d{3,4}[ .-]?\d{3,5}|(?:\+62[ -]?|0)[2-79]\d{1,2}[ -]?\d{3,4}[ -]?\d{3,4}|\(0[2-79]\d{1,2}\)[ -]?\d{3,4}[ -]?\d{3,4}|\+(?!62)\d{1,3}(?:[ -]?\d{2,4}){2,4})(?![\p{L}\d])/gu

const phonesIn = (text: string): Found[] =>
  [...text.matchAll(PHONE)].flatMap(({ index, 0: found }) => {
    const digits = found.replace(/\D/g, '')
    const isNumber = digits.length >= 8 && digits.length <= 15
    return isNumber ? [{ kind: 'telepon' as const, index, text: found, href: `tel:+${digits.replace(/^0/, '62')}` }] : []
  })
