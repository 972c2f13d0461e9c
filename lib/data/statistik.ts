import type { StatusKonsultasi } from '@/lib/domain/konsultasi'
import { SIP_SEGERA_DAYS } from '@/lib/domain/sip'
import { WIB } from '@/lib/domain/zona'
import { TODAY } from './sip'
import { query, statement, type Transaction } from './sql'

/** How many days the dashboard looks back, today included. */
const STATISTIK_DAYS = 30

/** Midnight in WIB at which those days begin. */
const START = `(${TODAY} - ${STATISTIK_DAYS - 1})::timestamp AT TIME ZONE '${WIB}'`

/** A konsultasi that anything happened to since then: found by the index over activity, which is never before any other time of it. */
const RECENT = `SELECT * FROM konsultasi WHERE aktivitas_pada >= ${START}`

const COUNT_STATUS = statement({
  name: 'count_status',
  text: 'SELECT status, count(*)::int AS jumlah FROM konsultasi GROUP BY status',
  row: { status: 'status_konsultasi', jumlah: 'int4' },
})

export const countByStatus = (): Promise<{ status: StatusKonsultasi; jumlah: number }[]> => query(COUNT_STATUS, [])

const COUNT_DAYS = statement({
  name: 'count_days',
  text: `
    WITH baru AS (${RECENT}), kejadian AS (
      SELECT (dibuat_pada AT TIME ZONE '${WIB}')::date AS hari, 'diajukan' AS apa FROM baru
      UNION ALL SELECT (diterima_pada AT TIME ZONE '${WIB}')::date, 'diterima' FROM baru WHERE diterima_pada IS NOT NULL
      UNION ALL SELECT (selesai_pada AT TIME ZONE '${WIB}')::date, 'selesai' FROM baru WHERE selesai_pada IS NOT NULL)
    SELECT to_char(kalender.hari, 'YYYY-MM-DD') AS tanggal,
           count(*) FILTER (WHERE apa = 'diajukan')::int AS diajukan,
           count(*) FILTER (WHERE apa = 'diterima')::int AS diterima,
           count(*) FILTER (WHERE apa = 'selesai')::int AS selesai
      FROM (SELECT ${TODAY} - lalu AS hari FROM generate_series(0, ${STATISTIK_DAYS - 1}) lalu) kalender
      LEFT JOIN kejadian ON kejadian.hari = kalender.hari
     GROUP BY kalender.hari ORDER BY kalender.hari`,
  row: { tanggal: 'text', diajukan: 'int4', diterima: 'int4', selesai: 'int4' },
})

export interface DayCount {
  readonly tanggal: string
  readonly diajukan: number
  readonly diterima: number
  readonly selesai: number
}

/** Every one of the last 30 days in WIB, the oldest first. */
export const countByDay = (tx?: Transaction): Promise<DayCount[]> => query(COUNT_DAYS, [], tx)

const median = (seconds: string, since: string) =>
  `round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ${seconds})) FILTER (WHERE ${since} >= ${START}))::numeric, 3)::float8`

const MEASURE = statement({
  name: 'measure_times',
  text: `
    WITH baru AS (${RECENT})
    SELECT ${median('baru.diterima_pada - baru.dibuat_pada', 'baru.diterima_pada')} AS diterima,
           ${median('jawaban.pada - baru.dibuat_pada', 'jawaban.pada')} AS jawaban_pertama,
           ${median('baru.selesai_pada - baru.diterima_pada', 'baru.selesai_pada')} AS selesai,
           count(*) FILTER (WHERE baru.diterima_pada >= ${START})::int AS jumlah_diterima,
           count(*) FILTER (WHERE baru.diterima_pada >= ${START} AND baru.status = 'completed')::int AS jumlah_selesai,
           (SELECT count(DISTINCT orang)::int FROM baru b, unnest(ARRAY[b.pasien_id, b.dokter_id]) orang
             WHERE b.aktivitas_pada >= now() - interval '7 days') AS hari_7,
           (SELECT count(DISTINCT orang)::int FROM baru b, unnest(ARRAY[b.pasien_id, b.dokter_id]) orang) AS hari_30
      FROM baru
      LEFT JOIN LATERAL (
        SELECT p.dibuat_pada AS pada FROM chat_messages p
         WHERE p.konsultasi_id = baru.id AND p.pengirim_id = baru.dokter_id ORDER BY p.urutan LIMIT 1) jawaban ON true`,
  row: {
    diterima: 'float8?',
    jawaban_pertama: 'float8?',
    selesai: 'float8?',
    jumlah_diterima: 'int4',
    jumlah_selesai: 'int4',
    hari_7: 'int4',
    hari_30: 'int4',
  },
})

export interface Measures {
  /** Seconds at the median, null when nothing was measured. */
  readonly diterima: number | null
  readonly jawaban_pertama: number | null
  readonly selesai: number | null
  /** How many were accepted in the 30 days, and how many of these same ones have been completed by now. */
  readonly jumlah_diterima: number
  readonly jumlah_selesai: number
  /** People whose konsultasi moved. */
  readonly hari_7: number
  readonly hari_30: number
}

/** How long it took: to be accepted, to the dokter's first pesan (both since booking), and from acceptance to the end; and how much came to one. */
export async function measureTimes(tx?: Transaction): Promise<Measures> {
  const [row] = await query(MEASURE, [], tx)
  return row as Measures
}

/** SQL: dokter of whom this is true, without those who closed their account. */
const countDokter = (condition: string) =>
  `(SELECT count(*)::int FROM dokter d JOIN pengguna p ON p.id = d.pengguna_id WHERE p.ditutup_pada IS NULL AND ${condition})`

/** SQL: verified dokter whose SIP ends so. */
const countSip = (ends: string) => countDokter(`d.status_verifikasi = 'terverifikasi' AND d.sip_berlaku_sampai ${ends}`)

const COUNT_PENGGUNA = statement({
  name: 'count_pengguna',
  text: `
    SELECT count(*) FILTER (WHERE aktif AND peran = 'pasien')::int AS pasien,
           count(*) FILTER (WHERE aktif AND peran = 'dokter')::int AS dokter,
           count(*) FILTER (WHERE aktif AND peran = 'admin')::int AS admin,
           count(*) FILTER (WHERE NOT aktif AND ditutup_pada IS NULL)::int AS ditangguhkan,
           ${countDokter("d.status_verifikasi = 'menunggu'")} AS dokter_menunggu,
           ${countSip(`BETWEEN ${TODAY} AND ${TODAY} + ${SIP_SEGERA_DAYS}`)} AS sip_segera, ${countSip(`< ${TODAY}`)} AS sip_habis
      FROM pengguna`,
  row: {
    pasien: 'int4',
    dokter: 'int4',
    admin: 'int4',
    ditangguhkan: 'int4',
    dokter_menunggu: 'int4',
    sip_segera: 'int4',
    sip_habis: 'int4',
  },
})

export interface PenggunaCount {
  readonly pasien: number
  readonly dokter: number
  readonly admin: number
  readonly ditangguhkan: number
  readonly dokter_menunggu: number
  readonly sip_segera: number
  readonly sip_habis: number
}

/** Accounts that can sign in, by role; those who are suspended (not those who closed theirs); dokter who wait for verification, and verified ones whose SIP ends soon or has ended. */
export async function countPengguna(tx?: Transaction): Promise<PenggunaCount> {
  const [row] = await query(COUNT_PENGGUNA, [], tx)
  return row as PenggunaCount
}
