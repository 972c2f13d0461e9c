import { uuidOf } from '@/lib/domain/id'
import type { StatusKonsultasi } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import type { IsiProfil } from '@/lib/domain/profil'
import { Refusal } from '@/lib/domain/refusal'
import type { TriaseTersimpan } from '@/lib/domain/triase/kuesioner'
import { allow } from '@/lib/policy/allow'
import { canRead } from '@/lib/policy/konsultasi'
import { ALIH_JSON, type AlihRow } from './alih'
import { type BahayaRow, bahayaOf } from './bahaya'
import { answerTimes } from './dokter'
import { forgetUnreadMark, PENANDA_JSON, type PenandaRow } from './penanda'
import { PENILAIAN_JSON } from './penilaian'
import { PESAN_JSON, type PesanRow, unreadCount } from './pesan'
import { query, shaped, statement, type Transaction } from './sql'
import { iso } from './times'

/** A konsultasi with all that its reader is shown. Ids are plain UUIDs, times ISO 8601. */
export interface KonsultasiRow {
  id: string
  status: StatusKonsultasi
  /** As far as it is known here. */
  rev: number
  keluhan: string
  pasien_id: string
  pasien_nama: string
  dokter_id: string
  dokter_nama: string
  spesialisasi: string
  dibuat_pada: string
  diterima_pada: string | null
  selesai_pada: string | null
  alasan: string | null
  catatan_penutup: string | null
  unread_count: number
  pesan_terakhir: PesanRow | null
  akses_admin: { pada: string; alasan: string | null }[]
  profil_id: string
  /** As it was at booking; only the name where nothing of anybody's health is told. */
  profil: Pick<IsiProfil, 'nama'> & Partial<IsiProfil>
  /** As it is now, while the konsultasi is open, then as it was at its end: only where its dokter opens it. */
  profil_kini: IsiProfil | null
  lanjutan_dari: string | null
  bagikan_riwayat: boolean
  /** Null where nothing was answered, and where nothing of anybody's health is told. */
  triase: TriaseTersimpan | null
  bahaya: BahayaRow[]
  /** Since when the pasien waits for an answer, and its dokter's own marks; both only where its dokter reads it. */
  belum_dibalas_sejak: string | null
  penanda: PenandaRow | null
  penerus_id: string | null
  /** For its dokter: may they read the one that it goes on from? */
  asal_terbaca: boolean | null
  /** What was proposed last; null in what tells of nobody's health. */
  alih: AlihRow | null
  /** For its pasien: the place among those who wait, and in seconds how soon others were accepted; null unless it is pending. */
  antrean: { posisi: number; detik: [number, number] | null } | null
  /** For its pasien. */
  penilaian: { bintang: number; komentar: string | null } | null
}

/** How many admin accesses participants are shown. */
const AKSES_MAX = 20

/** SQL: may this reader ($2) see what was said, in this answer? `$3` is true where it was opened and not listed. */
const TELLS = '($3::boolean OR $2::uuid IN (k.pasien_id, k.dokter_id))'

