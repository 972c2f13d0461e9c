/** The length that people count: Unicode code points, not UTF-16 units. */
export const lengthOf = (text: string): number => {
  let length = 0
  for (const _ of text) length++
  return length
}

/** Can PostgreSQL keep this and every client show it? NUL and unpaired surrogates are neither text nor storable. */
export const isPlainText = (text: string): boolean => !text.includes('\0') && text.isWellFormed()
