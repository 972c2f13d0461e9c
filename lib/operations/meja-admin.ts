import {
  type AngkaDokterView,
  HITUNGAN_DOKTER,
  type ListPenilaian,
  type PenilaianAdminView,
  type TungguView,
} from '@/lib/contract/meja-admin'
import { countByDokter, listPenilaianRows, listWaiting } from '@/lib/data/meja-admin'
import { aside } from '@/lib/data/sql'
import { toId } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { env } from '@/lib/env'
import { allow } from '@/lib/policy/allow'
import { canReadStatistik } from '@/lib/policy/audit'
import { type Columns, csvOf } from '@/lib/presenters/csv'
import { pageOf, type TimedPage } from '@/lib/presenters/page'

/** What waits in the clinic, the longest first: who, since when and for whom, nothing of what about. @throws Refusal `forbidden` */
export async function listTunggu(actor: Actor): Promise<{ data: TungguView[]; meta: { janji_menit: number; jumlah: number } }> {
  allow(canReadStatistik(actor))
  const { tawarkanLainMenit } = env()
  const { rows, jumlah } = await aside(() => listWaiting(tawarkanLainMenit * 60))
  const data = rows.map((row) => ({
    konsultasi_id: toId('konsultasi', row.id),
    status: row.status,
    pasien: { id: toId('pengguna', row.pasien_id), nama: row.pasien_nama },
    profil: { id: toId('profil', row.profil_id), nama: row.profil_nama },
    dokter: { id: toId('pengguna', row.dokter_id), nama: row.dokter_nama, spesialisasi: row.spesialisasi },
    sejak: row.sejak,
    lewat_janji: row.lewat,
    mendesak: row.mendesak,
  }))
  return { data, meta: { janji_menit: tawarkanLainMenit, jumlah } }
}

/** What each dokter did in the last 30 days, and has before them now. @throws Refusal `forbidden` */
export async function readAngkaDokter(actor: Actor): Promise<AngkaDokterView[]> {
  allow(canReadStatistik(actor))
  const rows = await aside(countByDokter)
  return rows.map(({ id, nama, spesialisasi, nilai_total, nilai_jumlah, median, ...counts }) => ({
    dokter: { id: toId('pengguna', id), nama, spesialisasi },
    ...counts,
    median_menerima_menit: median === null ? null : Math.round(median / 6) / 10,
    nilai: nilai_jumlah === 0 ? null : { rata: Math.round((10 * nilai_total) / nilai_jumlah) / 10, jumlah: nilai_jumlah },
  }))
}

/** The same as a file: RFC 4180 in UTF-8, with a header. @throws Refusal `forbidden` */
export async function exportAngkaDokter(actor: Actor): Promise<AsyncGenerator<string>> {
  const all = await readAngkaDokter(actor)
  return csvOf(COLUMNS, async (after) => (after === null ? all : []))
}

const COLUMNS: Columns<AngkaDokterView> = [
  ['dokter', ({ dokter }) => dokter.nama],
  ['spesialisasi', ({ dokter }) => dokter.spesialisasi],
  ...HITUNGAN_DOKTER.map((name) => [name, (row: AngkaDokterView) => row[name]] as const),
  ['median_menerima_menit', (row) => row.median_menerima_menit],
  ['nilai_rata', ({ nilai }) => nilai?.rata ?? null],
  ['nilai_jumlah', ({ nilai }) => nilai?.jumlah ?? 0],
]

/** What pasien said of how it was, the newest first. @throws Refusal `forbidden` */
export async function listPenilaian(actor: Actor, { per_page, cursor }: ListPenilaian): Promise<TimedPage<PenilaianAdminView>> {
  allow(canReadStatistik(actor))
  const found = await listPenilaianRows(cursor ?? null, per_page + 1)
  const { shown, pagination } = pageOf(found, per_page, ({ pada, konsultasi_id }) => ({ pada, id: konsultasi_id }))
  const data = shown.map(({ konsultasi_id, dokter_id, nama, bintang, komentar, pada }) => ({
    konsultasi_id: toId('konsultasi', konsultasi_id),
    dokter: { id: toId('pengguna', dokter_id), nama },
    bintang,
    komentar,
    pada: pada.toISOString(),
  }))
  return { data, pagination }
}
