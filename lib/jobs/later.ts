import { query, type Transaction } from '@/lib/data/sql'
import { newUuid } from '@/lib/domain/id'
import { JOB_KABARI } from '@/lib/domain/kabar'
import type { StatusKonsultasi } from '@/lib/domain/konsultasi'
import { JOB_PUTUSKAN } from '@/lib/domain/sesi'
import { env } from '@/lib/env'

/** The names of what is done later; `worker.ts` knows how. */
export const JOBS = {
  expireKonsultasi: 'expire_konsultasi',
  sweepSesi: 'sweep_sesi',
  sweepLampiran: 'sweep_lampiran',
  kabari: JOB_KABARI,
  kirimPush: 'kirim_push',
  surat: 'surat_konsultasi',
  suratSandi: 'surat_sandi',
  suratKonfirmasi: 'surat_konfirmasi',
  suratEmailDiganti: 'surat_email_diganti',
  suratKeputusan: 'surat_keputusan',
  putuskan: JOB_PUTUSKAN,
  pindahPencarian: 'pindah_pencarian',
} as const

/** So often news is tried, each time waiting longer: about four minutes in all. */
const ATTEMPTS = 6

/** A mail server may be away for a while: about a day in all, since each wait is 2.7 times the one before. */
const SURAT_ATTEMPTS = 12

const ADD_JOB = { name: 'add_job', text: 'SELECT graphile_worker.add_job($1, $2::json, run_at => now() + make_interval(secs => $3))' }

/** Seconds after the end of its time: clocks count in milliseconds, and a look that comes one of them early would find nothing. */
const EXPIRE_AFTER = 0.1

/** Looks for unanswered konsultasi when this one's time is over. Written in the transaction that books it: neither is there without the other. */
export const expireLater = (tx: Transaction) =>
  query(ADD_JOB, [JOBS.expireKonsultasi, '{}', env().konsultasiExpiresHours * 3600 + EXPIRE_AFTER], tx)

/** Whom to tell of which konsultasi. Ids are plain UUIDs. */
export interface KabariPayload {
  readonly konsultasi_id: string
  readonly pengguna_id: string
}

const ADD_KABARI = {
  name: 'add_kabari',
  text: `
    SELECT graphile_worker.add_job('${JOB_KABARI}', $1::json, run_at => $2, max_attempts => ${ATTEMPTS}, job_key => '${JOB_KABARI}:' || $3 || ':' || $4)
     WHERE EXISTS (SELECT FROM langganan_push l WHERE l.pengguna_id = $4::uuid)`,
}

/**
 * Considers again whether to tell somebody, at that time and no more before: when what shows it to them now ends. The first time is written
 * with the pesan itself (`data/append-pesan.ts`).
 */
export const kabariLater = (who: KabariPayload, at: Date) =>
  query(ADD_KABARI, [JSON.stringify(who), at, who.konsultasi_id, who.pengguna_id])

export interface KirimPushPayload {
  readonly langganan_id: string
  readonly konsultasi_id: string
}

const ADD_KIRIM_PUSH = {
  name: 'add_kirim_push',
  text: `SELECT graphile_worker.add_job('${JOBS.kirimPush}', $1::json, max_attempts => ${ATTEMPTS})`,
}

/** Tells one browser. Written in the transaction that decides to tell its owner. */
export const kirimPushLater = (what: KirimPushPayload, tx: Transaction) => query(ADD_KIRIM_PUSH, [JSON.stringify(what)], tx)

/** What the pasien is told of by mail: what their konsultasi has become. The id is a plain UUID. */
export interface SuratKonsultasiPayload {
  readonly konsultasi_id: string
  readonly status: StatusKonsultasi
}

const ADD_SURAT = {
  name: 'add_surat',
  text: `SELECT graphile_worker.add_job('${JOBS.surat}', $1::json, max_attempts => ${SURAT_ATTEMPTS})`,
}

/** Writes to the pasien of a konsultasi. Written in the transaction that moves it. */
export const suratKonsultasiLater = (what: SuratKonsultasiPayload, tx: Transaction) => query(ADD_SURAT, [JSON.stringify(what)], tx)

