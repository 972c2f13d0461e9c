import { newUuid } from '@/lib/domain/id'
import type { KonsultasiHead, StatusKonsultasi } from '@/lib/domain/konsultasi'
import type { Actor, Peran } from '@/lib/domain/pengguna'
import { type Beside, SESI_ABSOLUTE_MS, SESI_IDLE_MS, SESI_TOUCH_MS } from '@/lib/domain/sesi'
import { log } from '@/lib/log'
import { EPOCH } from './epoch'
import { putuskanSql } from './jobs'
import { type AllUnread, allUnreadJson } from './kabar'
import { mejaMark } from './meja-list'
import { typing, unreadCount } from './pesan'
import { SIP_BERLAKU } from './sip'
import { query, shaped, statement, type Transaction } from './sql'

/** A konsultasi as a poll needs it: who, how far, and who is typing (never the reader). */
export interface KonsultasiNow extends KonsultasiHead {
  readonly mengetik: readonly string[]
  readonly epoch: string
}

/** What was read beside, each by its name. */
export interface ReadBeside {
  readonly kabar: AllUnread
  /** The mark of a dokter's desk (meja-list.ts); null for others. */
  readonly meja: string | null
  /** Of the konsultasi that was asked for; 0 for who has no part in it. */
  readonly unread: number
}

export interface SignedIn {
  readonly actor: Actor
  /** The konsultasi that was asked for, unchecked: whoever hands it on asks `canRead` first. */
  readonly konsultasi: KonsultasiNow | null
  readonly beside: Partial<ReadBeside>
}

interface SesiRow {
  sesi_id: string
  id: string
  nama: string
  email: string
  peran: Peran
  terverifikasi: boolean
  sip_berlaku: boolean
  berfaktor_kedua: boolean
  email_dikonfirmasi: boolean
  stale: boolean
  konsultasi_id: string | null
  pasien_id: string
  dokter_id: string
  penerus_id: string | null
  status: StatusKonsultasi
  rev: number
  epoch: string
  mengetik: string[]
  beside: Partial<ReadBeside> | null
}

/** SQL: does session `s` still live? */
export const SESI_HIDUP = `s.berlaku_sampai > now() AND s.terakhir_dipakai > now() - make_interval(secs => ${SESI_IDLE_MS / 1000})`

/**
 * One round trip answers both "who is this" and "is there news": it is what a poll costs. `beside` is SQL for a `ReadBeside` as JSON, of person `p` and
 * konsultasi `k`.
 */
const findingSesi = (name: string, beside: string) =>
  statement({
    name,
    text: `
    SELECT s.id AS sesi_id, p.id, p.nama, p.email, p.peran,
           p.peran <> 'dokter' OR d.status_verifikasi = 'terverifikasi' AS terverifikasi,
           d.pengguna_id IS NULL OR ${SIP_BERLAKU} AS sip_berlaku,
           f.aktif_pada IS NOT NULL AS berfaktor_kedua, p.email_dikonfirmasi_pada IS NOT NULL AS email_dikonfirmasi,
           s.terakhir_dipakai < now() - make_interval(secs => ${SESI_TOUCH_MS / 1000}) AS stale,
           k.id AS konsultasi_id, k.pasien_id, k.dokter_id, k.penerus_id, k.status, k.rev, CASE WHEN k.id IS NOT NULL THEN ${EPOCH} END AS epoch,
           ${typing('p.id')} AS mengetik,
           ${beside} AS beside
      FROM sesi s
      JOIN pengguna p ON p.id = s.pengguna_id AND p.aktif
      LEFT JOIN dokter d ON d.pengguna_id = p.id
      LEFT JOIN faktor_kedua f ON f.pengguna_id = p.id
      LEFT JOIN konsultasi k ON k.id = $2
     WHERE s.token_hash = $1 AND ${SESI_HIDUP}`,
    row: {
      sesi_id: 'uuid',
      id: 'uuid',
      nama: 'text',
      email: 'text',
      peran: 'peran',
      terverifikasi: 'bool',
      sip_berlaku: 'bool',
      berfaktor_kedua: 'bool',
      email_dikonfirmasi: 'bool',
      stale: 'bool',
      konsultasi_id: 'uuid?',
      pasien_id: 'uuid',
      dokter_id: 'uuid',
      penerus_id: 'uuid?',
      status: 'status_konsultasi',
      rev: 'int4',
      epoch: 'text',
      mengetik: shaped<string[]>('json'),
      beside: shaped<Partial<ReadBeside> | null>('json'),
    },
  })

