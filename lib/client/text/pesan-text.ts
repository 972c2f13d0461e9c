import { type Found, linksIn } from './pesan-links'
import { phonesIn } from './pesan-phones'

/** A piece of a pesan's text. `href` is where it leads: https, http, mailto or tel, never anything that runs. */
export type Segment = { readonly kind: 'text'; readonly text: string } | Omit<Found, 'index'>

/**
 * Takes the text of a pesan apart into words, links and phone numbers; joined again they are the text. Nobody vouches for what is written
 * there: whatever could disguise where it leads stays text.
 */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = []
  let end = 0
  for (const { index, ...found } of [...linksIn(text), ...phonesIn(text)].sort((a, b) => a.index - b.index)) {
    if (index < end) continue
    if (index > end) segments.push({ kind: 'text', text: text.slice(end, index) })
    segments.push(found)
    end = index + found.text.length
  }
  if (end < text.length) segments.push({ kind: 'text', text: text.slice(end) })
  return segments
}
