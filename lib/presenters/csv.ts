import { csvRecord, UTF8_BOM } from '@/lib/domain/csv'

/** The columns of a file, and what stands in each. */
export type Columns<Row> = readonly (readonly [name: string, of: (row: Row) => string | number | null])[]

/** Rows that are read at a time: a list that is taken out is never in memory as a whole. */
export const CSV_ROWS = 500

/**
 * A whole list as pieces of a CSV file. The first rows are asked for before the answer begins: a database that is away is a refusal then, and no
 * file that ends early.
 * @param read at most `CSV_ROWS` after a row; from the beginning where there is none
 */
export async function csvOf<Row>(columns: Columns<Row>, read: (after: Row | null) => Promise<Row[]>): Promise<AsyncGenerator<string>> {
  return piecesOf(columns, read, await read(null))
}

async function* piecesOf<Row>(columns: Columns<Row>, read: (after: Row | null) => Promise<Row[]>, first: Row[]): AsyncGenerator<string> {
  yield UTF8_BOM + csvRecord(columns.map(([name]) => name))
  for (let rows = first; rows.length > 0; ) {
    yield rows.map((row) => csvRecord(columns.map(([, of]) => of(row)))).join('')
    const last = rows.length < CSV_ROWS ? undefined : rows.at(-1)
    rows = last === undefined ? [] : await read(last)
  }
}
