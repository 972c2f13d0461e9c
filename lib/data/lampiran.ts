import { uuidOf } from '@/lib/domain/id'
import type { TipeLampiran } from '@/lib/domain/lampiran'
import { Refusal } from '@/lib/domain/refusal'
import { query, shaped, statement } from './sql'
import { iso } from './times'

/** What clients are told of a lampiran; its id is a plain UUID, what does not belong to its kind is not there. */
export interface LampiranRow {
  id: string
  tipe: TipeLampiran
  nama: string
  ukuran: number
  mime: string
  lebar?: number
  tinggi?: number
  durasi?: number
  halaman?: number
}

/** SQL for a `LampiranRow` as JSON, from `lampiran a`. The one place that says what of it may leave the database. */
export const LAMPIRAN_JSON = `json_strip_nulls(json_build_object(
    'id', a.id, 'tipe', a.tipe, 'nama', a.nama, 'ukuran', a.ukuran, 'mime', a.mime,
    'lebar', a.lebar, 'tinggi', a.tinggi, 'durasi', a.durasi, 'halaman', a.halaman))`

/** SQL: can `lampiran a` go into a pesan of this person in this konsultasi? Stored whole, not sent, not swept. */
export const attachable = (konsultasi: string, pengirim: string): string =>
  `a.konsultasi_id = ${konsultasi} AND a.pengunggah_id = ${pengirim}
     AND a.disimpan_pada IS NOT NULL AND a.dikirim_pada IS NULL AND a.dibuang_pada IS NULL`

const FIND_ATTACHABLE = statement({
  name: 'find_attachable',
  text: `SELECT a.tipe FROM lampiran a WHERE a.id = $1 AND ${attachable('$2', '$3')}`,
  row: { tipe: shaped<TipeLampiran>('tipe_pesan') },
})

/** What kind of lampiran this person could attach here under this id (the client's), if any. */
export async function findAttachable(id: string, konsultasiId: string, pengirimId: string): Promise<TipeLampiran | null> {
  const uuid = uuidOf('lampiran', id)
  const [found] = uuid ? await query(FIND_ATTACHABLE, [uuid, konsultasiId, pengirimId]) : []
  return found?.tipe ?? null
}

const HAS_ACTIVE = statement({
  name: 'has_active_konsultasi',
  text: `SELECT 1 FROM konsultasi WHERE status = 'active' AND (pasien_id = $1 OR dokter_id = $1) LIMIT 1`,
  row: {},
})

/** Is there any konsultasi for which this person may upload? */
export const hasActiveKonsultasi = async (penggunaId: string): Promise<boolean> => (await query(HAS_ACTIVE, [penggunaId])).length > 0

/** A lampiran that is about to be stored. Sizes in bytes and pixels, `durasi` in seconds. */
export interface NewLampiran {
  readonly id: string
  readonly konsultasiId: string
  readonly pengunggahId: string
  readonly tipe: TipeLampiran
  readonly nama: string
  readonly ukuran: number
  readonly mime: string
  readonly sha256: Buffer
  readonly kunci: string
  readonly kunciThumb: string | null
  readonly ukuranThumb: number | null
  readonly lebar: number | null
  readonly tinggi: number | null
  readonly durasi: number | null
  readonly halaman: number | null
}

// Somebody who has too many unsent ones, or whose konsultasi ended while the bytes came in, gets none. The konsultasi's row is locked against
// its end only: sends go on.
const INSERT_LAMPIRAN = statement({
  name: 'insert_lampiran',
  text: `
    WITH masih AS (
      SELECT k.id, (SELECT count(*) FROM lampiran b WHERE b.pengunggah_id = $3 AND b.dikirim_pada IS NULL) AS belum
        FROM konsultasi k WHERE k.id = $2 AND k.status = 'active' AND $3 IN (k.pasien_id, k.dokter_id)
    ), a AS (
      INSERT INTO lampiran (id, konsultasi_id, pengunggah_id, tipe, nama, ukuran, mime, sha256, kunci, kunci_thumb, ukuran_thumb,
                            lebar, tinggi, durasi, halaman)
      SELECT $1, id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15 FROM masih WHERE belum < $16
      RETURNING *
    )
    SELECT masih.belum < $16 AS muat, (SELECT ${LAMPIRAN_JSON} FROM a) AS lampiran FROM masih`,
  row: { muat: 'bool', lampiran: shaped<LampiranRow | null>('json') },
})

