import { Logger, parseCronItems, type Runner, run, runMigrations, type Task, type TaskList } from 'graphile-worker'
import { Counter } from 'prom-client'
import { traced } from '@/lib/cli/traced.mjs'
import { deleteEndedResets } from '@/lib/data/atur-ulang-sandi'
import { addJob, forgetRecurring, type JobName, makeRecurringDue, type Payloads, unlockDeadWorkers } from '@/lib/data/jobs'
import { deleteEndedLooks } from '@/lib/data/kehadiran'
import { deleteEndedKonfirmasi } from '@/lib/data/konfirmasi-email'
import { isPencarianLeft, type MovePlace } from '@/lib/data/move-pencarian'
import { directPool } from '@/lib/data/pool'
import { log } from '@/lib/log'
import { expireKonsultasi } from '@/lib/operations/move-konsultasi'
import { movePencarian } from '@/lib/operations/move-pencarian'
import { pushReminder, ringReminders } from '@/lib/operations/penanda'
import { sweepSesi } from '@/lib/operations/sesi'
import { sweepLampiran } from '@/lib/operations/sweep-lampiran'
import { remindOfKontrol, tellOfBahaya, tellOfKonsultasi } from '@/lib/operations/tell-of-konsultasi'
import { tellOfPesan } from '@/lib/operations/tell-of-pesan'
import { cutConnectionsOf } from '@/lib/realtime/disconnect'
import { writeAuditHead } from './audit-head'
import { whenSetBack } from './clock'
import { keepRunning } from './keep-running'
import { sweepSurat } from './mail'
import { givePushUp, sendPush } from './push'
import { sendSuratEmailDiganti, sendSuratKeputusan, sendSuratKodeSalah, sendSuratKonfirmasi, sendSuratSandi } from './surat-akun'
import { sendSuratKonsultasi } from './surat-konsultasi'

/** How each job is done that somebody asked for (`lib/data/jobs.ts`). */
const asked: { readonly [Name in Exclude<JobName, 'expire_konsultasi' | 'ingatkan_penanda'>]: Task } = {
  kabari: boundedly<'kabari'>(async ({ konsultasi_id, pengguna_id }) => {
    await tellOfPesan(konsultasi_id, pengguna_id)
  }),
  kabari_konsultasi: boundedly<'kabari_konsultasi'>(({ konsultasi_id, pengguna_id, jenis }) =>
    tellOfKonsultasi(konsultasi_id, pengguna_id, jenis),
  ),
  kabari_bahaya: boundedly<'kabari_bahaya'>(({ konsultasi_id, pengguna_id, cara }) => tellOfBahaya(konsultasi_id, pengguna_id, cara)),
  ingatkan_kontrol: boundedly<'ingatkan_kontrol'>(({ dokumen_id }) => remindOfKontrol(dokumen_id)),
  dering_penanda: boundedly<'dering_penanda'>(({ konsultasi_id, pengguna_id }) => pushReminder(konsultasi_id, pengguna_id)),
  kirim_push: boundedly<'kirim_push'>(sendPush, givePushUp),
  putuskan_koneksi: boundedly<'putuskan_koneksi'>(({ pengguna_id }) => cutConnectionsOf(pengguna_id)),
  surat_konsultasi: boundedly<'surat_konsultasi'>(sendSuratKonsultasi),
  surat_konfirmasi: boundedly<'surat_konfirmasi'>(sendSuratKonfirmasi),
  surat_email_diganti: boundedly<'surat_email_diganti'>(sendSuratEmailDiganti),
  surat_sandi: boundedly<'surat_sandi'>(sendSuratSandi),
  surat_keputusan: boundedly<'surat_keputusan'>(sendSuratKeputusan),
  surat_kode_salah: boundedly<'surat_kode_salah'>(sendSuratKodeSalah),
  pindah_pencarian: async (payload) => {
    const place = await movePencarian((payload as Payloads['pindah_pencarian']).place)
    if (place) await movePencarianLater(place)
  },
}

interface Recurring {
  readonly match: string
  readonly work: () => Promise<unknown>
  /** What the log says of how many it were, when there were any. */
  readonly tells?: string
}

