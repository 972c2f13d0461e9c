/** How many of the words that resemble one are looked for. */
const SERUPA_MAX = 16

/** Of these words those that are `word` with a slip of the hand or two: the nearest first, at most 16. */
export const resembling = (word: string, words: Iterable<string>): string[] => slipped(word, words).map(({ other }) => other)

/** Of those the ones that no other is nearer than. */
export function nearestTo(word: string, words: Iterable<string>): string[] {
  const found = slipped(word, words)
  return found.filter(({ distance }) => distance === found[0]?.distance).map(({ other }) => other)
}

function slipped(word: string, words: Iterable<string>): { readonly other: string; readonly distance: number }[] {
  const slips = slipsIn(word)
  if (slips === 0) return []
  return [...words]
    .map((other) => ({ other, distance: distanceOf(word, other, slips) }))
    .filter(({ distance }) => distance > 0 && distance <= slips)
    .sort((a, b) => a.distance - b.distance || (a.other < b.other ? -1 : 1))
    .slice(0, SERUPA_MAX)
}

/** None in a number (another dose is another dose) and in a short word, two in a long one. */
const slipsIn = (word: string): number => (word.length < 4 || /[0-9]/.test(word) ? 0 : word.length < 7 ? 1 : 2)

/** Letters left out, put in, changed or swapped with their neighbour (Damerau and Levenshtein); more than `most` is told as `most + 1`. */
function distanceOf(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, n) => n)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, changed, isSwap ? at(before, j - 2) + 1 : changed))
    }
    if (Math.min(...row) > most) return most + 1
    ;[before, last] = [last, row]
  }
  return at(last, b.length)
}

const at = (row: readonly number[], n: number): number => row[n] ?? Number.POSITIVE_INFINITY