/**
 * Writes down that these bytes are going to be stored. Nobody can attach or read it before `markStored`.
 * @param most unsent ones that one person may have
 * @throws Refusal `konsultasi_not_active`, `rate_limited`
 */
export async function insertLampiran(a: NewLampiran, most: number): Promise<LampiranRow> {
  const what = [a.id, a.konsultasiId, a.pengunggahId, a.tipe, a.nama, a.ukuran, a.mime, a.sha256, a.kunci, a.kunciThumb, a.ukuranThumb]
  const values = [...what, a.lebar, a.tinggi, a.durasi, a.halaman, most]
  const [row] = await query(INSERT_LAMPIRAN, values)
  if (!row) throw new Refusal('konsultasi_not_active')
  if (!row.lampiran) throw new Refusal('rate_limited', { retryAfterSeconds: 3600, messageKey: 'terlalu_banyak_lampiran' })
  return row.lampiran
}

const MARK_STORED = statement({
  name: 'mark_stored',
  text: 'UPDATE lampiran SET disimpan_pada = now() WHERE id = $1 AND dibuang_pada IS NULL RETURNING 1',
  row: {},
})

/** Its bytes are on disk. @returns false when it was swept in the meantime */
export const markStored = async (id: string): Promise<boolean> => (await query(MARK_STORED, [id])).length > 0

/** A lampiran, and where its bytes are. */
export interface FoundLampiran {
  readonly kunci: string
  readonly kunci_thumb: string | null
  readonly ukuran_thumb: number | null
  /** The SHA-256 of its bytes, in hexadecimal. */
  readonly sidik: string
  readonly pengunggah_id: string
  /** A pesan has it. */
  readonly terkirim: boolean
  readonly konsultasi_id: string
  readonly pasien_id: string
  readonly dokter_id: string
  readonly lampiran: LampiranRow
}

const FIND_LAMPIRAN = statement({
  name: 'find_lampiran',
  text: `
    SELECT ${LAMPIRAN_JSON} AS lampiran, a.kunci, a.kunci_thumb, a.ukuran_thumb,
           encode(a.sha256, 'hex') AS sidik, a.pengunggah_id, a.dikirim_pada IS NOT NULL AS terkirim,
           a.konsultasi_id, k.pasien_id, k.dokter_id
      FROM lampiran a JOIN konsultasi k ON k.id = a.konsultasi_id LEFT JOIN chat_messages p ON p.lampiran_id = a.id
     WHERE a.id = $1 AND a.disimpan_pada IS NOT NULL AND a.dibuang_pada IS NULL AND p.dihapus_pada IS NULL`,
  row: {
    lampiran: shaped<LampiranRow>('json'),
    kunci: 'text',
    kunci_thumb: 'text?',
    ukuran_thumb: 'int4?',
    sidik: 'text',
    pengunggah_id: 'uuid',
    terkirim: 'bool',
    konsultasi_id: 'uuid',
    pasien_id: 'uuid',
    dokter_id: 'uuid',
  },
})

/**
 * A lampiran, and what decides who may read it: the caller asks that. `id` is the client's.
 * @throws Refusal `not_found` (also after its pesan was deleted)
 */
export async function readLampiranRow(id: string): Promise<FoundLampiran> {
  const uuid = uuidOf('lampiran', id)
  const [found] = uuid ? await query(FIND_LAMPIRAN, [uuid]) : []
  if (!found) throw new Refusal('not_found')
  return found
}

