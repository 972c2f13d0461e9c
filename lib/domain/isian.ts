/** Characters of the name of a blank. */
const NAMA_ISIAN_MAX = 40

/** A blank `{?dosis}` that is filled by hand. */
const BLANK = new RegExp(String.raw`\{\?[^{}\n]{1,${NAMA_ISIAN_MAX}}\}`, 'gu')

/** A blank in a text: where it begins and ends, in UTF-16 units. */
export interface Isian {
  readonly from: number
  readonly to: number
}

/** The blanks that are still to be filled by hand, in order. */
export const blanksIn = (text: string): Isian[] =>
  [...text.matchAll(BLANK)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }))
