import { Client } from 'pg'
import { expect, test } from '@/e2e/fixtures'
import { makeRecurringDue } from '@/lib/data/jobs'
import { useOwnPool } from './own-pool'

test.beforeAll(useOwnPool)

test('what recurs, written by a clock that is ahead, is due at once; what is asked for later is not', async () => {
  const db = new Client({ connectionString: process.env.SAPA_DATABASE_URL ?? '' })
  await db.connect()
  try {
    const write = async (payload: object) => {
      const add = `SELECT id FROM graphile_worker.add_job('sweep_surat', $1::json, run_at => now() + interval '1 hour')`
      return (await db.query<{ id: string }>(add, [JSON.stringify(payload)])).rows[0]?.id
    }
    const waits = async (id?: string) =>
      (await db.query('SELECT FROM graphile_worker._private_jobs WHERE id = $1 AND run_at > now()', [id])).rowCount === 1
    const [recurs, asked] = [await write({ _cron: { ts: '2026-11-30T21:07:00Z' } }), await write({})]
    expect([await waits(recurs), await waits(asked)]).toEqual([true, true])
    await makeRecurringDue()
    expect([await waits(recurs), await waits(asked)]).toEqual([false, true])
    await db.query('SELECT graphile_worker.complete_jobs(ARRAY[$1::bigint])', [asked])
  } finally {
    await db.end()
  }
})