/** SQL: what a `KonsultasiRow` is made of, from `KONSULTASI_FROM`. */
export const KONSULTASI_COLUMNS = `
           k.id, k.status, k.rev, CASE WHEN ${TELLS} THEN k.keluhan ELSE '' END AS keluhan, k.pasien_id, pasien.nama AS pasien_nama, k.dokter_id, k.penerus_id, dokter.nama AS dokter_nama, d.spesialisasi,
           ${iso('k.dibuat_pada')} AS dibuat_pada, ${iso('k.diterima_pada')} AS diterima_pada, ${iso('k.selesai_pada')} AS selesai_pada,
           CASE WHEN ${TELLS} THEN k.alasan END AS alasan, CASE WHEN ${TELLS} THEN k.catatan_penutup END AS catatan_penutup,
           ${unreadCount('$2::uuid')} AS unread_count,
           CASE WHEN ${TELLS} THEN (
             SELECT ${PESAN_JSON} FROM chat_messages p JOIN pengguna u ON u.id = p.pengirim_id
              WHERE p.konsultasi_id = k.id AND p.urutan = k.urutan) END AS pesan_terakhir,
           (SELECT coalesce(json_agg(json_build_object('pada', ${iso('a.pada')}, 'alasan', a.alasan) ORDER BY a.nomor DESC), '[]')
              FROM (SELECT * FROM audit WHERE konsultasi_id = k.id AND aksi = 'konsultasi.dibaca'
                     ORDER BY nomor DESC LIMIT ${AKSES_MAX}) a) AS akses_admin,
           k.profil_id, CASE WHEN ${TELLS} THEN k.profil_awal ELSE jsonb_build_object('nama', k.profil_awal->'nama') END AS profil,
           CASE WHEN $3::boolean AND $2::uuid = k.dokter_id THEN coalesce(k.profil_akhir, potret_profil(k.profil_id)) END AS profil_kini,
           k.lanjutan_dari, k.bagikan_riwayat, CASE WHEN ${TELLS} THEN k.triase END AS triase,
           CASE WHEN ${TELLS} THEN ${bahayaOf('k.id')} ELSE '[]' END AS bahaya,
           CASE WHEN $2::uuid = k.dokter_id THEN ${iso('k.belum_dibalas_sejak')} END AS belum_dibalas_sejak,
           CASE WHEN $2::uuid = k.dokter_id THEN ${PENANDA_JSON} END AS penanda,
           CASE WHEN $2::uuid = k.dokter_id AND k.lanjutan_dari IS NOT NULL THEN
             EXISTS (SELECT FROM konsultasi l WHERE l.id = k.lanjutan_dari AND $2::uuid IN (l.dokter_id, l.penerus_id)) END AS asal_terbaca,
           CASE WHEN ${TELLS} THEN ${ALIH_JSON} END AS alih,
           CASE WHEN $2::uuid = k.pasien_id AND k.status = 'pending' THEN json_build_object('detik', ${answerTimes('k.dokter_id', '0.25, 0.75')}, 'posisi', (
             SELECT count(*) FROM konsultasi o
              WHERE o.dokter_id = k.dokter_id AND o.status = 'pending' AND (o.dibuat_pada, o.id) <= (k.dibuat_pada, k.id))) END AS antrean,
           CASE WHEN $2::uuid = k.pasien_id AND k.status = 'completed' THEN ${PENILAIAN_JSON} END AS penilaian`

const FROM_PEOPLE = `
      FROM konsultasi k
      JOIN pengguna pasien ON pasien.id = k.pasien_id
      JOIN pengguna dokter ON dokter.id = k.dokter_id
      JOIN dokter d ON d.pengguna_id = k.dokter_id`

export const KONSULTASI_FROM = `${FROM_PEOPLE}
      LEFT JOIN penanda t ON t.konsultasi_id = k.id AND t.dokter_id = k.dokter_id`

export const KONSULTASI_ROW = {
  id: 'uuid',
  status: 'status_konsultasi',
  rev: 'int4',
  keluhan: 'text',
  pasien_id: 'uuid',
  pasien_nama: 'text',
  dokter_id: 'uuid',
  dokter_nama: 'text',
  spesialisasi: 'text',
  dibuat_pada: 'text',
  diterima_pada: 'text?',
  selesai_pada: 'text?',
  alasan: 'text?',
  catatan_penutup: 'text?',
  unread_count: 'int4',
  pesan_terakhir: shaped<PesanRow | null>('json'),
  akses_admin: shaped<{ pada: string; alasan: string | null }[]>('json'),
  profil_id: 'uuid',
  profil: shaped<KonsultasiRow['profil']>('jsonb'),
  profil_kini: shaped<IsiProfil | null>('jsonb'),
  lanjutan_dari: 'uuid?',
  bagikan_riwayat: 'bool',
  triase: shaped<TriaseTersimpan | null>('jsonb'),
  bahaya: shaped<BahayaRow[]>('json'),
  belum_dibalas_sejak: 'text?',
  penanda: shaped<PenandaRow | null>('json'),
  penerus_id: 'uuid?',
  asal_terbaca: 'bool?',
  alih: shaped<AlihRow | null>('json'),
  antrean: shaped<KonsultasiRow['antrean']>('json'),
  penilaian: shaped<KonsultasiRow['penilaian']>('json'),
} as const

