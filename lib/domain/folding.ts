/**
 * What people do not hear in a text, taken away: case, accents, forms of letters and digits (full width, ligatures), apostrophes and
 * characters without a shape. Two texts that are the same to a reader are the same after it. Twin of the function `lipat` in PostgreSQL.
 */
export const fold = (text: string): string =>
  text.replace(APOSTROPHES, '').normalize('NFKD').replace(UNHEARD, '').toLowerCase().replaceAll('ς', 'σ').normalize('NFC')

const APOSTROPHES = /['`´‘’‛′ʹʻʼʽʾʿˈꞌ＇]/g

/** Accents of Latin, Greek and Cyrillic letters, and what Unicode calls default-ignorable. Marks of other scripts are vowels. */
const UNHEARD =
  /[\u0300-\u036f]|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}]|[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufff8]/gu

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII that is neither letter nor digit
const BETWEEN_WORDS = /[\u0001-/:-@[-`{-\u00bf\u2000-\u2bff\u3000-\u303f\ue000-\uf8ff\u{10000}-\u{10ffff}]+/gu

/**
 * The words of a text, folded, in their order: parted by punctuation, symbols and emoji, and by the step from a letter to a digit (`500mg` is
 * two). Twin of the function `kata_dari` in PostgreSQL.
 */
export const foldedWords = (text: string): string[] =>
  fold(text)
    .replace(BETWEEN_WORDS, ' ')
    .replace(/[0-9]+/g, ' $& ')
    .split(' ')
    .filter(Boolean)

/** Is each word of `q` part of the name, in any order? `sp.pd`, `dr budi` and `Ma’ruf` find "dr. H. Budi Ma'ruf, Sp. PD". */
export function isNamed(name: string, q: string): boolean {
  const [folded, quoted] = [fold(name), foldBetweenQuotes(name)]
  return q.split(/\s+/).every((word) => {
    const typed = foldBetweenQuotes(word)
    return /^'|'$/.test(typed) ? quoted.includes(typed) : nameWords(word).every((part) => folded.includes(part))
  })
}

/** Folded, with every apostrophe as `'`: one that nothing follows yet must stand in the name. */
const foldBetweenQuotes = (text: string): string => text.split(APOSTROPHES).map(fold).join("'")

/** The words that a name is looked for by, folded. An address stays in one piece. */
export const nameWords = (q: string): string[] =>
  fold(q)
    .split(/\s+/)
    .flatMap((word) => (word.includes('@') ? word : word.split(/[.,;()]+/)))
    .filter(Boolean)

/** A password as it is hashed: keyboards differ in how they write an é, people do not. Case and blanks stay. NIST SP 800-63B, 5.1.1.2. */
export const foldPassword = (password: string): string => password.normalize('NFKC')
