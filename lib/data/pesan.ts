import { uuidOf } from '@/lib/domain/id'
import type { TipePesan, TipeTerbit } from '@/lib/domain/jenis-pesan'
import type { KonsultasiHead, StatusKonsultasi } from '@/lib/domain/konsultasi'
import type { Actor, Peran } from '@/lib/domain/pengguna'
import { type Emoji, MENGETIK_MS, type PesanPlace } from '@/lib/domain/pesan'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canRead } from '@/lib/policy/konsultasi'
import { EPOCH } from './epoch'
import { HEAD_ROW, headOf } from './konsultasi'
import { LAMPIRAN_JSON, type LampiranRow } from './lampiran'
import { query, shaped, statement, type Transaction } from './sql'
import { isNow, iso } from './times'

/** A pesan as the database tells it: ids are plain UUIDs, times are ISO 8601, a tombstone's text has not left the database. */
export interface PesanRow {
  id: string
  konsultasi_id: string
  urutan: number
  rev: number
  client_id: string | null
  pengirim_id: string
  pengirim_nama: string
  pengirim_peran: Peran
  tipe_pesan: TipePesan
  pesan: string
  lampiran: LampiranRow | null
  /** What its kind carries, as the database has it; null for a kind without and in a tombstone. */
  isi: Readonly<Record<string, unknown>> | null
  balas_ke: string | null
  reaksi: { emoji: Emoji; pengguna_id: string }[]
  dibaca_pada: string | null
  dihapus_pada: string | null
  dibuat_pada: string
}

/** SQL: what a pesan carries of those kinds whose content lies elsewhere; that of all others lies in its own row. */
const ISI_ELSEWHERE: Readonly<Record<TipeTerbit, string>> = {
  dokumen: `(SELECT json_strip_nulls(json_build_object('id', d.id, 'jenis', d.jenis, 'nomor', d.nomor, 'versi', d.versi, 'status', d.status,
                      'alasan', coalesce(d.alasan_batal, (SELECT b.lembar ->> 'alasan' FROM dokumen b WHERE b.menggantikan = d.id))))
               FROM dokumen d WHERE d.pesan_id = p.id)`,
}
const ISI = `CASE p.tipe_pesan ${Object.entries(ISI_ELSEWHERE)
  .map(([tipe, sql]) => `WHEN '${tipe}' THEN ${sql}`)
  .join(' ')} ELSE p.isi::json END`

/** SQL for a `PesanRow` as JSON, from `chat_messages p` and its sender `u`. The one place that says what of a pesan may leave the database. */
export const PESAN_JSON = `json_build_object(
  'id', p.id, 'konsultasi_id', p.konsultasi_id, 'urutan', p.urutan, 'rev', p.rev, 'client_id', p.client_id,
  'pengirim_id', p.pengirim_id, 'pengirim_nama', u.nama, 'pengirim_peran', u.peran, 'tipe_pesan', p.tipe_pesan,
  'pesan', CASE WHEN p.dihapus_pada IS NULL THEN p.pesan ELSE '' END, 'balas_ke', p.balas_ke,
  'lampiran', CASE WHEN p.dihapus_pada IS NULL AND p.lampiran_id IS NOT NULL THEN (SELECT ${LAMPIRAN_JSON} FROM lampiran a WHERE a.id = p.lampiran_id) END,
  'isi', CASE WHEN p.dihapus_pada IS NULL THEN ${ISI} END,
  'reaksi', CASE WHEN p.dihapus_pada IS NULL THEN (
    SELECT coalesce(json_agg(json_build_object('emoji', r.emoji, 'pengguna_id', r.pengguna_id) ORDER BY r.pengguna_id), '[]')
      FROM reaksi r WHERE r.pesan_id = p.id) ELSE '[]' END,
  'dibaca_pada', ${iso('p.dibaca_pada')}, 'dihapus_pada', ${iso('p.dihapus_pada')}, 'dibuat_pada', ${iso('p.dibuat_pada')})`

/** SQL: has `reader` not read this pesan of konsultasi `k`? From the other side, not read, not deleted; nothing is an admin's to read. */
export const isUnread = (pesan: string, reader: string): string =>
  `${pesan}.konsultasi_id = k.id AND ${pesan}.dibaca_pada IS NULL AND ${pesan}.dihapus_pada IS NULL
      AND ${pesan}.pengirim_id = CASE ${reader} WHEN k.pasien_id THEN k.dokter_id WHEN k.dokter_id THEN k.pasien_id END`

/** SQL that counts what `reader` has not read in konsultasi `k`. */
export const unreadCount = (reader: string): string => `
  (SELECT count(*)::int FROM chat_messages b WHERE ${isUnread('b', reader)})`

/** A page of a konsultasi, and the konsultasi as it was at that same moment. */
export interface PesanSnapshot {
  rev: number
  epoch: string
  status: StatusKonsultasi
  unread_count: number
  mengetik: string[]
  pesan: PesanRow[]
}

