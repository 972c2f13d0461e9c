import { isTersedia, type Jadwal } from '@/lib/domain/jadwal'
import type { StatusVerifikasi } from '@/lib/domain/pengguna'
import type { StatusSip } from '@/lib/domain/sip'
import { containing } from './like'
import { PENGGUNA_COLUMNS, type PenggunaRow } from './pengguna'
import { SIP_BERLAKU, SIP_STATUS } from './sip'
import { query, shaped, statement, type Transaction } from './sql'

// FOR SHARE: a suspension or a withdrawn verification at this moment comes wholly before the booking or wholly after. The dokter's own row is held alone:
// of two bookings at once one follows the other, and counts it.
const FIND_BOOKABLE = statement({
  name: 'find_bookable',
  text: `
    SELECT d.tersedia AND ${SIP_BERLAKU} AS tersedia, d.jadwal, p.nama, d.spesialisasi FROM dokter d JOIN pengguna p ON p.id = d.pengguna_id
     WHERE d.pengguna_id = $1 AND p.aktif AND d.status_verifikasi = 'terverifikasi' FOR SHARE OF p FOR NO KEY UPDATE OF d`,
  row: { tersedia: 'bool', jadwal: shaped<Jadwal | null>('jsonb'), nama: 'text', spesialisasi: 'text' },
})

const COUNT_OPEN = statement({
  name: 'count_open_of_dokter',
  text: "SELECT count(*)::int AS terbuka FROM konsultasi WHERE dokter_id = $1 AND status IN ('pending', 'active')",
  row: { terbuka: 'int4' },
})

/** Somebody who can be booked. */
export interface BookableRow {
  readonly nama: string
  readonly spesialisasi: string
  /** Do they take a new konsultasi now? After the end of their SIP they take none. */
  readonly tersedia: boolean
}

/** A verified, active dokter, held until the transaction ends, whether they take new konsultasi or not; null for anybody else. */
export async function findBookable(id: string, tx: Transaction): Promise<BookableRow | null> {
  const [row] = await query(FIND_BOOKABLE, [id], tx)
  if (!row) return null
  // Counted after the wait for those who booked before.
  const [open] = await query(COUNT_OPEN, [id], tx)
  const { nama, spesialisasi, ...kesediaan } = row
  return { nama, spesialisasi, tersedia: isTersedia({ ...kesediaan, terbuka: open?.terbuka ?? 0 }, new Date()) }
}

/** How many answers of the last 30 days are looked at, the newest first, and how many there must be for them to say anything. */
const ANSWERS_MAX = 200
const ANSWERS_MIN = 10

/** SQL: in how many seconds the dokter in this column accepted of late, at these quartiles, as a JSON list; null where they answered too few. */
export const answerTimes = (dokter: string, quartiles: string): string => `(
  SELECT CASE WHEN count(*) >= ${ANSWERS_MIN} THEN to_json(percentile_cont(ARRAY[${quartiles}]::float8[]) WITHIN GROUP (ORDER BY extract(epoch FROM j.lama))) END
    FROM (SELECT a.diterima_pada - a.dibuat_pada AS lama FROM konsultasi a
           WHERE a.dokter_id = ${dokter} AND a.diterima_pada IS NOT NULL AND a.diterima_pada > now() - interval '30 days'
           ORDER BY a.diterima_pada DESC LIMIT ${ANSWERS_MAX}) j)`

const LIST_BOOKABLE = statement({
  name: 'list_bookable',
  text: `
    SELECT p.id, p.nama, d.spesialisasi, d.tersedia, d.jadwal, d.nilai_total, d.nilai_jumlah, buka.terbuka, buka.antrean,
           ${answerTimes('p.id', '0.5')} AS menjawab
      FROM dokter d JOIN pengguna p ON p.id = d.pengguna_id AND p.aktif
     CROSS JOIN LATERAL (SELECT count(*)::int AS terbuka, (count(*) FILTER (WHERE k.status = 'pending'))::int AS antrean
                           FROM konsultasi k WHERE k.dokter_id = p.id AND k.status IN ('pending', 'active')) buka
     WHERE d.status_verifikasi = 'terverifikasi' AND ${SIP_BERLAKU} AND d.spesialisasi ILIKE $1
     ORDER BY p.nama`,
  row: {
    id: 'uuid',
    nama: 'text',
    spesialisasi: 'text',
    tersedia: 'bool',
    jadwal: shaped<Jadwal | null>('jsonb'),
    nilai_total: 'int4',
    nilai_jumlah: 'int4',
    terbuka: 'int4',
    antrean: 'int4',
    menjawab: shaped<[number] | null>('json'),
  },
})

/** Every verified, active dokter with a valid SIP whose specialisation has these words, by name. */
export const listBookable = (spesialisasi: string | undefined) => query(LIST_BOOKABLE, [containing(spesialisasi)])

/** How a dokter stands at this clinic. */
export interface PraktikRow {
  readonly status_verifikasi: StatusVerifikasi
  readonly alasan: string | null
  readonly tersedia: boolean
  /** `YYYY-MM-DD` in WIB. */
  readonly sip_berlaku_sampai: string | null
}

const FIND_PRAKTIK = statement({
  name: 'find_praktik',
  text: 'SELECT status_verifikasi, alasan, tersedia, sip_berlaku_sampai::text FROM dokter WHERE pengguna_id = $1',
  row: { status_verifikasi: 'status_verifikasi', alasan: 'text?', tersedia: 'bool', sip_berlaku_sampai: 'text?' },
})