const FIND_SESI = findingSesi('find_sesi', 'NULL::json')
/** For the test of plans too. */
export const FIND_SESI_AND = {
  kabar: findingSesi('find_sesi_kabar', `json_build_object('kabar', ${allUnreadJson('p.id')})`),
  'kabar,meja': findingSesi(
    'find_sesi_kabar_meja',
    `json_build_object('kabar', ${allUnreadJson('p.id')}, 'meja', CASE WHEN p.peran = 'dokter' THEN ${mejaMark('p.id')} END)`,
  ),
  unread: findingSesi('find_sesi_unread', `json_build_object('unread', ${unreadCount('p.id')})`),
} as const satisfies Record<Beside, unknown>

/** Who holds this session, if it still lives and its account is active; with it the konsultasi that the request is about, and what is read `beside`. */
export async function findSesi(
  tokenHash: Buffer,
  konsultasiId: string | null = null,
  alamat: string | null = null,
  beside?: Beside,
): Promise<SignedIn | null> {
  const [row] = await query(beside ? FIND_SESI_AND[beside] : FIND_SESI, [tokenHash, konsultasiId])
  if (!row) return null
  if (row.stale) await touchSesi(row.sesi_id).catch((error: unknown) => log.warn('a last use could not be written down', { error }))
  return {
    actor: toActor(row, alamat),
    konsultasi: row.konsultasi_id ? toKonsultasi(row, row.konsultasi_id) : null,
    beside: row.beside ?? {},
  }
}

const toActor = (row: SesiRow, alamat: string | null): Actor => ({
  id: row.id,
  sesiId: row.sesi_id,
  alamat,
  nama: row.nama,
  email: row.email,
  peran: row.peran,
  terverifikasi: row.terverifikasi,
  sipBerlaku: row.sip_berlaku,
  berfaktorKedua: row.berfaktor_kedua,
  emailDikonfirmasi: row.email_dikonfirmasi,
})

const toKonsultasi = (row: SesiRow, id: string): KonsultasiNow => ({
  id,
  pasienId: row.pasien_id,
  dokterId: row.dokter_id,
  penerusId: row.penerus_id,
  status: row.status,
  rev: row.rev,
  mengetik: row.mengetik,
  epoch: row.epoch,
})

const TOUCH_SESI = statement({ name: 'touch_sesi', text: 'UPDATE sesi SET terakhir_dipakai = now() WHERE id = $1', row: {} })

const touchSesi = (id: string) => query(TOUCH_SESI, [id])

const INSERT_SESI = statement({
  name: 'insert_sesi',
  text: `
    INSERT INTO sesi (id, pengguna_id, token_hash, berlaku_sampai, alamat, perangkat)
    SELECT $1, p.id, $3, now() + make_interval(secs => ${SESI_ABSOLUTE_MS / 1000}), $5, $6 FROM pengguna p
     WHERE p.id = $2 AND p.aktif AND p.kata_sandi = $4
       FOR SHARE OF p -- a suspension or a new password at this moment comes wholly before (no session) or after (it ends this one too)
    RETURNING berlaku_sampai`,
  row: { berlaku_sampai: 'timestamptz' },
})

/** Where somebody signs in from, and with what in a few words; null where nobody knows. */
export interface Asal {
  readonly alamat: string | null
  readonly perangkat: string | null
}

