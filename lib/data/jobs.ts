import { type JenisKabar, KABAR_DELAY_MS } from '@/lib/domain/kabar'
import { PUTUSKAN_DELAY_MS } from '@/lib/domain/sesi'
import { query, statement, type Transaction } from './sql'

/** Two people of a konsultasi: which of them is meant. Ids are plain UUIDs. */
interface Whom {
  readonly konsultasi_id: string
  readonly pengguna_id: string
}

/** What each job is told. `surat_id` is the same on every try. */
export interface Payloads {
  /** Looks for konsultasi that nobody accepted in time. */
  readonly expire_konsultasi: Record<string, never>
  /** Considers telling somebody that there are unread pesan. */
  readonly kabari: Whom
  /** Tells somebody that there is something else about a konsultasi. */
  readonly kabari_konsultasi: Whom & { readonly jenis: JenisKabar }
  /** Tells a dokter that a sign of danger waits: on their browsers, or, later, by mail. */
  readonly kabari_bahaya: Whom & { readonly cara: 'push' | 'surat' }
  /** Tells both people of a kontrol, should it still be due. */
  readonly ingatkan_kontrol: { readonly dokumen_id: string }
  /** Looks for reminders that dokter set themselves and whose time has come. */
  readonly ingatkan_penanda: Record<string, never>
  /** Pushes such a reminder, should no page of theirs have taken it. */
  readonly dering_penanda: Whom
  /** Tells one browser. */
  readonly kirim_push: { readonly langganan_id: string; readonly konsultasi_id: string; readonly jenis?: JenisKabar }
  /** Writes that there is something about a konsultasi; without a person, as an earlier version wrote it, to its pasien about its status. */
  readonly surat_konsultasi: Pick<Whom, 'konsultasi_id'> & Partial<Whom> & { readonly jenis?: JenisKabar; readonly surat_id?: string }
  /** Writes to whoever forgot their password, should there be an account with this address. */
  readonly surat_sandi: { readonly email: string }
  /** Asks whoever reads this address to confirm it. */
  readonly surat_konfirmasi: { readonly pengguna_id: string; readonly email: string }
  /** Tells the old address that the account has another one. */
  readonly surat_email_diganti: { readonly email: string; readonly pengguna_id?: string }
  /** Writes to a dokter that an admin decided about them. */
  readonly surat_keputusan: { readonly pengguna_id: string; readonly surat_id: string }
  /** Writes to somebody that codes of their second factor are being tried. */
  readonly surat_kode_salah: { readonly pengguna_id: string; readonly surat_id: string }
  /** Lets somebody's sockets show again that they may listen, or go. */
  readonly putuskan_koneksi: { readonly pengguna_id: string }
  /** Goes on moving what a search looks through from this place; without one from the beginning. */
  readonly pindah_pencarian: { readonly place?: { readonly konsultasiId: string; readonly urutan: number } }
}
export type JobName = keyof Payloads

interface Rule {
  /** How often it is tried, each time after a longer wait: 6 times are about four minutes, 12 about a day. */
  readonly attempts: number
  /** Lower is sooner. What keeps somebody out comes first, what strangers can ask for last. */
  readonly priority: number
  /** One after the other within a queue, so that a mail server or a browser that hangs holds up nothing else. */
  readonly queue?: string
}

const JOBS: Readonly<Record<JobName, Rule>> = {
  putuskan_koneksi: { attempts: 12, priority: -10 },
  expire_konsultasi: { attempts: 25, priority: -5 },
  kabari_bahaya: { attempts: 12, priority: -8 },
  kabari: { attempts: 6, priority: 0 },
  kabari_konsultasi: { attempts: 6, priority: 0 },
  ingatkan_kontrol: { attempts: 12, priority: 0 },
  ingatkan_penanda: { attempts: 12, priority: 0 },
  dering_penanda: { attempts: 12, priority: 0 },
  kirim_push: { attempts: 6, priority: 5 },
  surat_konsultasi: { attempts: 12, priority: 5, queue: 'surat' },
  surat_keputusan: { attempts: 12, priority: 5, queue: 'surat' },
  surat_kode_salah: { attempts: 12, priority: 5, queue: 'surat' },
  surat_email_diganti: { attempts: 12, priority: 5, queue: 'surat' },
  surat_konfirmasi: { attempts: 12, priority: 10, queue: 'surat_umum' },
  surat_sandi: { attempts: 6, priority: 10, queue: 'surat_umum' },
  pindah_pencarian: { attempts: 25, priority: 20, queue: 'pindah_pencarian' },
}

interface When {
  /** Not before this moment; at once unless given. */
  readonly at?: Date
  /** The same in seconds from now. */
  readonly after?: number
  /** A job of the same key that still waits gives way to this one. */
  readonly key?: string
  /** Another queue than the job's own. */
  readonly queue?: string
}

const ADD_JOB = statement({
  name: 'add_job',
  text: `
    SELECT FROM graphile_worker.add_job($1, $2::json, queue_name => $3, run_at => coalesce($4, now() + make_interval(secs => $5)),
             max_attempts => $6, job_key => $7, priority => $8)`,
  row: {},
})

/** Writes down what is to be done later: in the transaction that wants it, so that neither is there without the other, or (null) by itself. */
export async function addJob<Name extends JobName>(
  tx: Transaction | null,
  name: Name,
  payload: Payloads[Name],
  { at, after = 0, key, queue }: When = {},
): Promise<void> {
  const rule = JOBS[name]
  const values = [name, JSON.stringify(payload), queue ?? rule.queue ?? null, at ?? null, after, rule.attempts, key ?? null, rule.priority]
  await query(ADD_JOB, values, tx ?? undefined)
}

