import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import type { EntriDaftar, JenisDaftar } from '@/lib/domain/dokumen/muat-daftar'
import { query, shaped, statement, type Transaction } from './sql'

/** A list that the clinic loaded. */
export interface Termuat<Entri> {
  /** SHA-256 of the file. */
  readonly sidik: string
  readonly entri: readonly Entri[]
}
type Lists = { -readonly [Jenis in JenisDaftar]?: Termuat<EntriDaftar[Jenis]> }

/** What this process has read: a list is read once, and asked about each time whether it is still the one. */
const lists = onePerProcess('daftar', (): Lists => ({}))

const READ = statement({
  name: 'read_daftar',
  text: 'SELECT sidik, CASE WHEN sidik <> $2 THEN isi END AS isi FROM daftar WHERE jenis = $1',
  row: { sidik: 'text', isi: shaped<readonly never[] | null>('json') },
})

/** The list that counts in the place of the built-in one, as it is now; null when none was loaded. */
export async function readDaftar<Jenis extends JenisDaftar>(jenis: Jenis, tx?: Transaction): Promise<Termuat<EntriDaftar[Jenis]> | null> {
  const known = lists[jenis] as Termuat<EntriDaftar[Jenis]> | undefined
  const [row] = await query(READ, [jenis, known?.sidik ?? ''], tx)
  if (!row) return null
  if (row.isi === null) return known ?? null
  const read = { sidik: row.sidik, entri: row.isi }
  lists[jenis] = read as Lists[Jenis]
  return read
}

/** The same when somebody has just seen which one counts. */
export async function readDaftarObatOf(sidik: string | null, tx?: Transaction): Promise<Termuat<EntriDaftar['obat']> | null> {
  if (sidik === null) return null
  const known = lists.obat
  return known?.sidik === sidik ? known : readDaftar('obat', tx)
}

/** What is told of a loaded list. */
interface KepalaDaftar {
  readonly berkas: string
  readonly sidik: string
  readonly jumlah: number
  readonly dimuat_pada: Date
}

const HEAD = statement({
  name: 'read_kepala_daftar',
  text: 'SELECT berkas, sidik, jumlah, dimuat_pada FROM daftar WHERE jenis = $1',
  row: { berkas: 'text', sidik: 'text', jumlah: 'int4', dimuat_pada: 'timestamptz' },
})

export async function readKepalaDaftar(jenis: JenisDaftar): Promise<KepalaDaftar | null> {
  const [row] = await query(HEAD, [jenis])
  return row ?? null
}

const PUT = statement({
  name: 'put_daftar',
  text: `
    INSERT INTO daftar (jenis, berkas, sidik, jumlah, isi) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (jenis) DO UPDATE
         SET berkas = excluded.berkas, sidik = excluded.sidik, jumlah = excluded.jumlah, isi = excluded.isi, dimuat_pada = now()`,
  row: {},
})

/** From the commit on this list counts, in every process. */
export const putDaftar = (jenis: JenisDaftar, berkas: string, sidik: string, entri: readonly object[], tx: Transaction) =>
  query(PUT, [jenis, berkas, sidik, entri.length, JSON.stringify(entri)], tx)

const DROP = statement({ name: 'drop_daftar', text: 'DELETE FROM daftar WHERE jenis = $1 RETURNING 1', row: {} })

/** The built-in list counts again. @returns whether another one did */
export const dropDaftar = async (jenis: JenisDaftar, tx: Transaction): Promise<boolean> => (await query(DROP, [jenis], tx)).length > 0
