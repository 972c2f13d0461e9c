import { LinkifyIt } from 'linkify-it'
import type { Found } from './pesan-text'

/** Only what a clinic's people write: no ftp, no addresses without a name, no scheme of anybody's own. */
const linkify = new LinkifyIt({ fuzzyLink: true }).add('ftp:', null).add('//', null)

/** Every link has one of these; most of what people write has none, and is not worth linkify's large expressions on a phone. */
const HINT = /\.[^\s\d.]|\/\/|@/

export const mayHoldLink = (text: string): boolean => HINT.test(text)

/** The addresses of pages and mailboxes in a text, each of which leads to exactly the host that is read there. */
export function linksIn(text: string): Found[] {
  if (!mayHoldLink(text)) return []
  return (linkify.match(text) ?? []).flatMap(({ index, raw, schema, url }) => {
    if (CONCEALED.test(raw) || GOES_ON.test(text.slice(index + raw.length)) || BEGAN_BEFORE.test(text.slice(0, index))) return []
    const href = schema === 'mailto:' ? mailbox(url) : page(raw, schema)
    return href ? [{ kind: 'link' as const, index, text: raw, href }] : []
  })
}

/** Characters that are not seen or turn the direction of what follows, so that an address reads differently from what it is (Unicode TR 36, 3.1). */
const CONCEALED = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/

/** Where an address seems to go on (`https://klinik.id∕@elsewhere`), what was found is not what is read. */
const GOES_ON = /^[\\/\p{L}\p{N}\p{Sm}\p{Mn}\p{Cf}\u2571\u29f8\u3002\uff0e\uff0f\uff61]|^[^\s/?#]*[@\uff20]/u
const BEGAN_BEFORE = /[@\\\p{L}\p{N}\p{Sm}\p{Mn}\p{Cf}\uff0f\uff20\u2571\u29f8]$/u

const mailbox = (url: string): string | null => (isAscii(url) && URL.canParse(url) ? new URL(url).href : null)

function page(raw: string, schema: string): string | null {
  const address = schema === '' ? `https://${raw}` : raw
  const url = URL.canParse(address) ? new URL(address) : null
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null
  const shown = hostIn(address)
  if (!shown.includes('.')) return null
  // The browser may read another host than people do: one before an @, a number for an address, letters of another script.
  if (url.hostname !== shown) return null
  return schema === '' && !isKnownHost(shown) ? null : url.href
}

/** What stands where people look for the host. */
const hostIn = (address: string): string => (/\/\/([^/?#]*)/.exec(address)?.[1] ?? '').replace(/:\d+$/, '').toLowerCase()

const isAscii = (text: string): boolean => /^[\x21-\x7e]*$/.test(text)

/**
 * Without a scheme it is a host only where nothing else is likely: almost every pair of letters is some country's ending, and people write
 * `Sp.JP`, `habis.sy` and `5.ml`.
 */
function isKnownHost(host: string): boolean {
  if (host.startsWith('www.') || host === 'wa.me') return true
  const labels = host.split('.')
  return ENDINGS.has(labels.at(-1) ?? '') && labels.every((label) => label.length > 1 && !/^\d+$/.test(label))
}

const ENDINGS: ReadonlySet<string> = new Set(['id', 'com', 'org', 'net'])
