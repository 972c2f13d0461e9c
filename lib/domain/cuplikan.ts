/**
 * A word of any script: digits, or letters and marks, with apostrophes and characters without a shape only inside it. As `foldedWords` parts
 * them, but as they are written.
 */
const WORD =
  /[0-9０-９]+|(?:(?![0-9０-９])[\p{L}\p{M}\p{N}])+(?:['`´‘’‛′ʹʻʼʽʾʿˈꞌ＇\u00ad\u200b-\u200f\u2060]+(?:(?![0-9０-９])[\p{L}\p{M}\p{N}])+)*/gu

/** What a snippet marks its hits with: two characters of Unicode's private area, which are taken out of the text itself. */
export const HIT_START = '\ue000'
export const HIT_END = '\ue001'
const MARKS = /[\ue000\ue001]/g

/** How much of a text a snippet shows, and how much of that before its first hit, in UTF-16 units. */
const CUPLIKAN_MAX = 240
const LEAD_MAX = 60

/** The different words of these texts, as they are written there. */
export const wordsIn = (texts: readonly string[]): string[] => [...new Set(texts.flatMap((text) => text.match(WORD) ?? []))]

/** Where these words stand in a text; `hits` are words as they are written there. */
export const hitsIn = (text: string, hits: ReadonlySet<string>): { word: string; index: number }[] =>
  [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => (hits.has(word) ? [{ word, index }] : []))

/** The part of a text around its first hit, with each hit in it between HIT_START and HIT_END; `hits` are words as they are written there. */
export function cuplikanOf(text: string, hits: ReadonlySet<string>): string {
  const found = hitsIn(text, hits)
  const [from, to] = windowAround(text, found[0]?.index ?? 0)
  let cuplikan = ''
  let place = from
  for (const { word, index } of found) {
    if (index + word.length > to) break
    cuplikan += `${plain(text.slice(place, index))}${HIT_START}${word}${HIT_END}`
    place = index + word.length
  }
  return (cuplikan + plain(text.slice(place, to))).trim()
}

const plain = (text: string) => text.replace(MARKS, '')

/** Between words where there is a blank to part them, and never inside a surrogate pair. */
function windowAround(text: string, hit: number): [from: number, to: number] {
  const blank = text.slice(hit - LEAD_MAX, hit).search(/\s/)
  const from = hit <= LEAD_MAX ? 0 : blank < 0 ? hit : hit - LEAD_MAX + blank + 1
  if (text.length - from <= CUPLIKAN_MAX) return [from, text.length]
  const end = from + CUPLIKAN_MAX
  const lastBlank = text.slice(hit, end).search(/\s\S*$/)
  if (lastBlank > 0) return [from, hit + lastBlank]
  return [from, /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end]
}

/** A snippet in pieces, for whoever shows it: what is a hit and what is not. */
export const piecesOf = (cuplikan: string): { text: string; isHit: boolean }[] =>
  cuplikan
    .split(/(\ue000[^\ue001]*\ue001)/)
    .filter(Boolean)
    .map((piece) => ({ text: plain(piece), isHit: piece.startsWith(HIT_START) }))
