import { Logger, parseCronItems, run, runMigrations, type Task, type TaskList } from 'graphile-worker'
import { deleteEndedResets } from '@/lib/data/atur-ulang-sandi'
import { unlockDeadWorkers } from '@/lib/data/job-locks'
import { deleteEndedLooks } from '@/lib/data/kehadiran'
import { deleteEndedKonfirmasi } from '@/lib/data/konfirmasi-email'
import { isPencarianLeft } from '@/lib/data/move-pencarian'
import { pool } from '@/lib/data/pool'
import { log } from '@/lib/log'
import { cutConnectionsOf } from '@/lib/operations/cut-connections'
import { expireKonsultasi } from '@/lib/operations/expire-konsultasi'
import { movePencarian } from '@/lib/operations/move-pencarian'
import { sweepLampiran } from '@/lib/operations/sweep-lampiran'
import { sweepSesi } from '@/lib/operations/sweep-sesi'
import { tellOfKonsultasi } from '@/lib/operations/tell-of-konsultasi'
import { tellOfPesan } from '@/lib/operations/tell-of-pesan'
import { writeAuditHead } from './audit-head'
import { JOBS, type Payloads, pindahPencarianLater } from './later'
import { sweepSurat } from './mail'
import { givePushUp, kirimPush } from './push'
import { kirimSuratEmailDiganti, kirimSuratKeputusan, kirimSuratKodeSalah, kirimSuratKonfirmasi, kirimSuratSandi } from './surat-akun'
import { kirimSuratKonsultasi } from './surat-konsultasi'

const tasks: TaskList = {
  [JOBS.expireKonsultasi]: recurring(JOBS.expireKonsultasi, async () => {
    const count = await expireKonsultasi()
    if (count > 0) log.info('konsultasi expired', { job: JOBS.expireKonsultasi, count })
  }),
  [JOBS.sweepSesi]: recurring(JOBS.sweepSesi, async () => {
    await sweepSesi()
    await deleteEndedLooks()
    await deleteEndedResets()
    await deleteEndedKonfirmasi()
  }),
  [JOBS.sweepLampiran]: recurring(JOBS.sweepLampiran, async () => {
    const count = await sweepLampiran()
    if (count > 0) log.info('unsent lampiran swept', { job: JOBS.sweepLampiran, count })
  }),
  [JOBS.sweepSurat]: recurring(JOBS.sweepSurat, async () => {
    const count = await sweepSurat()
    if (count > 0) log.info('old letters swept', { job: JOBS.sweepSurat, count })
  }),
  [JOBS.catatUjung]: recurring(JOBS.catatUjung, writeAuditHead),
  [JOBS.pindahPencarian]: async (payload) => {
    const place = await movePencarian((payload as Payloads['pindah_pencarian']).place)
    if (place) await pindahPencarianLater({ place })
  },
  [JOBS.unlockJobs]: recurring(JOBS.unlockJobs, unlockDeadWorkers),
  [JOBS.kabari]: boundedly<Payloads['kabari']>(async ({ konsultasi_id, pengguna_id }) => {
    await tellOfPesan(konsultasi_id, pengguna_id)
  }),
  [JOBS.kabariKonsultasi]: boundedly<Payloads['kabari_konsultasi']>(({ konsultasi_id, pengguna_id, jenis }) =>
    tellOfKonsultasi(konsultasi_id, pengguna_id, jenis),
  ),
  [JOBS.kirimPush]: boundedly<Payloads['kirim_push']>(kirimPush, givePushUp),
  [JOBS.putuskan]: boundedly<Payloads['putuskan']>(({ pengguna_id }) => cutConnectionsOf(pengguna_id)),
  [JOBS.surat]: boundedly<Payloads['surat_konsultasi']>(kirimSuratKonsultasi),
  [JOBS.suratKonfirmasi]: boundedly<Payloads['surat_konfirmasi']>(kirimSuratKonfirmasi),
  [JOBS.suratEmailDiganti]: boundedly<Payloads['surat_email_diganti']>(kirimSuratEmailDiganti),
  [JOBS.suratSandi]: boundedly<Payloads['surat_sandi']>(kirimSuratSandi),
  [JOBS.suratKeputusan]: boundedly<Payloads['surat_keputusan']>(kirimSuratKeputusan),
  [JOBS.suratKodeSalah]: boundedly<Payloads['surat_kode_salah']>(kirimSuratKodeSalah),
}

/** News is tried a few times and then given up, without leaving its row behind. */
function boundedly<Payload>(work: (payload: Payload) => Promise<void>, giveUp?: (payload: Payload) => Promise<void>): Task {
  return async (payload, { job }) => {
    try {
      await work(payload as Payload)
    } catch (error) {
      log.warn('news was not delivered', { job: job.task_identifier, attempt: job.attempts, error })
      if (job.attempts < job.max_attempts) throw error
      await giveUp?.(payload as Payload)
    }
  }
}

/** What comes again soon anyway is not tried again, and leaves no row behind when it failed. */
function recurring(job: string, work: () => Promise<void>): Task {
  return async () => {
    await work().catch((error: unknown) => log.error('what recurs has failed this time', { job, error }))
  }
}

/** What recurs whether or not anybody asked: catches up on what a changed setting or a lost job left behind. Times are UTC. */
const crontab = [
  { task: JOBS.expireKonsultasi, match: '* * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
  { task: JOBS.unlockJobs, match: '* * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
  { task: JOBS.catatUjung, match: '* * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
  { task: JOBS.sweepSurat, match: '7 * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
  { task: JOBS.sweepLampiran, match: '*/15 * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
  // An open socket outlives a session that ended by its clock by this at most.
  { task: JOBS.sweepSesi, match: '*/5 * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
]

/** The queue tells its troubles in words that may quote a job; of those only how bad it is gets into the log. */
const logger = new Logger(({ taskIdentifier }) => (level) => {
  if (level === 'error' || level === 'warning') log.warn('the job queue has trouble', { job: taskIdentifier ?? null })
})

/** Lays the job queue's own tables (schema `graphile_worker`). The application's operations write to it from then on. */
export const migrateJobs = (): Promise<void> => runMigrations({ pgPool: pool(), logger })

/** Jobs at once in each instance. Most of their time they wait for somebody else's server. */
const CONCURRENCY = 10

/** Works off what was to be done later. Any number of instances may run it: each job is taken by one. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  await migrateJobs()
  await unlockDeadWorkers()
  if (await isPencarianLeft()) await pindahPencarianLater()
  const runner = await run({
    pgPool: pool(),
    logger,
    taskList: tasks,
    parsedCronItems: parseCronItems(crontab),
    concurrency: CONCURRENCY,
    pollInterval: 1000,
    noHandleSignals: true,
  })
  runner.promise.catch((error: unknown) => log.error('the job worker stopped', { error }))
  return { stop: () => runner.stop() }
}
