import { blanksIn, type Isian } from './isian'

/** Characters of each part, and how many one person, or the clinic, keeps. */
export const PINTASAN_MAX = 30
export const JUDUL_MAX = 100
export const BALASAN_MAX = 200

/** Blanks in one `isi` that are filled by hand. */
export const ISIAN_BALASAN_MAX = 40

/** What is known of whom it is written to; null where nobody knows. */
export interface Diketahui {
  readonly pasien: string
  readonly dokter: string
  readonly umur: string | null
}

const KNOWN = /\{(pasien|dokter|umur)\}/g

/**
 * `isi` with what is known put in its place. What nobody knows becomes a blank of that name, so that it is not sent with a hole; any other braces
 * are the writer's own and stay. What is put in is never looked at again: a pasien called `{dokter}` stays one.
 */
export const fillBalasan = (isi: string, known: Diketahui): string =>
  isi.replace(KNOWN, (_, name: keyof Diketahui) => known[name] ?? `{?${name}}`)

/** The first blank at or after this place, else the first of all; null where none is left. */
export function nextBlank(text: string, from: number): Isian | null {
  const blanks = blanksIn(text)
  return blanks.find((blank) => blank.from >= from) ?? blanks[0] ?? null
}
