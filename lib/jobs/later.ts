import { query, type Transaction } from '@/lib/data/sql'
import { newUuid } from '@/lib/domain/id'
import { type JenisKabar, JOB_KABARI } from '@/lib/domain/kabar'
import { JOB_PUTUSKAN } from '@/lib/domain/sesi'
import { env } from '@/lib/env'

/** The names of what is done later; `worker.ts` knows how. */
export const JOBS = {
  expireKonsultasi: 'expire_konsultasi',
  sweepSesi: 'sweep_sesi',
  sweepLampiran: 'sweep_lampiran',
  sweepSurat: 'sweep_surat',
  catatUjung: 'catat_ujung',
  unlockJobs: 'unlock_jobs',
  kabari: JOB_KABARI,
  kabariKonsultasi: 'kabari_konsultasi',
  kirimPush: 'kirim_push',
  surat: 'surat_konsultasi',
  suratSandi: 'surat_sandi',
  suratKonfirmasi: 'surat_konfirmasi',
  suratEmailDiganti: 'surat_email_diganti',
  suratKeputusan: 'surat_keputusan',
  suratKodeSalah: 'surat_kode_salah',
  putuskan: JOB_PUTUSKAN,
  pindahPencarian: 'pindah_pencarian',
} as const

/** What each job is told. Ids are plain UUIDs. */
export interface Payloads {
  readonly expire_konsultasi: Record<string, never>
  /** Whom to tell of which konsultasi. */
  readonly kabari: { readonly konsultasi_id: string; readonly pengguna_id: string }
  /** Which of the two people is told of what about a konsultasi. */
  readonly kabari_konsultasi: { readonly konsultasi_id: string; readonly pengguna_id: string; readonly jenis: JenisKabar }
  /** One browser, and of what it is told. */
  readonly kirim_push: { readonly langganan_id: string; readonly konsultasi_id: string; readonly jenis?: JenisKabar }
  /** A letter to one of the two people that there is something about their konsultasi. `surat_id` is the same on every try. */
  readonly surat_konsultasi: {
    readonly konsultasi_id: string
    readonly pengguna_id?: string
    readonly jenis?: JenisKabar
    readonly surat_id?: string
  }
  /** Whoever forgot their password, should there be an account with this address. */
  readonly surat_sandi: { readonly email: string }
  /** Whose address is to be confirmed, and which. */
  readonly surat_konfirmasi: { readonly pengguna_id: string; readonly email: string }
  /** The address that was left, and whose it was. */
  readonly surat_email_diganti: { readonly email: string; readonly pengguna_id?: string }
  /** Whom a decision about their verification is told to. `surat_id` is the same on every try. */
  readonly surat_keputusan: { readonly pengguna_id: string; readonly surat_id: string }
  /** Whose second factor somebody tries codes at. */
  readonly surat_kode_salah: { readonly pengguna_id: string; readonly surat_id: string }
  /** Whose sockets are to show again that they may listen, or go: written with the end of a session (`data/sesi.ts`). */
  readonly putuskan: { readonly pengguna_id: string }
  /** Where a move of `pencarian` has come to; nothing is the beginning. */
  readonly pindah_pencarian: { readonly place?: { readonly konsultasiId: string; readonly urutan: number } }
}

/** News is tried 6 times, each time waiting longer: about four minutes in all. A mail server may be away for a while: 12 times, about a day. */
const NEWS = 6
const SURAT = 12

interface Rule {
  readonly attempts: number
  /** Lower is sooner. What keeps somebody out comes first, what strangers can ask for last. */
  readonly priority: number
  /** One after the other within a queue, so that a mail server or a browser that hangs holds up nothing else. */
  readonly queue?: 'surat' | 'surat_umum' | 'pindah_pencarian'
}

const RULES: Record<keyof Payloads, Rule> = {
  putuskan: { attempts: SURAT, priority: -10 },
  expire_konsultasi: { attempts: 25, priority: -5 },
  kabari: { attempts: NEWS, priority: 0 },
  kabari_konsultasi: { attempts: NEWS, priority: 0 },
  kirim_push: { attempts: NEWS, priority: 5 },
  surat_konsultasi: { attempts: SURAT, priority: 5, queue: 'surat' },
  surat_keputusan: { attempts: SURAT, priority: 5, queue: 'surat' },
  surat_kode_salah: { attempts: SURAT, priority: 5, queue: 'surat' },
  surat_email_diganti: { attempts: SURAT, priority: 5, queue: 'surat' },
  surat_konfirmasi: { attempts: SURAT, priority: 10, queue: 'surat_umum' },
  surat_sandi: { attempts: NEWS, priority: 10, queue: 'surat_umum' },
  pindah_pencarian: { attempts: 25, priority: 20, queue: 'pindah_pencarian' },
}

