/** Up to this many emoji are shown large; more of them are text. */
const FEW = 3

const PARTS = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u200d\ufe0f\s])+$/u
const SIGN = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u

/** Is this nothing but one to three emoji? */
export function isOnlyEmoji(text: string): boolean {
  if (text.length > 64 || !PARTS.test(text) || !SIGN.test(text)) return false
  if (typeof Intl.Segmenter === 'undefined') return false
  const signs = [...new Intl.Segmenter().segment(text)].filter(({ segment }) => segment.trim() !== '')
  return signs.length <= FEW
}
