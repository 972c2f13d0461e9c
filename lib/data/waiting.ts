import { pool } from './pool'
import { query } from './sql'

const COUNT_JOBS = {
  name: 'count_jobs',
  text: `
    SELECT count(*) FILTER (WHERE run_at <= now() AND attempts < max_attempts)::int AS due,
           count(*) FILTER (WHERE attempts >= max_attempts)::int AS given_up
      FROM graphile_worker.jobs`,
}

/** Jobs whose time has come, and those that were tried too often. */
export async function countJobs(): Promise<{ due: number; given_up: number }> {
  const [row] = await query<{ due: number; given_up: number }>(COUNT_JOBS, [])
  return row ?? { due: 0, given_up: 0 }
}

/** Connections of this process to the database, and requests that wait for one. */
export function countConnections(): { total: number; idle: number; waiting: number } {
  const { totalCount, idleCount, waitingCount } = pool()
  return { total: totalCount, idle: idleCount, waiting: waitingCount }
}
