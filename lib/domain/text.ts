/** The length that people count: Unicode code points, not UTF-16 units. */
export const lengthOf = (text: string): number => {
  let length = 0
  for (const _ of text) length++
  return length
}

/** Can PostgreSQL keep this and every client show it? NUL and unpaired surrogates are neither text nor storable. */
export const isPlainText = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

/** Line breaks and other controls, and marks that turn the direction of writing (`gnp.exe` reads as `exe.png` behind one). */
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** Can this name somebody or something? It stands in the midst of other words, and must leave them as they are. */
export const isOneLine = (text: string): boolean => isPlainText(text) && !CONTROLS.test(text)