export interface SuratSandiPayload {
  readonly email: string
}

const ADD_SURAT_SANDI = {
  name: 'add_surat_sandi',
  text: `SELECT graphile_worker.add_job('${JOBS.suratSandi}', $1::json, max_attempts => ${ATTEMPTS})`,
}

/** Writes to whoever forgot their password, should there be an account with this address. */
export const suratSandiLater = (email: string) => query(ADD_SURAT_SANDI, [JSON.stringify({ email } satisfies SuratSandiPayload)])

/** Whom a decision about their verification is told to, and a name for the letter that stays the same on every try. Plain UUIDs. */
export interface SuratKeputusanPayload {
  readonly pengguna_id: string
  readonly surat_id: string
}

const ADD_SURAT_KEPUTUSAN = {
  name: 'add_surat_keputusan',
  text: `SELECT graphile_worker.add_job('${JOBS.suratKeputusan}', $1::json, max_attempts => ${SURAT_ATTEMPTS})`,
}

/** Writes to a dokter that an admin decided. Written in the transaction that decides. */
export const suratKeputusanLater = (penggunaId: string, tx: Transaction) =>
  query(ADD_SURAT_KEPUTUSAN, [JSON.stringify({ pengguna_id: penggunaId, surat_id: newUuid() } satisfies SuratKeputusanPayload)], tx)

/** Whose address is to be confirmed (a plain UUID), and which. */
export interface SuratKonfirmasiPayload {
  readonly pengguna_id: string
  readonly email: string
}

const ADD_SURAT_KONFIRMASI = {
  name: 'add_surat_konfirmasi',
  text: `SELECT graphile_worker.add_job('${JOBS.suratKonfirmasi}', $1::json, max_attempts => ${SURAT_ATTEMPTS})`,
}

/** Asks whoever reads this address to confirm it. Written in the transaction that waits for it. */
export const suratKonfirmasiLater = (what: SuratKonfirmasiPayload, tx: Transaction) =>
  query(ADD_SURAT_KONFIRMASI, [JSON.stringify(what)], tx)

/** Whose sockets are to show again that they may listen, or go: written with the end of a session (`data/sesi.ts`). A plain UUID. */
export interface PutuskanPayload {
  readonly pengguna_id: string
}

const COMPLETE_JOB = { name: 'complete_job', text: 'SELECT FROM graphile_worker.complete_jobs(ARRAY[$1::bigint])' }

/** Takes a job off the queue whose work is done; one that is under way goes on. */
export const doneAlready = (jobId: string) => query(COMPLETE_JOB, [jobId])

/** The address that was left. */
export interface SuratEmailDigantiPayload {
  readonly email: string
}

const ADD_SURAT_EMAIL_DIGANTI = {
  name: 'add_surat_email_diganti',
  text: `SELECT graphile_worker.add_job('${JOBS.suratEmailDiganti}', $1::json, max_attempts => ${SURAT_ATTEMPTS})`,
}

/** Tells an old address that the account has another one. Written in the transaction that changes it. */
export const suratEmailDigantiLater = (what: SuratEmailDigantiPayload, tx: Transaction) =>
  query(ADD_SURAT_EMAIL_DIGANTI, [JSON.stringify(what)], tx)

/** Where a move of `pencarian` has come to; nothing is the beginning. The id is a plain UUID. */
export interface PindahPencarianPayload {
  readonly place?: { readonly konsultasiId: string; readonly urutan: number }
}

/** One of them at a time, each after a pause (in seconds), so that people's own work comes first. */
const PINDAH_PAUSE = 1

const ADD_PINDAH = {
  name: 'add_pindah',
  text: `
    SELECT graphile_worker.add_job('${JOBS.pindahPencarian}', $1::json, run_at => now() + make_interval(secs => ${PINDAH_PAUSE}),
             job_key => '${JOBS.pindahPencarian}', queue_name => '${JOBS.pindahPencarian}')`,
}

/** Goes on moving what a search looks through. */
export const pindahPencarianLater = (what: PindahPencarianPayload = {}) => query(ADD_PINDAH, [JSON.stringify(what)])
