/** What a spreadsheet would take for the beginning of a formula, also in full width: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** So that Excel takes the text for what it is. */
export const UTF8_BOM = '\uFEFF'

/** One record of RFC 4180: each cell quoted, ended by CRLF. A cell that could run as a formula gets an apostrophe before it. */
export const csvRecord = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`

function cell(value: string | number | null): string {
  if (value === null) return '""'
  if (typeof value === 'number') return `"${value}"`
  return `"${(FORMULA.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
}
