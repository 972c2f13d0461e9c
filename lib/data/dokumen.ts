import type { JenisDokumen, StatusDokumen, StatusPermintaan } from '@/lib/domain/dokumen/dokumen'
import type { Sediaan } from '@/lib/domain/dokumen/sediaan'
import { uuidOf } from '@/lib/domain/id'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canRead } from '@/lib/policy/konsultasi'
import { HEAD_ROW, headOf } from './konsultasi'
import { query, shaped, statement, type Transaction } from './sql'
import { iso } from './times'

/** A dokumen as it was issued, with its seal; what changes stands beside it. */
export interface DokumenRow {
  readonly id: string
  readonly jenis: JenisDokumen
  readonly status: StatusDokumen
  /** The JSON as it was sealed: ids are a client's. */
  readonly lembar: Readonly<Record<string, unknown>>
}

export const HEAD = 'k.id, k.pasien_id, k.dokter_id, k.penerus_id, k.status, k.rev'
export const DOKUMEN = `json_build_object('id', d.id, 'jenis', d.jenis, 'status', d.status, 'lembar', d.lembar)`

const HOLD = statement({
  name: 'hold_for_dokumen',
  text: `SELECT ${HEAD}, k.selesai_pada, clock_timestamp() AS sekarang FROM konsultasi k WHERE k.id = $1 FOR NO KEY UPDATE`,
  row: { ...HEAD_ROW, selesai_pada: 'timestamptz?', sekarang: 'timestamptz' },
})

/** Holds a konsultasi until the transaction ends: nobody ends it, and nothing is issued in it meanwhile. */
export async function holdForDokumen(konsultasiId: string, tx: Transaction) {
  const [row] = await query(HOLD, [konsultasiId], tx)
  if (!row) throw new Error('a konsultasi is never deleted')
  return { ...row, k: headOf(row) }
}

const LOCK = statement({
  name: 'lock_dokumen',
  text: `
    SELECT d.id, d.pesan_id, d.status, (SELECT i.sampai FROM izin_koreksi i WHERE i.dokumen_id = d.id) AS izin_sampai
      FROM dokumen d WHERE d.id = $1 FOR UPDATE`,
  row: {
    id: 'uuid',
    pesan_id: 'uuid',
    status: shaped<StatusDokumen>('text'),
    izin_sampai: 'timestamptz?',
  },
})

/** A dokumen that is about to be cancelled. `id` is a plain UUID; the caller holds its konsultasi. */
export async function lockDokumen(id: string, tx: Transaction) {
  const [row] = await query(LOCK, [id], tx)
  return row ?? null
}

const END = statement({
  name: 'end_dokumen',
  text: `
    WITH d AS (
      UPDATE dokumen SET status = $2, alasan_batal = $3, dibatalkan_pada = CASE WHEN $2 = 'dibatalkan' THEN clock_timestamp() END
       WHERE id = $1 RETURNING pesan_id, konsultasi_id
    ), k AS (UPDATE konsultasi SET rev = rev + 1 FROM d WHERE konsultasi.id = d.konsultasi_id RETURNING rev)
    UPDATE chat_messages p SET rev = k.rev FROM d, k WHERE p.id = d.pesan_id RETURNING p.rev`,
  row: { rev: 'int4' },
})

/** A dokumen no longer holds: the pesan that shows it has changed. The caller holds both. */
export const endDokumen = (id: string, status: 'diganti' | 'dibatalkan', alasan: string | null, tx: Transaction) =>
  query(END, [id, status, alasan], tx)

const ANSWER_PERMINTAAN = statement({
  name: 'answer_permintaan',
  text: "UPDATE permintaan SET status = 'dijawab', dijawab_pada = now() WHERE dokumen_id = $1 AND status = 'menunggu' RETURNING 1",
  row: {},
})

/** A new version answers whatever was asked of the one before. @returns whether anything was */
export const answerPermintaan = async (dokumenId: string, tx: Transaction): Promise<boolean> =>
  (await query(ANSWER_PERMINTAAN, [dokumenId], tx)).length > 0

/** Of how many konsultasi, the last ones, it is looked at what a dokter prescribes. */
const RECENT = 100