/** Tells one of the two people of a konsultasi that there is something about it; once for all that comes while the first is still to be told. */
export const tellLater = (konsultasi_id: string, pengguna_id: string, tx: Transaction): Promise<void> =>
  addJob(
    tx,
    'kabari_konsultasi',
    { konsultasi_id, pengguna_id, jenis: 'konsultasi' },
    { after: KABAR_DELAY_MS / 1000, key: `konsultasi:${konsultasi_id}:${pengguna_id}` },
  )

/** One job considers whether to tell somebody of all pesan of a konsultasi that come before it runs. */
export const kabariKey = ({ konsultasi_id, pengguna_id }: Whom): string => `kabari:${konsultasi_id}:${pengguna_id}`

/** Pushes at once, of all instances: however many wait for a push service that is dead, most of those who work stay free for other jobs. */
const PUSH_LANES = 3

/** What goes to the browsers of one person goes one after the other, in one of the few queues that all pushes share. */
export const pushQueue = (penggunaId: string): string => `push:${Number.parseInt(penggunaId.slice(-4), 16) % PUSH_LANES}`

/** SQL for a job that a statement writes itself: what it is told and its key are SQL too, and the first `seconds` asked for stay when it is asked for again. */
const addJobSql = (name: JobName, payload: string, seconds: number, key?: string): string => {
  const { attempts, priority } = JOBS[name]
  const once = key === undefined ? '' : `, job_key => ${key}, job_key_mode => 'preserve_run_at'`
  return `graphile_worker.add_job('${name}', ${payload}, run_at => now() + make_interval(secs => ${seconds}),
             max_attempts => ${attempts}, priority => ${priority}${once})`
}

/** SQL: `kabari` for the person and konsultasi in these columns, a moment after the pesan. */
export const kabariSql = (konsultasi: string, pengguna: string): string =>
  addJobSql(
    'kabari',
    `json_build_object('konsultasi_id', ${konsultasi}, 'pengguna_id', ${pengguna})`,
    KABAR_DELAY_MS / 1000,
    `'kabari:' || ${konsultasi} || ':' || ${pengguna}`,
  )

/** SQL: `putuskan_koneksi` for the person in this column, unless it is done before. */
export const putuskanSql = (pengguna: string): string =>
  addJobSql('putuskan_koneksi', `json_build_object('pengguna_id', ${pengguna})`, PUTUSKAN_DELAY_MS / 1000)

const COMPLETE_JOB = statement({
  name: 'complete_job',
  text: 'SELECT FROM graphile_worker.complete_jobs(ARRAY[$1::bigint])',
  row: {},
})

/** Takes a job off the queue whose work is done; one that is under way goes on. */
export const doneAlready = (jobId: string) => query(COMPLETE_JOB, [jobId])

/** No job of ours takes this long, in minutes: the longest waits three times ten seconds for a mail server. */
const DEAD_AFTER_MINUTES = 10

// A worker that lives has taken something since, or holds nothing.
const UNLOCK = statement({
  name: 'unlock_dead_workers',
  text: `
    SELECT graphile_worker.force_unlock_workers(dead) FROM (
      SELECT array_agg(locked_by) AS dead FROM (
        SELECT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL
         GROUP BY locked_by HAVING max(locked_at) < now() - interval '${DEAD_AFTER_MINUTES} minutes') w) d
     WHERE dead IS NOT NULL`,
  row: { force_unlock_workers: 'void' },
})

/** Gives back the jobs that a worker held when it was killed; the queue itself would wait four hours for it. */
export async function unlockDeadWorkers(): Promise<void> {
  await query(UNLOCK, [])
}

const FORGET_RECURRING = statement({
  name: 'forget_recurring',
  text: 'UPDATE graphile_worker._private_known_crontabs SET last_execution = NULL WHERE last_execution IS NOT NULL',
  row: {},
})

/** Forgets when what recurs was last done: a time that lies ahead, by a clock that was wrong then, would keep it from being done until it comes. */
export async function forgetRecurring(): Promise<void> {
  await query(FORGET_RECURRING, [])
}

const MAKE_RECURRING_DUE = statement({
  name: 'make_recurring_due',
  text: `UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now() AND attempts = 0 AND payload->'_cron' IS NOT NULL`,
  row: {},
})

/** What recurs is written for a minute of the clock of who writes it, and done by the database's: where that is behind, it would be done so much later. */
export async function makeRecurringDue(): Promise<void> {
  await query(MAKE_RECURRING_DUE, [])
}

const COUNT_JOBS = statement({
  name: 'count_jobs',
  text: `
    SELECT count(*) FILTER (WHERE run_at <= now() AND attempts < max_attempts)::int AS due,
           count(*) FILTER (WHERE attempts >= max_attempts)::int AS given_up,
           coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE run_at <= now() AND attempts < max_attempts)), 0)::float8 AS oldest
      FROM graphile_worker.jobs`,
  row: { due: 'int4', given_up: 'int4', oldest: 'float8' },
})

/** Jobs whose time has come, and those that were tried too often. `oldest`: for how many seconds the one that waits longest is late. */
export async function countJobs(): Promise<{ due: number; given_up: number; oldest: number }> {
  const [row] = await query(COUNT_JOBS, [])
  return row ?? { due: 0, given_up: 0, oldest: 0 }
}
