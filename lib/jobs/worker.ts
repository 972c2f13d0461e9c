import { Logger, parseCronItems, run, runMigrations, type Task, type TaskList } from 'graphile-worker'
import { deleteEndedResets } from '@/lib/data/atur-ulang-sandi'
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
import { tellOfPesan } from '@/lib/operations/tell-of-pesan'
import {
  JOBS,
  type KabariPayload,
  type KirimPushPayload,
  type PindahPencarianPayload,
  type PutuskanPayload,
  pindahPencarianLater,
  type SuratEmailDigantiPayload,
  type SuratKeputusanPayload,
  type SuratKonfirmasiPayload,
  type SuratKonsultasiPayload,
  type SuratSandiPayload,
} from './later'
import { kirimPush } from './push'
import { kirimSuratEmailDiganti, kirimSuratKonfirmasi } from './surat-email'
import { kirimSuratKeputusan } from './surat-keputusan'
import { kirimSuratKonsultasi } from './surat-konsultasi'
import { kirimSuratSandi } from './surat-sandi'

const tasks: TaskList = {
  [JOBS.expireKonsultasi]: async () => {
    const count = await expireKonsultasi()
    if (count > 0) log.info('konsultasi expired', { job: JOBS.expireKonsultasi, count })
  },
  [JOBS.sweepSesi]: async () => {
    await sweepSesi()
    await deleteEndedLooks()
    await deleteEndedResets()
    await deleteEndedKonfirmasi()
  },
  [JOBS.sweepLampiran]: async () => {
    const count = await sweepLampiran()
    if (count > 0) log.info('unsent lampiran swept', { job: JOBS.sweepLampiran, count })
  },
  [JOBS.pindahPencarian]: async (payload) => {
    const place = await movePencarian((payload as PindahPencarianPayload).place)
    if (place) await pindahPencarianLater({ place })
  },
  [JOBS.kabari]: boundedly<KabariPayload>(async ({ konsultasi_id, pengguna_id }) => {
    await tellOfPesan(konsultasi_id, pengguna_id)
  }),
  [JOBS.kirimPush]: boundedly<KirimPushPayload>(kirimPush),
  [JOBS.putuskan]: boundedly<PutuskanPayload>(({ pengguna_id }) => cutConnectionsOf(pengguna_id)),
  [JOBS.surat]: boundedly<SuratKonsultasiPayload>(kirimSuratKonsultasi),
  [JOBS.suratKonfirmasi]: boundedly<SuratKonfirmasiPayload>(kirimSuratKonfirmasi),
  [JOBS.suratEmailDiganti]: boundedly<SuratEmailDigantiPayload>(kirimSuratEmailDiganti),
  [JOBS.suratSandi]: boundedly<SuratSandiPayload>(kirimSuratSandi),
  [JOBS.suratKeputusan]: boundedly<SuratKeputusanPayload>(kirimSuratKeputusan),
}

/** News is tried a few times and then given up, without leaving its row behind. */
function boundedly<Payload>(work: (payload: Payload) => Promise<void>): Task {
  return async (payload, { job }) => {
    try {
      await work(payload as Payload)
    } catch (error) {
      log.warn('news was not delivered', { job: job.task_identifier, attempt: job.attempts, error })
      if (job.attempts < job.max_attempts) throw error
    }
  }
}

/** What recurs whether or not anybody asked: catches up on what a changed setting or a lost job left behind. Times are UTC. */
const crontab = [
  { task: JOBS.expireKonsultasi, match: '* * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
  { task: JOBS.sweepLampiran, match: '*/15 * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
  // So long, at most, an open socket outlives a session that ended by its clock.
  { task: JOBS.sweepSesi, match: '*/5 * * * *', options: { backfillPeriod: 0, maxAttempts: 3 } },
]

/** The queue tells its troubles in words that may quote a job; of those only how bad it is gets into the log. */
const logger = new Logger(({ taskIdentifier }) => (level) => {
  if (level === 'error' || level === 'warning') log.warn('the job queue has trouble', { job: taskIdentifier ?? null })
})

/** Lays the job queue's own tables (schema `graphile_worker`). The application's operations write to it from then on. */
export const migrateJobs = (): Promise<void> => runMigrations({ pgPool: pool(), logger })

/** Works off what was to be done later. Any number of instances may run it: each job is taken by one. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  await migrateJobs()
  if (await isPencarianLeft()) await pindahPencarianLater()
  const runner = await run({
    pgPool: pool(),
    logger,
    taskList: tasks,
    parsedCronItems: parseCronItems(crontab),
    concurrency: 2,
    pollInterval: 1000,
    noHandleSignals: true,
  })
  runner.promise.catch((error: unknown) => log.error('the job worker stopped', { error }))
  return { stop: () => runner.stop() }
}