/** Each cursor has its own statement, so that each has its own index. The page is asked for with one row more than it shows. */
const PAGES = {
  newest: 'ORDER BY p.urutan DESC',
  before: 'AND p.urutan < $4::bigint ORDER BY p.urutan DESC',
  after: 'AND p.urutan > $4::bigint ORDER BY p.urutan',
  since: 'AND p.rev > $4::bigint ORDER BY p.rev',
} as const

type Cursor = keyof typeof PAGES

/** What its dokter had marked as not read no longer is. PostgreSQL carries it out although nothing reads from it. */
export const OPENS = `
    WITH dibuka AS (UPDATE penanda SET belum_dibaca = false WHERE konsultasi_id = $1 AND dokter_id = $2 AND belum_dibaca)`

/** SQL: who is typing in konsultasi `k`, but for this reader. */
export const typing = (reader: string): string => `
  (SELECT coalesce(json_agg(m.pengguna_id ORDER BY m.pengguna_id), '[]') FROM mengetik m
    WHERE m.konsultasi_id = k.id AND k.status = 'active' AND m.pengguna_id <> ${reader} AND ${isNow('m.sampai', MENGETIK_MS)})`

/** SQL: pesan of konsultasi `k` as a list, so many of them. */
const rowsOf = (place: string, limit: string): string => `
  (SELECT coalesce(json_agg(baris.isi), '[]') FROM (
     SELECT ${PESAN_JSON} AS isi FROM chat_messages p JOIN pengguna u ON u.id = p.pengirim_id
      WHERE p.konsultasi_id = k.id ${place} LIMIT ${limit}) baris)`

/** SQL: the newest pesan of konsultasi `k`, the last one first. */
export const newestOf = (limit: string): string => rowsOf(PAGES.newest, limit)

export const PAGE_ROW = { epoch: 'text', mengetik: shaped<string[]>('json'), pesan: shaped<PesanRow[]>('json') } as const

const pageStatement = (cursor: Cursor, name: string = cursor, opens = '') =>
  statement({
    name: `list_pesan_${name}`,
    text: `${opens}
    SELECT k.rev, k.status, ${EPOCH} AS epoch, ${unreadCount('$2::uuid')} AS unread_count, ${typing('$2::uuid')} AS mengetik,
           ${rowsOf(PAGES[cursor], '$3')} AS pesan
      FROM konsultasi k WHERE k.id = $1`,
    row: { rev: 'int4', status: 'status_konsultasi', unread_count: 'int4', ...PAGE_ROW },
  })

const PAGE_STATEMENTS = {
  newest: pageStatement('newest'),
  before: pageStatement('before'),
  after: pageStatement('after'),
  since: pageStatement('since'),
}
const OPENING_STATEMENT = pageStatement('newest', 'opened', OPENS)

/**
 * Reads a page and what surrounds it in one statement, hence from one moment. Rows come in the order of the cursor. `opens`: its dokter asks for the end
 * of it, and with that it is marked as not read no more.
 */
export async function snapshotPesan(konsultasiId: string, readerId: string, page: PesanPlace, opens = false): Promise<PesanSnapshot> {
  const cursor = cursorOf(page)
  const place = cursor === 'newest' ? [] : [page[cursor]]
  const [row] = await query(opens ? OPENING_STATEMENT : PAGE_STATEMENTS[cursor], [konsultasiId, readerId, page.per_page + 1, ...place])
  if (!row) throw new Error('a konsultasi is never deleted')
  return row
}

export const cursorOf = (page: PesanPlace): Cursor =>
  (['before', 'after', 'since'] as const).find((name) => page[name] !== undefined) ?? 'newest'

const FIND_PESAN = statement({
  name: 'find_pesan',
  text: `
    SELECT ${PESAN_JSON} AS pesan, k.id, k.pasien_id, k.dokter_id, k.penerus_id, k.status, k.rev
      FROM chat_messages p JOIN pengguna u ON u.id = p.pengirim_id JOIN konsultasi k ON k.id = p.konsultasi_id
     WHERE p.id = $1`,
  row: { ...HEAD_ROW, pesan: shaped<PesanRow>('json') },
})

export interface FoundPesan extends KonsultasiHead {
  readonly pesan: PesanRow
}

/**
 * A pesan that this person may read, with the konsultasi it belongs to. `id` is the client's.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function findPesanFor(actor: Actor, id: string, tx?: Transaction): Promise<FoundPesan> {
  const uuid = uuidOf('pesan', id)
  const [row] = uuid ? await query(FIND_PESAN, [uuid], tx) : []
  if (!row) throw new Refusal('not_found')
  const found = { ...headOf(row), pesan: row.pesan }
  allow(canRead(actor, found))
  return found
}

const COUNT_UNREAD = statement({
  name: 'count_unread',
  text: `SELECT ${unreadCount('$2::uuid')} AS unread_count FROM konsultasi k WHERE k.id = $1`,
  row: { unread_count: 'int4' },
})

export async function countUnread(konsultasiId: string, readerId: string, tx?: Transaction): Promise<number> {
  const [row] = await query(COUNT_UNREAD, [konsultasiId, readerId], tx)
  return row?.unread_count ?? 0
}
