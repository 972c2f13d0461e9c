/** A line of a table: its number in the file, from 1, and what its columns say, by the names in the header. */
export interface Baris {
  readonly nomor: number
  readonly kolom: ReadonlyMap<string, string>
}

/** What is wrong with a table, and where. */
export class SalahCsv extends Error {
  override name = 'SalahCsv'
  constructor(
    readonly salah: string,
    readonly baris: number,
    readonly kolom: string | null = null,
  ) {
    super(`line ${baris}${kolom === null ? '' : `, column ${kolom}`}: ${salah}`)
  }
}

/**
 * Reads a table as RFC 4180 has it, with a header, and with commas or (as Excel writes it in Indonesia) semicolons between cells. Names of columns
 * do not differ by case. Empty lines are left out.
 * @throws SalahCsv
 */
export function bacaCsv(text: string): { readonly kepala: readonly string[]; readonly baris: readonly Baris[] } {
  const [head, ...records] = recordsOf(text.replace(/^\uFEFF/, ''))
  if (!head) throw new SalahCsv('the file is empty', 1)
  const kepala = head.cells.map((name) => name.trim().toLowerCase())
  const twice = kepala.find((name, at) => name !== '' && kepala.indexOf(name) < at)
  if (twice) throw new SalahCsv('two columns have this name', head.line, twice)
  const baris = records.map(({ line, cells }) => {
    if (cells.length !== kepala.length) throw new SalahCsv(`there are ${cells.length} cells, and ${kepala.length} in the header`, line)
    return { nomor: line, kolom: new Map(kepala.map((name, at) => [name, (cells[at] ?? '').trim()])) }
  })
  return { kepala, baris }
}

interface RawRecord {
  readonly line: number
  readonly cells: string[]
}

/** Cell after cell, from left to right, once. */
function recordsOf(text: string): RawRecord[] {
  const separator = separatorOf(text)
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"\\r\\n${separator}][^\\r\\n${separator}]*)?)(${separator}|\\r\\n|\\n|\\r|$)`, 'y')
  const records: RawRecord[] = []
  let cells: string[] = []
  let [start, line] = [1, 1]
  for (let at = 0; at < text.length; at = cell.lastIndex) {
    cell.lastIndex = at
    const found = cell.exec(text)
    if (!found) throw new SalahCsv('a quotation mark is not closed, or stands in the middle of a cell', line)
    const [whole, quoted, plain = '', end] = found
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0
    if (end === separator && cell.lastIndex < text.length) continue
    if (end === separator) cells.push('')
    if (cells.some((one) => one.trim() !== '')) records.push({ line: start, cells })
    cells = []
    start = line
  }
  return records
}

/** What the header has more of. */
function separatorOf(text: string): string {
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  return head.split(';').length > head.split(',').length ? ';' : ','
}
