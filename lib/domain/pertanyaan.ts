import { CARI_MAX, CARI_WORDS_MAX } from './cari'
import { foldedWords } from './folding'

/** A part of what was asked for: one word in any of its forms, or several that must stand one after the other as they are. */
export type Bagian = readonly [string, ...string[]]

/** What stands between quotation marks, or between blanks. */
const PARTS = /["“”„«»]([^"“”„«»]*)["“”„«»]|[^\s"“”„«»]+/g

/** "pusing2" is how "pusing-pusing" is typed. */
const TWICE = /^(\p{L}{3,})2(?:nya)?$/u

/**
 * What a question asks for, at most sixteen words. Between quotation marks the order counts, and where digits are among them also without:
 * `5mg`, `38,5` and `covid-19` mean these very words in a row, however they are joined in the text.
 */
export function partsOf(q: string): Bagian[] {
  const parts = [...q.matchAll(PARTS)].flatMap(([part, quoted]) => (quoted === undefined ? looseParts(part) : [foldedWords(quoted)]))
  return firstWords(parts, CARI_WORDS_MAX)
    .map((words) => words.map(shortened))
    .filter(isBagian)
}

function firstWords([words, ...others]: string[][], most: number): string[][] {
  return words && most > 0 ? [words.slice(0, most), ...firstWords(others, most - words.length)] : []
}

/** How much of a word the index keeps (function `kata_akar`): a few characters unfold into many. */
const shortened = (word: string) => [...word].slice(0, CARI_MAX).join('')

function looseParts(part: string): string[][] {
  const words = foldedWords(part.replace(TWICE, '$1'))
  return words.length > 1 && words.some((word) => /^[0-9]+$/.test(word)) ? [words] : words.map((word) => [word])
}

const isBagian = (words: string[]): words is [string, ...string[]] => words.length > 0

/**
 * May a longer word stand for this one? From three letters on. A number only where it is the beginning of one for a telephone: whoever
 * looks for 500 does not mean 5000.
 */
export const mayGoOn = (word: string): boolean => (/^[0-9]+$/.test(word) ? /^(0|62)[0-9]{2,}$/.test(word) : [...word].length >= 3)
