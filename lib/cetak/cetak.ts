import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import { Refusal } from '@/lib/domain/refusal'
import { openPool } from '@/lib/inspection/pool'
import { log } from '@/lib/log'
import { type Cetakan, judulOf, susun } from './susun'

const MB = 1024 * 1024

const Drawn = z.object({ pdf: z.base64() })

const printers = () =>
  onePerProcess('pencetak', () =>
    openPool({
      script: childScript(),
      size: Math.min(2, availableParallelism()),
      patienceMs: 1000,
      timeLimitMs: 8000,
      idleMs: 5 * 60_000,
      waitingMax: 40,
      waitLimitMs: 5000,
      memoryMax: MEMORY_MAX,
    }),
  )

/** Bytes of memory of a process that draws. */
export const MEMORY_MAX = 500 * MB

/** Not a module of the build: it runs as it lies here, in production as in development. */
export const childScript = () => join(/*turbopackIgnore: true*/ process.cwd(), 'lib/cetak/child.mjs')

/** What of a dokumen is on paper beside its content. */
interface Beside {
  readonly pin: string | null
  /** Where it is checked. */
  readonly alamat: string
  /** The JSON with its seal, which is attached. */
  readonly json: string
  /** Who issues it: one dokumen of each person is drawn at a time. */
  readonly pengguna: string
}

/** Draws a dokumen in another process. @throws Refusal `unavailable` when that dies, hangs or has too much to do */
export function cetak(dokumen: Cetakan, { pin, alamat, json, pengguna }: Beside): Promise<Buffer> {
  return draw({ ...headOf(dokumen), bagian: susun(dokumen, pin), alamat, json }, pengguna)
}

/** Stands where the number of a dokumen would, and across each page. */
export const PRATINJAU = 'PRATINJAU'

/** Draws a dokumen as it would look, with nothing by which it could be taken for one. @throws as `cetak` does */
export function cetakPratinjau(dokumen: Cetakan, pengguna: string): Promise<Buffer> {
  return draw({ ...headOf(dokumen), bagian: susun(dokumen, null), pratinjau: PRATINJAU }, pengguna)
}

const headOf = (dokumen: Cetakan) => ({
  judul: judulOf(dokumen),
  nomor: dokumen.nomor,
  klinik: dokumen.klinik.nama,
  kontak: dokumen.klinik.kontak ?? '',
  terbit: dokumen.terbit_pada,
})

async function draw(job: object, pengguna: string): Promise<Buffer> {
  const drawn = Drawn.safeParse(await printers().work(job, pengguna).catch(gaveUp))
  if (!drawn.success) throw new Refusal('unavailable', { retryAfterSeconds: 5 })
  return Buffer.from(drawn.data.pdf, 'base64')
}

export function gaveUp(error: unknown): null {
  log.error('a dokumen could not be drawn', { error })
  return null
}