/** @returns null for anybody who is no dokter */
export async function findPraktik(penggunaId: string): Promise<PraktikRow | null> {
  const [row] = await query(FIND_PRAKTIK, [penggunaId])
  return row ?? null
}

const SET_TERSEDIA = statement({
  name: 'set_tersedia',
  text: 'UPDATE dokter SET tersedia = $2 WHERE pengguna_id = $1',
  row: {},
})

export const setTersedia = (penggunaId: string, tersedia: boolean) => query(SET_TERSEDIA, [penggunaId, tersedia])

/** A dokter with their papers, as the admin who verifies needs them. */
export interface BerkasRow extends PenggunaRow {
  readonly status_verifikasi: StatusVerifikasi
  readonly spesialisasi: string
  readonly nomor_str: string
  readonly nomor_sip: string
  readonly sip_berlaku_sampai: string | null
  readonly alasan: string | null
  readonly diverifikasi_pada: Date | null
  readonly dibuat_pada: Date
}

const BERKAS = `
    SELECT ${PENGGUNA_COLUMNS}, p.dibuat_pada, d.spesialisasi, d.nomor_str, d.nomor_sip, d.sip_berlaku_sampai::text, d.alasan, d.diverifikasi_pada
      FROM dokter d JOIN pengguna p ON p.id = d.pengguna_id`

const LIST_BERKAS = statement({
  name: 'list_berkas',
  text: `${BERKAS}
     WHERE p.ditutup_pada IS NULL
       AND ($1::status_verifikasi IS NULL OR d.status_verifikasi = $1::status_verifikasi) AND ($2::text IS NULL OR ${SIP_STATUS} = $2)
       AND ($3::timestamptz IS NULL OR (p.dibuat_pada, p.id) < ($3::timestamptz, $4::uuid))
     ORDER BY p.dibuat_pada DESC, p.id DESC
     LIMIT $5`,
  row: {
    id: 'uuid',
    nama: 'text',
    email: 'text',
    peran: 'peran',
    aktif: 'bool',
    status_verifikasi: 'status_verifikasi',
    dibuat_pada: 'timestamptz',
    spesialisasi: 'text',
    nomor_str: 'text',
    nomor_sip: 'text',
    sip_berlaku_sampai: 'text?',
    alasan: 'text?',
    diverifikasi_pada: 'timestamptz?',
  },
})

interface BerkasFilter {
  readonly status: StatusVerifikasi | null
  readonly sip: StatusSip | null
  readonly after: { readonly pada: Date; readonly id: string } | null
  readonly limit: number
}

/** Dokter, those who registered last first; without those who closed their account. */
export const listBerkas = ({ status, sip, after, limit }: BerkasFilter) =>
  query(LIST_BERKAS, [status, sip, after?.pada ?? null, after?.id ?? null, limit])

const FIND_BERKAS = statement({
  name: 'find_berkas',
  text: `${BERKAS} WHERE p.id = $1`,
  row: {
    id: 'uuid',
    nama: 'text',
    email: 'text',
    peran: 'peran',
    aktif: 'bool',
    status_verifikasi: 'status_verifikasi',
    dibuat_pada: 'timestamptz',
    spesialisasi: 'text',
    nomor_str: 'text',
    nomor_sip: 'text',
    sip_berlaku_sampai: 'text?',
    alasan: 'text?',
    diverifikasi_pada: 'timestamptz?',
  },
})

/** @returns null for anybody who is no dokter */
export async function findBerkas(id: string): Promise<BerkasRow | null> {
  const [row] = await query(FIND_BERKAS, [id])
  return row ?? null
}

const LIST_NAMES = statement({
  name: 'list_dokter_names',
  text: 'SELECT p.id, p.nama FROM dokter d JOIN pengguna p ON p.id = d.pengguna_id WHERE p.ditutup_pada IS NULL ORDER BY p.id',
  row: { id: 'uuid', nama: 'text' },
})

/** Every dokter with an account that is not closed: as many as a clinic has. */
export const listDokterNames = () => query(LIST_NAMES, [])

interface Decision {
  readonly status: StatusVerifikasi
  readonly alasan: string | null
  readonly oleh: string
  /** Until when the SIP counts (null: nobody knows); undefined leaves it as it is. */
  readonly sip: string | null | undefined
}

const DECIDE = statement({
  name: 'decide_dokter',
  text: `
    UPDATE dokter SET status_verifikasi = $2::status_verifikasi, alasan = $3, diverifikasi_oleh = $4, diverifikasi_pada = now(),
           sip_berlaku_sampai = CASE WHEN $5 THEN $6::date ELSE sip_berlaku_sampai END
     WHERE pengguna_id = $1 RETURNING sip_berlaku_sampai::text, diverifikasi_pada`,
  row: { sip_berlaku_sampai: 'text?', diverifikasi_pada: 'timestamptz' },
})

/** Decides about the verification of a dokter. @returns what it set, or null when there is no such dokter */
export async function decideDokter(id: string, { status, alasan, oleh, sip }: Decision, tx: Transaction) {
  const values = [id, status, alasan, oleh, sip !== undefined, sip ?? null]
  const [row] = await query(DECIDE, values, tx)
  return row ?? null
}