const READ_KONSULTASI = statement({
  name: 'read_konsultasi',
  text: `
    SELECT ${KONSULTASI_COLUMNS} ${KONSULTASI_FROM}
     WHERE k.id = ANY($1::uuid[])
     ORDER BY k.aktivitas_pada DESC, k.id DESC`,
  row: KONSULTASI_ROW,
})

/** Who, and how it stands: nothing of what was written. */
export interface KonsultasiPeople {
  readonly status: StatusKonsultasi
  readonly pasien_id: string
  readonly pasien_nama: string
  readonly dokter_id: string
  readonly dokter_nama: string
  readonly spesialisasi: string
  readonly dibuat_pada: string
}

const READ_PEOPLE = statement({
  name: 'read_konsultasi_people',
  text: `
    SELECT k.status, k.pasien_id, pasien.nama AS pasien_nama, k.dokter_id, dokter.nama AS dokter_nama, d.spesialisasi, ${iso('k.dibuat_pada')} AS dibuat_pada ${FROM_PEOPLE}
     WHERE k.id = $1`,
  row: {
    status: 'status_konsultasi',
    pasien_id: 'uuid',
    pasien_nama: 'text',
    dokter_id: 'uuid',
    dokter_nama: 'text',
    spesialisasi: 'text',
    dibuat_pada: 'text',
  },
})

/** The head of one that the caller has found. */
export async function readKonsultasiPeople(id: string): Promise<KonsultasiPeople> {
  const [row] = await query(READ_PEOPLE, [id])
  if (!row) throw new Error('a konsultasi is never deleted')
  return row
}

/**
 * Reads these konsultasi as `readerId` sees them in a list, newest activity first. The caller has asked whether they may be read.
 * What tells of somebody's health is for participants only: an admin who lists has not said which one they open, and why.
 */
export const readKonsultasiRows = (ids: string[], readerId: string): Promise<KonsultasiRow[]> =>
  query(READ_KONSULTASI, [ids, readerId, false])

/**
 * One that is opened: found and read at once. `id` is the client's. What an admin opens the caller writes down; what its dokter had marked as not read
 * no longer is. @throws Refusal `not_found`, `forbidden`
 */
export async function openKonsultasiFor(actor: Actor, id: string): Promise<KonsultasiRow> {
  const uuid = uuidOf('konsultasi', id)
  const [row] = uuid ? await query(READ_KONSULTASI, [[uuid], actor.id, true]) : []
  if (!row) throw new Refusal('not_found')
  allow(canRead(actor, { pasienId: row.pasien_id, dokterId: row.dokter_id, penerusId: row.penerus_id }))
  if (row.penanda?.belum_dibaca) await forgetUnreadMark(row.id, actor.id)
  return markedAsOpened(row)
}

/** As it is once it was opened, of a row that was read at that moment. */
export const markedAsOpened = <Row extends Pick<KonsultasiRow, 'penanda'>>(row: Row): Row => ({
  ...row,
  penanda: row.penanda && { ...row.penanda, belum_dibaca: false },
})

/** One that was changed in this transaction: what cannot be answered is not done. `isOpened` is false for an admin, who has not said why they would read it. */
export async function readKonsultasiRow(id: string, readerId: string, tx: Transaction, isOpened = true): Promise<KonsultasiRow> {
  const [row] = await query(READ_KONSULTASI, [[id], readerId, isOpened], tx)
  if (!row) throw new Error('a konsultasi is never deleted')
  return row
}
