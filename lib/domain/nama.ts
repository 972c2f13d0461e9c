import { fold } from './folding'

/**
 * Letters of Cyrillic and Greek (and a few rare Latin and Armenian ones) that look like a plain Latin one, each before what it looks like:
 * of Unicode's list of confusables (UTS #39) those that a reader of Indonesian cannot tell apart in running text.
 */
const LOOKALIKE = new Map(
  'аa бb вb гr еe иn іi јj кk ӏl мm нh оo рp сc тt уy ԛq ѕs хx һh ԁd ԝw αa βb γy εe ηn ιi κk μu νv οo ρp τt υu χx ωw ϲc ϳj ıi ȷj łl øo đd ħh ŧt ɑa ɡg ɩi ոn օo սu'
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
)

/** Digits and pairs that stand for letters, as far as they are read as such inside a word. */
const READ_AS: readonly (readonly [RegExp, string])[] = [
  [/0/g, 'o'],
  [/[1|l!]/g, 'i'],
  [/5/g, 's'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
]

/** What stands before a name: who bears one may leave it out. */
const TITLES = new Set(['dr', 'drg', 'prof', 'h', 'hj', 'dokter'])

/** What a name looks like at a glance, without titles and degrees: two dokter with the same looks are hard to tell apart. */
export function looksOf(nama: string): string {
  const [bare = ''] = nama.split(',')
  const words = latin(bare)
    .split(/[^\p{L}\p{N}|!]+/u)
    .filter((word) => word && !TITLES.has(word))
  return READ_AS.reduce((looks, [what, letter]) => looks.replace(what, letter), words.join(' '))
}

const latin = (text: string): string => [...fold(text)].map((letter) => LOOKALIKE.get(letter) ?? letter).join('')

/** Marks by which pages say that something was checked. */
const CHECK_MARK = /[√✓✔✅☑🗸🗹⍻]/u

/** Who speaks for the clinic: nobody registers as one. */
const OFFICE = /(^|[^\p{L}])(admin|administrator|superadmin|moderator)($|[^\p{L}])/u

const WORDS = /[\p{L}\p{M}]+/gu
const LATIN = /\p{Script=Latin}/u
const LIKE_LATIN = /[\p{Script=Cyrillic}\p{Script=Greek}]/u

/** Has one of its words letters of two scripts that look alike? Word by word: a single expression over all would read each word from each letter. */
const isMixed = (nama: string): boolean => (nama.match(WORDS) ?? []).some((word) => LATIN.test(word) && LIKE_LATIN.test(word))

/** Does a name say more than who somebody is: that they were verified, or speak for the clinic, or are somebody else? */
export const pretends = (nama: string): boolean =>
  CHECK_MARK.test(nama) || isMixed(nama.normalize('NFKC')) || OFFICE.test(latin(nama)) || /terverifikasi|verified/.test(latin(nama))
