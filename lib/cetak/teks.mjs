/** Characters that a line of the page holds at most; what is longer without a blank is no word. */
const WORD = 60
/** Line breaks of one text that are drawn as such. */
const LINES = 150

const BREAK = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g
const LONG = new RegExp(`[^\\s-]{${WORD}}(?=[^\\s-])`, 'gu')

/**
 * A text as it is drawn, so that drawing costs by its letters and by nothing else: of several blank lines one, a text of very many lines as
 * running text with a stroke where each ended, and within what is longer than a line a place to break it (pdfkit looks for one by measuring the
 * rest anew for each letter). The attached JSON has it as it was written.
 * @param {string} text
 */
export function printable(text) {
  const lines = text
    .replace(BREAK, '\n')
    .replace(/\n[^\S\n]+(?=\n)/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/[^\S\n]{20,}/g, (blanks) => blanks.slice(0, 20))
    .replace(LONG, '$&\u200b')
  return lines.split('\n').length > LINES ? lines.replace(/\s*\n\s*/g, ' / ') : lines
}