const LIST_PRESCRIBED = statement({
  name: 'list_prescribed',
  text: `
    SELECT min(nama) AS nama, json_agg(json_build_object('bentuk', bentuk, 'kekuatan', kekuatan) ORDER BY kali DESC, terakhir DESC) AS sediaan
      FROM (SELECT min(o ->> 'nama') AS nama, o ->> 'bentuk' AS bentuk, o ->> 'kekuatan' AS kekuatan, count(*) AS kali, max(d.terbit_pada) AS terakhir
              FROM (SELECT id FROM konsultasi WHERE dokter_id = $1 ORDER BY aktivitas_pada DESC, id DESC LIMIT ${RECENT}) k
              JOIN dokumen d ON d.konsultasi_id = k.id AND d.jenis = 'resep' AND d.status = 'berlaku', json_array_elements(d.lembar #> '{isi,obat}') o
             GROUP BY lower(o ->> 'nama'), o ->> 'bentuk', o ->> 'kekuatan') t
     GROUP BY lower(nama) ORDER BY sum(kali) DESC, max(terakhir) DESC LIMIT 200`,
  row: { nama: 'text', sediaan: shaped<Sediaan[]>('json') },
})

/** What this dokter prescribed lately, by name and each in its forms and strengths: what they use most often first, and of that the last one. */
export const listPrescribed = (dokterId: string) => query(LIST_PRESCRIBED, [dokterId])

const LIST = statement({
  name: 'list_dokumen',
  text: `SELECT ${DOKUMEN} AS dokumen FROM dokumen d WHERE d.konsultasi_id = $1 ORDER BY d.terbit_pada, d.id`,
  row: { dokumen: shaped<DokumenRow>('json') },
})

/** All that came out of a konsultasi, in the order in which it was issued. */
export const listDokumenOf = async (konsultasiId: string, tx?: Transaction): Promise<DokumenRow[]> =>
  (await query(LIST, [konsultasiId], tx)).map(({ dokumen }) => dokumen)

const LIST_OF_MANY = statement({
  name: 'list_dokumen_of_many',
  text: `SELECT d.konsultasi_id, ${DOKUMEN} AS dokumen FROM dokumen d WHERE d.konsultasi_id = ANY($1) ORDER BY d.terbit_pada, d.id`,
  row: { konsultasi_id: 'uuid', dokumen: shaped<DokumenRow>('json') },
})

/** The same of several konsultasi. */
export const listDokumenOfMany = (konsultasiIds: readonly string[]) => query(LIST_OF_MANY, [konsultasiIds])

const FIND_DUE_KONTROL = statement({
  name: 'find_due_kontrol',
  text: `
    SELECT k.id, k.pasien_id, k.dokter_id FROM dokumen d JOIN konsultasi k ON k.id = d.konsultasi_id
     WHERE d.id = $1 AND d.status = 'berlaku' AND NOT EXISTS (
       SELECT FROM konsultasi n
        WHERE n.profil_id = k.profil_id AND n.lanjutan_dari = k.id AND n.status IN ('pending', 'active', 'completed'))`,
  row: { id: 'uuid', pasien_id: 'uuid', dokter_id: 'uuid' },
})

/** The konsultasi of a kontrol that is still to come; null when it no longer holds, or is booked. */
export async function findDueKontrol(dokumenId: string, tx: Transaction) {
  const [row] = await query(FIND_DUE_KONTROL, [dokumenId], tx)
  return row ?? null
}

const HAS_RINGKASAN = statement({
  name: 'has_ringkasan',
  text: "SELECT 1 FROM dokumen WHERE konsultasi_id = $1 AND jenis = 'ringkasan' AND status = 'berlaku' LIMIT 1",
  row: {},
})

/** Was a ringkasan issued that holds? */
export const hasRingkasan = async (konsultasiId: string, tx: Transaction): Promise<boolean> =>
  (await query(HAS_RINGKASAN, [konsultasiId], tx)).length > 0

const FIND = statement({
  name: 'find_dokumen',
  text: `SELECT ${HEAD}, ${DOKUMEN} AS dokumen FROM dokumen d JOIN konsultasi k ON k.id = d.konsultasi_id WHERE d.id = $1`,
  row: { ...HEAD_ROW, dokumen: shaped<DokumenRow>('json') },
})

/** A dokumen that this person may read, with its konsultasi. `id` is the client's. @throws Refusal `not_found`, `forbidden` */
export async function findDokumenFor(actor: Actor, id: string, tx?: Transaction): Promise<{ k: KonsultasiHead; dokumen: DokumenRow }> {
  const uuid = uuidOf('dokumen', id)
  const [row] = uuid ? await query(FIND, [uuid], tx) : []
  if (!row) throw new Refusal('not_found')
  const k = headOf(row)
  allow(canRead(actor, k))
  return { k, dokumen: row.dokumen }
}

const READ_PDF = statement({ name: 'read_dokumen_pdf', text: 'SELECT pdf FROM dokumen_pdf WHERE dokumen_id = $1', row: { pdf: 'bytea' } })

