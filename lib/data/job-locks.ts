import { query } from './sql'

/** No job of ours takes this long, in minutes: the longest waits three times ten seconds for a mail server. */
const DEAD_AFTER_MINUTES = 10

// A worker that lives has taken something since, or holds nothing.
const UNLOCK = {
  name: 'unlock_dead_workers',
  text: `
    SELECT graphile_worker.force_unlock_workers(dead) FROM (
      SELECT array_agg(locked_by) AS dead FROM (
        SELECT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL
         GROUP BY locked_by HAVING max(locked_at) < now() - interval '${DEAD_AFTER_MINUTES} minutes') w) d
     WHERE dead IS NOT NULL`,
}

/** Gives back the jobs that a worker held when it was killed; the queue itself would wait four hours for it. */
export async function unlockDeadWorkers(): Promise<void> {
  await query(UNLOCK, [])
}
