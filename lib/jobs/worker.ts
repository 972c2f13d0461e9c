import { Logger, parseCronItems, run, runMigrations, type TaskList } from 'graphile-worker'
import { pool } from '@/lib/data/pool'
import { deleteEndedSesi } from '@/lib/data/sesi'
import { log } from '@/lib/log'
import { expireKonsultasi } from '@/lib/operations/expire-konsultasi'
import { JOBS } from './later'

const tasks: TaskList = {
  [JOBS.expireKonsultasi]: async () => {
    const count = await expireKonsultasi()
    if (count > 0) log.info('konsultasi expired', { job: JOBS.expireKonsultasi, count })
  },
  [JOBS.sweepSesi]: async () => {
    await deleteEndedSesi()
  },
}

/** What recurs whether or not anybody asked: catches up on what a changed setting or a lost job left behind. Times are UTC. */
const crontab = [
  { task: JOBS.expireKonsultasi, match: '* * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
  { task: JOBS.sweepSesi, match: '17 3 * * *', options: { backfillPeriod: 0, maxAttempts: 3 } },
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