/** What is thrown away, and the keys of its bytes. */
export interface Discarded {
  readonly id: string
  readonly kunci: string
  readonly kunci_thumb: string | null
}

// First marked, then its bytes removed, then the row: cut off anywhere, the next sweep goes on. Whoever sends it at this moment either was
// first (then it is not marked: the row says that it was sent) or finds it marked.
const DISCARD = statement({
  name: 'discard_lampiran',
  text: `
    UPDATE lampiran SET dibuang_pada = coalesce(dibuang_pada, now())
     WHERE id IN (SELECT id FROM lampiran
                   WHERE dikirim_pada IS NULL
                     AND (dibuat_pada < now() - make_interval(secs => $1) OR dibuang_pada < now() - interval '5 minutes'
                          OR (disimpan_pada IS NULL AND dibuat_pada < now() - interval '1 hour'))
                   ORDER BY dibuat_pada LIMIT 200 FOR UPDATE SKIP LOCKED)
       AND dikirim_pada IS NULL
    RETURNING id, kunci, kunci_thumb`,
  row: { id: 'uuid', kunci: 'text', kunci_thumb: 'text?' },
})

/** Marks what was not sent within so many seconds, what was never stored whole, and what an earlier sweep left behind; 200 at most. */
export const discardUnsent = (seconds: number): Promise<Discarded[]> => query(DISCARD, [seconds])

const DISCARD_ONE = statement({
  name: 'discard_one_lampiran',
  text: 'UPDATE lampiran SET dibuang_pada = now() WHERE id = $1 AND dikirim_pada IS NULL',
  row: {},
})

/** Marks one whose bytes could not be stored. */
export const discardLampiran = (id: string) => query(DISCARD_ONE, [id])

const FORGET_LAMPIRAN = statement({
  name: 'forget_lampiran',
  text: 'DELETE FROM lampiran WHERE id = $1 AND dibuang_pada IS NOT NULL',
  row: {},
})

/** Forgets what was marked and whose bytes are gone. */
export const forgetLampiran = (id: string) => query(FORGET_LAMPIRAN, [id])

/** What somebody uploaded. */
export interface UploadRow {
  readonly id: string
  readonly konsultasi_id: string
  readonly tipe: TipeLampiran
  readonly nama: string
  readonly ukuran: number
  readonly mime: string
  readonly dibuat_pada: string
  readonly dikirim_pada: string | null
}

const LIST_OF = statement({
  name: 'list_lampiran_of',
  text: `
    SELECT id, konsultasi_id, tipe, nama, ukuran, mime, ${iso('dibuat_pada')} AS dibuat_pada, ${iso('dikirim_pada')} AS dikirim_pada FROM lampiran
     WHERE pengunggah_id = $1 AND dibuang_pada IS NULL ORDER BY id`,
  row: {
    id: 'uuid',
    konsultasi_id: 'uuid',
    tipe: shaped<TipeLampiran>('tipe_pesan'),
    nama: 'text',
    ukuran: 'int4',
    mime: 'text',
    dibuat_pada: 'text',
    dikirim_pada: 'text?',
  },
})

/** What somebody uploaded and was not thrown away, oldest first. */
export const listLampiranOf = (penggunaId: string) => query(LIST_OF, [penggunaId])

const LIST_STORED = statement({
  name: '',
  text: `
    SELECT f.kunci, f.ukuran::text AS ukuran FROM lampiran, LATERAL (VALUES (kunci, ukuran), (kunci_thumb, ukuran_thumb)) AS f (kunci, ukuran)
     WHERE disimpan_pada IS NOT NULL AND dibuang_pada IS NULL AND f.kunci IS NOT NULL ORDER BY f.kunci`,
  row: { kunci: 'text', ukuran: 'text' },
})

/** The files that have to be in the store, with their bytes. */
export const listStoredFiles = () => query(LIST_STORED, [])
