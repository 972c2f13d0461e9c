import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { SalahCsv } from '@/lib/domain/dokumen/baca-csv'
import { DAFTAR_DIAGNOSA, SUMBER_DIAGNOSA } from '@/lib/domain/dokumen/daftar-diagnosa'
import { DAFTAR_OBAT, SUMBER_OBAT } from '@/lib/domain/dokumen/daftar-obat'
import type { JenisDaftar } from '@/lib/domain/dokumen/muat-daftar'
import { withInstallation } from './installation'
import { StartError } from './start-error.mjs'

const COLUMNS = {
  obat: 'nama; and, if there are such columns, nama_lain and zat (with + between several), kelas, bentuk and kekuatan',
  diagnosa: 'kode and nama',
} as const satisfies Record<JenisDaftar, string>

const BUILT_IN = {
  obat: { ...SUMBER_OBAT, entri: DAFTAR_OBAT },
  diagnosa: { ...SUMBER_DIAGNOSA, entri: DAFTAR_DIAGNOSA },
} as const satisfies Record<JenisDaftar, object>

/** Bytes of a file at most. */
const FILE_MAX = 32 * 1024 * 1024

const usage = (jenis: JenisDaftar) => `npm run ${jenis}
  tells which list counts.
npm run ${jenis} -- FILE.csv
  loads a list in its place, all of it or nothing: a header, and the columns ${COLUMNS[jenis]}.
npm run ${jenis} -- builtin
  lets the built-in list count again.`

/** Tells which list counts, loads another one, or goes back to the built-in one. */
export async function manageDaftar(jenis: JenisDaftar, [what, ...more]: string[]): Promise<void> {
  if (more.length > 0 || what?.startsWith('-')) throw new StartError(`How it is called:\n${usage(jenis)}`)
  if (what === undefined) return withInstallation(async () => tell(await current(jenis)))
  if (what === 'builtin') return withInstallation(() => forget(jenis))
  const bytes = readList(what)
  await withInstallation(() => load(jenis, what, bytes))
}

/** From where the command was given: npm runs it in the folder of the package. */
const pathOf = (file: string) => resolve(process.env.INIT_CWD ?? '.', file)

function readList(file: string): Buffer {
  try {
    if (statSync(pathOf(file)).size > FILE_MAX) throw new StartError(`${file} is larger than ${FILE_MAX / 1024 / 1024} MB.`)
    const bytes = readFileSync(pathOf(file))
    if (bytes.subarray(0, 2).toString() === 'PK') throw new StartError(`${file} is a workbook: save it as CSV (UTF-8) first.`)
    return bytes
  } catch (error) {
    throw error instanceof StartError ? error : new StartError(`${file} cannot be read.`)
  }
}

async function load(jenis: JenisDaftar, file: string, bytes: Buffer): Promise<void> {
  const { loadDaftar } = await import('@/lib/operations/load-daftar')
  const { jumlah, sidik, takDikenal, terlarang } = await loadDaftar(jenis, basename(file), bytes).catch((error: unknown) => {
    throw error instanceof SalahCsv ? new StartError(`${file}, ${error.message}. Nothing was changed.`) : error
  })
  tell(`Loaded ${jumlah} entries of ${basename(file)} (SHA-256 ${sidik}); they count from now on.`)
  if (takDikenal.length > 0) tell(`These columns say nothing to Sapa: ${takDikenal.join(', ')}.`)
  if (terlarang.length > 0) tell(`Left out, for they are narcotics or psychotropics: ${terlarang.join(', ')}.`)
}

async function forget(jenis: JenisDaftar): Promise<void> {
  const { forgetDaftar } = await import('@/lib/operations/load-daftar')
  tell((await forgetDaftar(jenis)) ? 'The built-in list counts again.' : 'No other list was loaded.')
}

async function current(jenis: JenisDaftar): Promise<string> {
  const { readKepalaDaftar } = await import('@/lib/data/daftar')
  const loaded = await readKepalaDaftar(jenis)
  if (loaded) return `${loaded.berkas}: ${loaded.jumlah} entries, loaded ${loaded.dimuat_pada.toISOString()} (SHA-256 ${loaded.sidik}).`
  const { sumber, tanggal, entri } = BUILT_IN[jenis]
  const sidik = createHash('sha256').update(JSON.stringify(entri)).digest('hex')
  return `The built-in list: ${entri.length} entries of ${tanggal} (SHA-256 ${sidik}).\n${sumber}`
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}
