import { z } from 'zod'
import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import type { KepalaTranskrip, PesanTranskrip } from '@/lib/contract/transkrip'
import { JENIS_DOKUMEN } from '@/lib/domain/dokumen/dokumen'
import { Refusal } from '@/lib/domain/refusal'
import { env } from '@/lib/env'
import { openPool } from '@/lib/inspection/pool'
import { childScript, gaveUp, MEMORY_MAX } from './cetak'
import { isiTercetak } from './isi-tercetak'
import { type Bagian, hari, rows, section, waktu } from './susun'

const Drawn = z.object({ ukuran: z.int().min(1) })

/** One at a time: a long conversation takes a processor for seconds, and a resep must not wait behind it. */
const printer = () =>
  onePerProcess('pencetak transkrip', () =>
    openPool({
      script: childScript(),
      size: 1,
      patienceMs: 1000,
      timeLimitMs: 120_000,
      idleMs: 30_000,
      waitingMax: 10,
      waitLimitMs: 8000,
      memoryMax: MEMORY_MAX,
    }),
  )

interface Beside {
  /** Where the JSON with its seal lies, and where the parts of the pages and the PDF go. */
  readonly places: { readonly json: string; readonly bagian: string; readonly pdf: string }
  /** Writes the parts to their place, one in each line. */
  readonly write: (lines: Iterable<Buffer>) => Promise<unknown>
  /** Who asks: one transcript of each person is drawn at a time. */
  readonly pengguna: string
}

/**
 * Draws a transcript in another process, from files and into a file: neither there nor here is a long conversation held whole.
 * @param pages pesan as JSON, with commas between them
 * @returns the bytes of the PDF
 * @throws Refusal `unavailable` when that process dies, hangs or has too much to do
 */
export async function cetakTranskrip(
  head: KepalaTranskrip,
  pages: readonly string[],
  { places, write, pengguna }: Beside,
): Promise<number> {
  await write(linesOf(head, pages))
  const { klinik } = env()
  const job = {
    judul: head.sementara ? 'Transkrip Sementara' : 'Transkrip Konsultasi',
    nomor: head.kode,
    klinik: klinik.nama ?? new URL(env().nextAuthUrl).hostname,
    kontak: klinik.kontak ?? '',
    terbit: head.dibuat_pada,
    ...places,
  }
  const drawn = Drawn.safeParse(await printer().work(job, pengguna).catch(gaveUp))
  if (!drawn.success) throw new Refusal('unavailable', { retryAfterSeconds: 5 })
  return drawn.data.ukuran
}

function* linesOf(head: KepalaTranskrip, pages: readonly string[]): Generator<Buffer> {
  for (const bagian of before(head)) yield lineOf(bagian)
  const names = new Map(head.orang.map(({ id, nama }) => [id, nama]))
  for (const page of pages) for (const pesan of JSON.parse(`[${page}]`) as PesanTranskrip[]) yield lineOf({ pesan: printed(pesan, names) })
  for (const bagian of after(head)) yield lineOf(bagian)
}

/** Some readers of lines take these for ends of lines too. */
const lineOf = (bagian: Bagian) =>
  Buffer.from(`${JSON.stringify(bagian).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`)

const STATUS = {
  pending: 'menunggu dokter',
  active: 'berlangsung',
  completed: 'selesai',
  cancelled: 'dibatalkan',
  rejected: 'ditolak',
  expired: 'kedaluwarsa',
} as const

function before({ konsultasi: k, orang, dibuat_pada, sementara }: KepalaTranskrip): Bagian[] {
  return [
    { judul: 'Konsultasi' },
    {
      baris: rows(
        ['Keadaan', STATUS[k.status]],
        ['Diajukan', waktu(k.dibuat_pada)],
        ['Diterima', k.diterima_pada && waktu(k.diterima_pada)],
        ['Selesai', k.selesai_pada && waktu(k.selesai_pada)],
        ['Transkrip dibuat', `${waktu(dibuat_pada)}${sementara ? '; konsultasi masih berlangsung' : ''}`],
      ),
    },
    { judul: 'Yang diperiksa' },
    { baris: rows(['Nama', k.profil.nama], ['Tanggal lahir', k.profil.tanggal_lahir && hari(k.profil.tanggal_lahir)]) },
    { judul: 'Orang' },
    {
      butir: orang.map(({ nama, peran, spesialisasi, nomor_str, nomor_sip }) =>
        [`${nama} (${peran})`, spesialisasi, nomor_str && `STR ${nomor_str}`, nomor_sip && `SIP ${nomor_sip}`].filter(Boolean).join(', '),
      ),
    },
    ...section('Keluhan', k.keluhan),
    ...(k.triase
      ? [{ judul: 'Jawaban sebelum konsultasi' }, { butir: k.triase.jawaban.map((one) => `${one.teks} ${one.jawaban_teks}`) }]
      : []),
    ...(k.bahaya.length > 0
      ? [{ judul: 'Tanda bahaya' }, { butir: k.bahaya.map(({ kalimat, tingkat, pada }) => `${kalimat} (${tingkat}, ${waktu(pada)})`) }]
      : []),
    { judul: 'Percakapan' },
  ]
}

function after({ konsultasi: k, dokumen }: KepalaTranskrip): Bagian[] {
  return [
    ...section('Catatan penutup', k.catatan_penutup ?? undefined),
    ...section('Alasan', k.alasan ?? undefined),
    ...(dokumen.length > 0 ? [{ judul: 'Dokumen' }, { butir: dokumen.map(dokumenOf) }] : []),
  ]
}

const dokumenOf = ({ jenis, nomor, versi, status, terbit_pada, kode, sha256_pdf }: KepalaTranskrip['dokumen'][number]) =>
  `${JENIS_DOKUMEN[jenis].judul} ${nomor}, versi ${versi}, ${status}, ${waktu(terbit_pada)}, kode ${kode}\nSHA-256 ${sha256_pdf}`

/** A pesan on paper: who and when above what was said. */
function printed(pesan: PesanTranskrip, names: ReadonlyMap<string, string>) {
  const { urutan, pengirim, dibuat_pada, dibuat_pada_wib, dihapus_pada, lampiran, reaksi } = pesan
  const files = lampiran && `[${lampiran.tipe}: ${lampiran.nama}, ${lampiran.ukuran} bita, SHA-256 ${lampiran.sha256}]`
  const reactions = reaksi.map(({ emoji, pengguna_id }) => `${emoji} ${names.get(pengguna_id) ?? ''}`).join(', ')
  const said = dihapus_pada ? `[Pesan dihapus ${waktu(dihapus_pada)}]` : [pesan.pesan, isiTercetak(pesan), files].filter(Boolean).join('\n')
  return {
    kepala: `${urutan}. ${pengirim.nama} (${pengirim.peran})`,
    waktu: `${jam(dibuat_pada_wib)} WIB · ${dibuat_pada}`,
    teks: reactions ? `${said}\n${reactions}` : said,
  }
}

/** `2026-11-29 23.58.28` of an instant with its offset. */
const jam = (wib: string) => wib.slice(0, 19).replace('T', ' ').replaceAll(':', '.')
