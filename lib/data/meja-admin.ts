import type { StatusKonsultasi } from '@/lib/domain/konsultasi'
import { query, statement } from './sql'
import { iso } from './times'

/** Rows of the board at once. */
const SHOWN_MAX = 200

const WAITS = "k.belum_dibalas_sejak IS NOT NULL AND k.status IN ('pending', 'active')"

export const LIST_WAITING = statement({
  name: 'list_waiting',
  text: `
    SELECT k.id, k.status, k.pasien_id, pasien.nama AS pasien_nama, k.profil_id, k.profil_awal ->> 'nama' AS profil_nama, k.dokter_id, dokter.nama AS dokter_nama, d.spesialisasi,
           ${iso('k.belum_dibalas_sejak')} AS sejak, k.belum_dibalas_sejak < now() - make_interval(secs => $1) AS lewat, k.mendesak
      FROM konsultasi k JOIN pengguna pasien ON pasien.id = k.pasien_id JOIN pengguna dokter ON dokter.id = k.dokter_id
      JOIN dokter d ON d.pengguna_id = k.dokter_id
     WHERE ${WAITS}
     ORDER BY k.belum_dibalas_sejak, k.id LIMIT ${SHOWN_MAX}`,
  row: {
    id: 'uuid',
    status: 'status_konsultasi',
    pasien_id: 'uuid',
    pasien_nama: 'text',
    profil_id: 'uuid',
    profil_nama: 'text',
    dokter_id: 'uuid',
    dokter_nama: 'text',
    spesialisasi: 'text',
    sejak: 'text',
    lewat: 'bool',
    mendesak: 'bool',
  },
})
const COUNT_WAITING = statement({
  name: 'count_waiting',
  text: `SELECT count(*)::int AS jumlah FROM konsultasi k WHERE ${WAITS}`,
  row: { jumlah: 'int4' },
})

export interface WaitingRow {
  readonly id: string
  readonly status: StatusKonsultasi
  readonly pasien_id: string
  readonly pasien_nama: string
  readonly profil_id: string
  readonly profil_nama: string
  readonly dokter_id: string
  readonly dokter_nama: string
  readonly spesialisasi: string
  readonly sejak: string
  readonly lewat: boolean
  readonly mendesak: boolean
}

/** Whose pasien waits for an answer, the longest first, and how many there are; `promised` in seconds. */
export async function listWaiting(promised: number): Promise<{ rows: WaitingRow[]; jumlah: number }> {
  const rows = await query(LIST_WAITING, [promised])
  const [count] = await query(COUNT_WAITING, [])
  return { rows, jumlah: count?.jumlah ?? rows.length }
}

const DAYS = 30

const COUNT_DOKTER = statement({
  name: 'count_by_dokter',
  text: `
    WITH baru AS (
      SELECT dokter_id, count(*) FILTER (WHERE dibuat_pada > now() - interval '${DAYS} days') AS diajukan,
             count(*) FILTER (WHERE diterima_pada > now() - interval '${DAYS} days') AS diterima,
             count(*) FILTER (WHERE status = 'rejected') AS ditolak, count(*) FILTER (WHERE status = 'expired') AS kedaluwarsa,
             count(*) FILTER (WHERE selesai_pada > now() - interval '${DAYS} days') AS selesai,
             percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM diterima_pada - dibuat_pada))
               FILTER (WHERE diterima_pada > now() - interval '${DAYS} days') AS median
        FROM konsultasi WHERE aktivitas_pada > now() - interval '${DAYS} days' GROUP BY dokter_id
    )
    SELECT p.id, p.nama, d.spesialisasi, d.nilai_total, d.nilai_jumlah, buka.menunggu, buka.berlangsung, coalesce(b.diajukan, 0)::int AS diajukan,
           coalesce(b.diterima, 0)::int AS diterima, coalesce(b.ditolak, 0)::int AS ditolak, coalesce(b.kedaluwarsa, 0)::int AS kedaluwarsa,
           coalesce(b.selesai, 0)::int AS selesai, b.median
      FROM dokter d JOIN pengguna p ON p.id = d.pengguna_id
     CROSS JOIN LATERAL (SELECT (count(*) FILTER (WHERE k.status = 'pending'))::int AS menunggu, (count(*) FILTER (WHERE k.status = 'active'))::int AS berlangsung
                           FROM konsultasi k WHERE k.dokter_id = p.id AND k.status IN ('pending', 'active')) buka
      LEFT JOIN baru b ON b.dokter_id = p.id
     WHERE p.ditutup_pada IS NULL AND d.status_verifikasi = 'terverifikasi'
     ORDER BY p.nama, p.id`,
  row: {
    id: 'uuid',
    nama: 'text',
    spesialisasi: 'text',
    nilai_total: 'int4',
    nilai_jumlah: 'int4',
    menunggu: 'int4',
    berlangsung: 'int4',
    diajukan: 'int4',
    diterima: 'int4',
    ditolak: 'int4',
    kedaluwarsa: 'int4',
    selesai: 'int4',
    median: 'float8?',
  },
})

/** What each verified dokter did in the last 30 days, and has before them now; by name. Times in seconds. */
export const countByDokter = () => query(COUNT_DOKTER, [])

const LIST_PENILAIAN = statement({
  name: 'list_penilaian',
  text: `
    SELECT n.konsultasi_id, n.dokter_id, p.nama, n.bintang, n.komentar, n.pada
      FROM penilaian n JOIN pengguna p ON p.id = n.dokter_id
     WHERE $1::timestamptz IS NULL OR (n.pada, n.konsultasi_id) < ($1::timestamptz, $2::uuid)
     ORDER BY n.pada DESC, n.konsultasi_id DESC LIMIT $3`,
  row: { konsultasi_id: 'uuid', dokter_id: 'uuid', nama: 'text', bintang: 'int4', komentar: 'text?', pada: 'timestamptz' },
})

/** Ratings with their words, the newest first. */
export const listPenilaianRows = (after: { readonly pada: Date; readonly id: string } | null, limit: number) =>
  query(LIST_PENILAIAN, [after?.pada ?? null, after?.id ?? null, limit])