/** `id` is a plain UUID, of one that was found. */
export async function readPdf(id: string): Promise<Buffer> {
  const [row] = await query(READ_PDF, [id])
  if (!row) throw new Error('a dokumen has its pdf')
  return row.pdf
}

const ALLOW_KOREKSI = statement({
  name: 'allow_koreksi',
  text: `
    INSERT INTO izin_koreksi (dokumen_id, sampai) VALUES ($1, now() + make_interval(hours => $2))
      ON CONFLICT (dokumen_id) DO UPDATE SET sampai = excluded.sampai RETURNING ${iso('sampai')} AS sampai`,
  row: { sampai: 'text' },
})

/** Opens the correction of a dokumen for so many hours. @returns until when */
export async function allowKoreksiOf(dokumenId: string, jam: number, tx: Transaction): Promise<string> {
  const [row] = await query(ALLOW_KOREKSI, [dokumenId, jam], tx)
  return String(row?.sampai)
}

/** What a pasien asked to have corrected. */
export interface PermintaanRow {
  readonly id: string
  readonly dokumen_id: string
  readonly isi: string
  readonly status: StatusPermintaan
  readonly alasan: string | null
  readonly dibuat_pada: string
  readonly dijawab_pada: string | null
}

const PERMINTAAN = `json_build_object('id', m.id, 'dokumen_id', m.dokumen_id, 'isi', m.isi, 'status', m.status, 'alasan', m.alasan,
  'dibuat_pada', ${iso('m.dibuat_pada')}, 'dijawab_pada', ${iso('m.dijawab_pada')})`
const PERMINTAAN_ROW = { permintaan: shaped<PermintaanRow>('json') }

const INSERT_PERMINTAAN = statement({
  name: 'insert_permintaan',
  text: `INSERT INTO permintaan AS m (id, dokumen_id, isi) SELECT $1, d.id, $3 FROM dokumen d WHERE d.id = $2 AND d.status = 'berlaku' RETURNING ${PERMINTAAN} AS permintaan`,
  row: PERMINTAAN_ROW,
})

/** @returns null when the dokumen no longer holds */
export async function insertPermintaan(id: string, dokumenId: string, isi: string, tx: Transaction): Promise<PermintaanRow | null> {
  const [row] = await query(INSERT_PERMINTAAN, [id, dokumenId, isi], tx)
  return row?.permintaan ?? null
}

const LIST_PERMINTAAN = statement({
  name: 'list_permintaan',
  text: `SELECT ${PERMINTAAN} AS permintaan FROM permintaan m WHERE m.dokumen_id = $1 ORDER BY m.dibuat_pada, m.id`,
  row: PERMINTAAN_ROW,
})

export const listPermintaanOf = async (dokumenId: string): Promise<PermintaanRow[]> =>
  (await query(LIST_PERMINTAAN, [dokumenId])).map(({ permintaan }) => permintaan)

const FIND_PERMINTAAN = statement({
  name: 'find_permintaan',
  text: `
    SELECT ${HEAD}, m.id AS permintaan_id
      FROM permintaan m JOIN dokumen d ON d.id = m.dokumen_id JOIN konsultasi k ON k.id = d.konsultasi_id WHERE m.id = $1`,
  row: { ...HEAD_ROW, permintaan_id: 'uuid' },
})

/** A permintaan of somebody's konsultasi. `id` is the client's. @throws Refusal `not_found`, `forbidden` */
export async function findPermintaanFor(actor: Actor, id: string): Promise<{ k: KonsultasiHead; permintaanId: string }> {
  const uuid = uuidOf('permintaan', id)
  const [row] = uuid ? await query(FIND_PERMINTAAN, [uuid]) : []
  if (!row) throw new Refusal('not_found')
  const k = headOf(row)
  allow(canRead(actor, k))
  return { k, permintaanId: row.permintaan_id }
}

const REJECT_PERMINTAAN = statement({
  name: 'reject_permintaan',
  text: `
    UPDATE permintaan m SET status = 'ditolak', alasan = $2, dijawab_pada = now() WHERE m.id = $1 AND m.status = 'menunggu'
    RETURNING ${PERMINTAAN} AS permintaan`,
  row: PERMINTAAN_ROW,
})

/** @returns null when it was answered already */
export async function rejectPermintaanOf(id: string, alasan: string, tx: Transaction): Promise<PermintaanRow | null> {
  const [row] = await query(REJECT_PERMINTAAN, [id, alasan], tx)
  return row?.permintaan ?? null
}
