/** What stands before a name and is no part of it: "dr. Ratna Sari" is RS, "Ny. Siti" S, "(Alm) Budi" B. */
const TITLES = /^(dr|drg|prof|h|hj|hjh|kh|ir|ns|bdn|apt|tn|ny|nn|sdr|sdri|bpk|alm|almh|almarhum|almarhumah)$/i

/** These are names too, and titles only with a full stop: an. (anak), by. (bayi), ibu. */
const SHORTENED = /^(an|by|ibu|bp|dra|drs)\.$/i

/** A degree behind a name without a comma: Sp.A, M.Kes, S.Ked. */
const DEGREE = /^\p{L}{1,3}\.\p{L}/u

/** The first letters of the first and the last word of a name, without titles before and after it. */
export function initialsOf(name: string): string {
  const [bare = ''] = name.split(',')
  const all = bare.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const named = all.filter((word) => !TITLES.test(word.replace(/[^\p{L}]/gu, '')) && !SHORTENED.test(word))
  const [first, ...others] = named.length > 0 ? named : all.length > 0 ? all : [bare.trim()]
  const last = others.filter((word) => !DEGREE.test(word)).at(-1)
  return [first, last].map(initialOf).join('').toUpperCase()
}

/** The same of somebody who may have a single name, as children do: of that the first two letters. */
export function lettersOf(name: string): string {
  const initials = initialsOf(name)
  const [, second = ''] = /^[^\p{L}\p{N}]*[\p{L}\p{N}]([\p{L}\p{N}])/u.exec(name) ?? []
  return Array.from(initials).length > 1 || /\s/.test(name.trim()) ? initials : initials + second.toLowerCase()
}

/** The first letter or digit; where there is none, whatever comes first. */
const initialOf = (word = ''): string => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? Array.from(word)[0] ?? ''

/** Colours that people are told apart by. */
export const WARNA = 6

/** Which of the colours somebody has, by their id or name. */
export function warnaOf(seed: string): number {
  let hash = 7
  for (const character of seed) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003
  return hash % WARNA
}
