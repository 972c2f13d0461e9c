import { fold, foldedWords } from '@/lib/domain/folding'

/** Cyrillic and Greek letters that look like Latin ones, and what they look like. */
const LOOKS_LIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [...'аaеeоoрpсcхxуyіiкkмmтtнhвbѕsԁdαaοoικεeρpτtνvκkυu'.matchAll(/([^a-z])([a-z])/g)].map(([, other, latin]) => [other, latin]),
)

/** Digits that stand for letters in the midst of a word (`k0dein`). */
const DIGITS: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's' }

/** How English and Latin spellings are written in Indonesian, in this order; what is left does not tell names apart. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/rh/g, 'r'],
  [/kh|ch|ck/g, 'k'],
  [/[ao]e/g, 'e'],
  [/y/g, 'i'],
  [/c(?=[ei])/g, 's'],
  [/[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/v/g, 'f'],
  [/(\D)\1+/g, '$1'],
]

/** A final vowel of a longer word: codeine, kodein and kodeina are one, vitamin A and vitamin E are not. */
const ENDING = /(?<=.{5})(?<!^fitamin)[ae]$/

/** A word that is spelled out: `k.o.d.e.i.n`. */
const SPELLED_OUT = /(?<![a-z])(?:[a-z][^a-z0-9]){3,}[a-z](?![a-z])/g

/**
 * Names that differ only in how they are spelled have the same key: amoxicillin and amoksisilin, `Co-deine` and kodeina. Two substances
 * that differ have two (a test looks through the lists).
 */
export const keyOf = (nama: string): string => keyOfWord(wordsOf(nama).join(''))

const keyOfWord = (word: string): string =>
  SPELLINGS.reduce((key, [pattern, written]) => key.replace(pattern, written), word).replace(ENDING, '')

/** The words of a name, in which nothing only looks like a letter. */
const wordsOf = (nama: string): string[] =>
  foldedWords(
    fold(nama)
      .replace(/[^\0-\u007f]/g, (letter) => LOOKS_LIKE[letter] ?? letter)
      .replace(SPELLED_OUT, (letters) => letters.replace(/[^a-z]/g, ''))
      // The letter of a vitamin: c and k are two.
      .replace(/(?<![a-z])c(?![a-z])/g, 'see')
      .replace(/(?<=[a-z])[01345](?=[a-z]{2})/g, (digit) => DIGITS[digit] ?? digit),
  )

/** A name has at most this many words in our lists. */
const LONGEST = 5

/**
 * Finds what of a list stands in a text, wherever in it and however its words are parted: the longest names first, and nothing in what a
 * longer one already stands for (`panadol extra` is not also `panadol`).
 */
export function namesIn<Entry>(text: string, list: ReadonlyMap<string, Entry>): Entry[] {
  const words = wordsOf(text)
  const found: Entry[] = []
  for (let from = 0; from < words.length; ) {
    const length = longestAt(words, from, list)
    const entry = length > 0 ? list.get(keyOfWord(words.slice(from, from + length).join(''))) : undefined
    if (entry !== undefined) found.push(entry)
    from += Math.max(length, 1)
  }
  return found
}

function longestAt(words: readonly string[], from: number, list: ReadonlyMap<string, unknown>): number {
  for (let length = Math.min(LONGEST, words.length - from); length > 0; length--)
    if (list.has(keyOfWord(words.slice(from, from + length).join('')))) return length
  return 0
}

/** Words beside a name that say how much of it and in which form. */
const BESIDE =
  /^(\d+|mg|mcg|ug|g|gr|gram|ml|l|iu|ui|persen|tab|tabl|tablet|kaplet|kap|kaps|kapsul|caps|capsule|capsules|tablets|sirup|syr|syrup|syrop|drop|drops|tetes|inj|injeksi|salep|krim|cream|gel|supp|suppositoria|susp|suspensi|forte|sr|xr|od|puyer|serbuk|obat)$/

/** The keys of the single words of a text, without what only says how much or in which form. */
export const keysOfWords = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => !BESIDE.test(word))
    .map(keyOfWord)

/** The key of a name without strength and form: two that no list knows are one when these agree. @returns '' when nothing else is said */
export const bareKeyOf = (nama: string): string =>
  keyOfWord(
    wordsOf(nama)
      .filter((word) => !BESIDE.test(word))
      .join(''),
  )