interface When {
  /** The transaction that wants it: neither is there without the other. */
  readonly tx?: Transaction | undefined
  /** Seconds from now; at once unless given. */
  readonly after?: number
  readonly at?: Date
  /** A job of the same key that still waits gives way to this one. */
  readonly key?: string
  /** Another queue than the job's own. */
  readonly queue?: string
}

const ADD_JOB = {
  name: 'add_job',
  text: `
    SELECT graphile_worker.add_job($1, $2::json, queue_name => $3, run_at => coalesce($4, now() + make_interval(secs => $5)),
             max_attempts => $6, job_key => $7, priority => $8)`,
}

const addJob = <Name extends keyof Payloads>(name: Name, payload: Payloads[Name], { tx, after = 0, at, key, queue }: When = {}) => {
  const rule = RULES[name]
  const values = [name, JSON.stringify(payload), queue ?? rule.queue ?? null, at ?? null, after, rule.attempts, key ?? null, rule.priority]
  return query(ADD_JOB, values, tx)
}

/** Seconds after the end of its time: clocks count in milliseconds, and a look that comes one of them early would find nothing. */
const EXPIRE_AFTER = 0.1

/** Looks for unanswered konsultasi when this one's time is over. Written in the transaction that books it. */
export const expireLater = (tx: Transaction) =>
  addJob('expire_konsultasi', {}, { tx, after: env().konsultasiExpiresHours * 3600 + EXPIRE_AFTER })

/** Tells one of the two people of a konsultasi that there is something about it, `after` seconds from now. Written in the transaction that wants it. */
export const kabariKonsultasiLater = (who: Payloads['kabari_konsultasi'], tx: Transaction, after = 0) =>
  addJob('kabari_konsultasi', who, { tx, after })

/**
 * Considers again whether to tell somebody, at that time and no more before: when what shows it to them now ends. The first time is written
 * with the pesan itself (`data/append-pesan.ts`).
 */
export const kabariLater = (who: Payloads['kabari'], at: Date) =>
  addJob('kabari', who, { at, key: `${JOB_KABARI}:${who.konsultasi_id}:${who.pengguna_id}` })

/** Tells one browser; those of one person one after the other. Written in the transaction that decides to tell its owner. */
export const kirimPushLater = (what: Payloads['kirim_push'], penggunaId: string, tx: Transaction) =>
  addJob('kirim_push', what, { tx, queue: `push:${penggunaId}` })

/** Writes to one of the two people of a konsultasi. Written in the transaction that wants it. */
export const suratKonsultasiLater = (what: { konsultasi_id: string; pengguna_id: string; jenis: JenisKabar }, tx: Transaction) =>
  addJob('surat_konsultasi', { ...what, surat_id: newUuid() }, { tx })

/** Writes to whoever forgot their password, should there be an account with this address. */
export const suratSandiLater = (email: string) => addJob('surat_sandi', { email })

/** Writes to a dokter that an admin decided. Written in the transaction that decides. */
export const suratKeputusanLater = (pengguna_id: string, tx: Transaction) =>
  addJob('surat_keputusan', { pengguna_id, surat_id: newUuid() }, { tx })

/** Asks whoever reads this address to confirm it. Written in the transaction that waits for it. */
export const suratKonfirmasiLater = (what: Payloads['surat_konfirmasi'], tx: Transaction) => addJob('surat_konfirmasi', what, { tx })

/** Tells somebody that codes of their second factor are being tried. */
export const suratKodeSalahLater = (pengguna_id: string) => addJob('surat_kode_salah', { pengguna_id, surat_id: newUuid() })

/** Tells an old address that the account has another one. Written in the transaction that changes it. */
export const suratEmailDigantiLater = (what: { email: string; pengguna_id: string }, tx: Transaction) =>
  addJob('surat_email_diganti', what, { tx })

const COMPLETE_JOB = { name: 'complete_job', text: 'SELECT FROM graphile_worker.complete_jobs(ARRAY[$1::bigint])' }

/** Takes a job off the queue whose work is done; one that is under way goes on. */
export const doneAlready = (jobId: string) => query(COMPLETE_JOB, [jobId])

/** Seconds between two pieces of work that can wait, so that people's own comes first. */
const PAUSE = 1

/** Goes on moving what a search looks through, one piece at a time. */
export const pindahPencarianLater = (what: Payloads['pindah_pencarian'] = {}) =>
  addJob('pindah_pencarian', what, { after: PAUSE, key: JOBS.pindahPencarian })