/**
 * @param kataSandi the hash that the password was found to fit
 * @returns until when it can last, or null when the account was suspended, or got another password, a moment ago
 */
export async function insertSesi(penggunaId: string, kataSandi: string, tokenHash: Buffer, asal: Asal): Promise<Date | null> {
  const values = [newUuid(), penggunaId, tokenHash, kataSandi, asal.alamat, asal.perangkat]
  const [row] = await query(INSERT_SESI, values)
  return row?.berlaku_sampai ?? null
}

/** Whose sessions ended, and the job that cuts what they still listen to, unless that is done before (`realtime/disconnect.ts`). */
export interface Ended {
  readonly pengguna_id: string
  readonly job_id: string
}

// The job is written by the statement that ends the sessions: neither is there without the other, whatever dies after the commit.
const ending = (name: string, condition: string) =>
  statement({
    name,
    text: `
    WITH berakhir AS (DELETE FROM sesi WHERE ${condition} RETURNING pengguna_id)
    SELECT pengguna_id, (${putuskanSql('pengguna_id')}).id::text AS job_id
      FROM (SELECT DISTINCT pengguna_id FROM berakhir) siapa`,
    row: { pengguna_id: 'uuid', job_id: 'text' },
  })

const DELETE_BY_TOKEN = ending('delete_sesi', 'token_hash = $1')
const DELETE_OWN = ending('delete_own_sesi', 'id = $1 AND pengguna_id = $2')
const DELETE_ALL = ending('delete_sesi_of', 'pengguna_id = $1 AND id IS DISTINCT FROM $2::uuid')
/** Sessions that one statement sweeps, well within its time. */
const SWEEP_ROWS = 500

// Each of the two ends has an index of its own. A session that somebody holds (it is being ended, or used this very moment) is left for the next time.
const DELETE_LATE = ending(
  'delete_ended_sesi',
  `id = ANY(
     ARRAY(SELECT id FROM sesi WHERE berlaku_sampai < now() LIMIT ${SWEEP_ROWS} FOR UPDATE SKIP LOCKED)
     || ARRAY(SELECT id FROM sesi WHERE terakhir_dipakai < now() - make_interval(secs => ${SESI_IDLE_MS / 1000}) LIMIT ${SWEEP_ROWS}
                 FOR UPDATE SKIP LOCKED))`,
)

/** Ends the session of this token. @returns nobody when there was none; so do the others */
export const deleteSesi = (tokenHash: Buffer) => query(DELETE_BY_TOKEN, [tokenHash])

/** Ends one session of this very person. */
export const deleteOwnSesi = (id: string, penggunaId: string) => query(DELETE_OWN, [id, penggunaId])

/** Ends every session of a person, but for the one named. */
export const deleteSesiOf = (penggunaId: string, tx: Transaction, except: string | null = null) =>
  query(DELETE_ALL, [penggunaId, except], tx)

/** Sweeps some of the sessions whose time is over; they were refused already. @returns nobody when none is left */
export const deleteEndedSesi = () => query(DELETE_LATE, [])

const IS_SESI = statement({ name: 'is_sesi', text: 'SELECT 1 FROM sesi WHERE id = $1', row: {} })

/** Is it there still? */
export const isSesi = async (id: string, tx: Transaction): Promise<boolean> => (await query(IS_SESI, [id], tx)).length > 0

const COUNT_SESI_OF = statement({
  name: 'count_sesi_of',
  text: `SELECT count(*)::int AS jumlah FROM sesi s WHERE s.pengguna_id = $1 AND ${SESI_HIDUP}`,
  row: { jumlah: 'int4' },
})

/** How many sessions of somebody live now. */
export async function countSesiOf(penggunaId: string): Promise<number> {
  const [row] = await query(COUNT_SESI_OF, [penggunaId])
  return row?.jumlah ?? 0
}
