/** The length that people count: Unicode code points, not UTF-16 units. */
export const lengthOf = (text: string): number => {
  let length = 0
  for (const _ of text) length++
  return length
}

/** Can PostgreSQL keep this and every client show it? NUL and unpaired surrogates are neither text nor storable. */
export const isPlainText = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/** Line breaks and other controls, and marks that turn the direction of writing (`gnp.exe` reads as `exe.png` behind one). */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** Does it stand in the midst of other words and leave them as they are? */
const isOneLine = (text: string): boolean => isPlainText(text) && !CONTROLS.test(text)

/** Nothing but blanks and characters without a shape. */
const INVISIBLE = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]+$/u

/**
 * Can this name somebody? It is one line, and people see all of it: a link of that name can be followed, and no two names look alike because
 * of what has no shape.
 */
export const isName = (text: string): boolean => isOneLine(text) && !INVISIBLE.test(text) && !UNSEEN.test(text.replace(EMOJI_JOINTS, ''))

/** What joins and colours emoji has no shape of its own; beside them it is not hidden. */
const EMOJI_JOINTS = /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}])(\ufe0f?\u200d(?=\p{Extended_Pictographic})|\ufe0f)/gu

/** Characters without a shape, and code points that are no characters. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u