/** What recurs whether or not anybody asked, and when (in UTC): catches up on what a changed setting or a lost job left behind. */
const recurring: Readonly<Record<string, Recurring>> = {
  expire_konsultasi: { match: '* * * * *', work: expireKonsultasi, tells: 'konsultasi expired' },
  ingatkan_penanda: { match: '* * * * *', work: ringReminders, tells: 'reminders rung' },
  unlock_jobs: { match: '* * * * *', work: unlockDeadWorkers },
  catat_ujung: { match: '* * * * *', work: writeAuditHead },
  sweep_surat: { match: '7 * * * *', work: () => sweepSurat(), tells: 'old letters swept' },
  sweep_lampiran: { match: '*/15 * * * *', work: sweepLampiran, tells: 'unsent lampiran swept' },
  // An open socket outlives a session that ended by its clock by this at most.
  sweep_sesi: {
    match: '*/5 * * * *',
    work: async () => {
      for (const sweep of [sweepSesi, deleteEndedLooks, deleteEndedResets, deleteEndedKonfirmasi]) await sweep()
    },
  },
}

/** Seconds between two pieces of work that can wait, so that people's own comes first. */
const PAUSE = 1

const movePencarianLater = (place?: MovePlace) =>
  addJob(null, 'pindah_pencarian', place ? { place } : {}, { after: PAUSE, key: 'pindah_pencarian' })

/** What the supervisor tells of mail, push and other news when it is asked for metrics (lib/cli/web.ts). */
const attempts = new Counter({
  name: 'sapa_job_attempts_total',
  help: 'Attempts at news for people, by job; failed ones are tried again, given up ones are not.',
  labelNames: ['job', 'outcome'],
})

/** News is tried a few times and then given up, without leaving its row behind. */
function boundedly<Name extends JobName>(
  work: (payload: Payloads[Name]) => Promise<void>,
  giveUp?: (payload: Payloads[Name]) => Promise<void>,
): Task {
  return async (payload, { job }) => {
    const count = (outcome: 'done' | 'failed' | 'given_up') => attempts.inc({ job: job.task_identifier, outcome })
    try {
      await work(payload as Payloads[Name])
      count('done')
    } catch (error) {
      log.warn('news was not delivered', { job: job.task_identifier, attempt: job.attempts, error })
      count(job.attempts < job.max_attempts ? 'failed' : 'given_up')
      if (job.attempts < job.max_attempts) throw error
      await giveUp?.(payload as Payloads[Name])
    }
  }
}

/** What comes again soon anyway is not tried again, and leaves no row behind when it failed. */
const recurringTask =
  (job: string, { work, tells }: Recurring): Task =>
  async () => {
    const count = await work().catch((error: unknown) => log.error('what recurs has failed this time', { job, error }))
    if (tells && typeof count === 'number' && count > 0) log.info(tells, { job, count })
  }

const all: Readonly<Record<string, Task>> = {
  ...asked,
  ...Object.fromEntries(Object.entries(recurring).map(([job, one]) => [job, recurringTask(job, one)])),
}

const tasks: TaskList = Object.fromEntries(
  Object.entries(all).map(([job, task]) => [job, (payload, helpers) => traced(`job ${job}`, {}, async () => task(payload, helpers))]),
)

const crontab = Object.entries(recurring).map(([task, { match }]) => ({ task, match, options: { backfillPeriod: 0, maxAttempts: 1 } }))

/** The queue tells its troubles in words that may quote a job; of those only which error it was gets into the log. */
const logger = new Logger(({ taskIdentifier }) => (level, _words, more) => {
  if (level === 'error' || level === 'warning')
    log.warn('the job queue has trouble', { job: taskIdentifier ?? null, ...(more?.error ? { error: more.error } : {}) })
})

/** Lays the job queue's own tables (schema `graphile_worker`). The application's operations write to it from then on. */
export const migrateJobs = (): Promise<void> => runMigrations({ pgPool: directPool(), logger })

/** Jobs at once in each instance. Most of their time they wait for somebody else's server. */
const CONCURRENCY = 10

/** Works off what was to be done later. Any number of instances may run it: each job is taken by one. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  await migrateJobs()
  await unlockDeadWorkers()
  if (await isPencarianLeft()) await movePencarianLater()
  const worker = await keepRunning(work)
  // The queue would do nothing of what recurs until the clock is again where it was.
  const endWatch = whenSetBack(() => {
    log.warn('the clock was set back: what recurs begins anew')
    worker.beginAnew()
  })
  return {
    stop: () => {
      endWatch()
      return worker.stop()
    },
  }
}

async function work(): Promise<Runner> {
  await forgetRecurring()
  const runner = await run({
    pgPool: directPool(),
    logger,
    taskList: tasks,
    parsedCronItems: parseCronItems(crontab),
    // More than it has connections for would wait for one another.
    concurrency: Math.min(CONCURRENCY, directPool().options.max),
    pollInterval: 1000,
    noHandleSignals: true,
  })
  runner.events.on('cron:scheduled', () => {
    makeRecurringDue().catch((error: unknown) => log.warn('what recurs may be late', { error }))
  })
  return runner
}
