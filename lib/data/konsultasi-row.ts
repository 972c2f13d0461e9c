import { uuidOf } from '@/lib/domain/id'
import type { StatusKonsultasi } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import type { IsiProfil } from '@/lib/domain/profil'
import { Refusal } from '@/lib/domain/refusal'
import type { TriaseTersimpan } from '@/lib/domain/triase/kuesioner'
import { allow } from '@/lib/policy/allow'
import { canRead } from '@/lib/policy/konsultasi'
import { type BahayaRow, bahayaOf } from './bahaya'
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
  /** As it is now, while the konsultasi is open, then as it was at its end; null in lists too. */
  alergi: IsiProfil['alergi']
  lanjutan_dari: string | null
  bagikan_riwayat: boolean
  /** Null where nothing was answered, and where nothing of anybody's health is told. */
  triase: TriaseTersimpan | null
  bahaya: BahayaRow[]
}

/** How many admin accesses participants are shown. */
const AKSES_MAX = 20

/** SQL: may this reader ($2) see what was said, in this answer? `$3` is true where it was opened and not listed. */
const TELLS = '($3::boolean OR $2::uuid IN (k.pasien_id, k.dokter_id))'

const READ_KONSULTASI = statement({
  name: 'read_konsultasi',
  text: `
    SELECT k.id, k.status, k.rev, CASE WHEN ${TELLS} THEN k.keluhan ELSE '' END AS keluhan, k.pasien_id, pasien.nama AS pasien_nama, k.dokter_id, dokter.nama AS dokter_nama, d.spesialisasi,
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
           CASE WHEN $3::boolean THEN coalesce(k.profil_akhir->'alergi', (SELECT f.alergi FROM profil f WHERE f.id = k.profil_id)) END AS alergi,
           k.lanjutan_dari, k.bagikan_riwayat, CASE WHEN ${TELLS} THEN k.triase END AS triase,
           CASE WHEN ${TELLS} THEN ${bahayaOf('k.id')} ELSE '[]' END AS bahaya
      FROM konsultasi k
      JOIN pengguna pasien ON pasien.id = k.pasien_id
      JOIN pengguna dokter ON dokter.id = k.dokter_id
      JOIN dokter d ON d.pengguna_id = k.dokter_id
     WHERE k.id = ANY($1::uuid[])
     ORDER BY k.aktivitas_pada DESC, k.id DESC`,
  row: {
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
    alergi: shaped<IsiProfil['alergi']>('jsonb'),
    lanjutan_dari: 'uuid?',
    bagikan_riwayat: 'bool',
    triase: shaped<TriaseTersimpan | null>('jsonb'),
    bahaya: shaped<BahayaRow[]>('json'),
  },
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
    SELECT k.status, k.pasien_id, pasien.nama AS pasien_nama, k.dokter_id, dokter.nama AS dokter_nama, d.spesialisasi, ${iso('k.dibuat_pada')} AS dibuat_pada
      FROM konsultasi k
      JOIN pengguna pasien ON pasien.id = k.pasien_id
      JOIN pengguna dokter ON dokter.id = k.dokter_id
      JOIN dokter d ON d.pengguna_id = k.dokter_id
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

/** One that is opened: found and read at once. `id` is the client's. What an admin opens the caller writes down. @throws Refusal `not_found`, `forbidden` */
export async function openKonsultasiFor(actor: Actor, id: string): Promise<KonsultasiRow> {
  const uuid = uuidOf('konsultasi', id)
  const [row] = uuid ? await query(READ_KONSULTASI, [[uuid], actor.id, true]) : []
  if (!row) throw new Refusal('not_found')
  allow(canRead(actor, { pasienId: row.pasien_id, dokterId: row.dokter_id }))
  return row
}

/** One that was changed in this transaction: what cannot be answered is not done. */
export async function readKonsultasiRow(id: string, readerId: string, tx: Transaction): Promise<KonsultasiRow> {
  const [row] = await query(READ_KONSULTASI, [[id], readerId, true], tx)
  if (!row) throw new Error('a konsultasi is never deleted')
  return row
}
