import { setTimeout as delay } from 'node:timers/promises'
import { Client as Postgres } from 'pg'
import { childrenOf } from '@/e2e/app'
import type { Client } from '@/e2e/client'
import { readProc } from '@/e2e/proc'
import type { openCounter } from '@/e2e/statements'
import { uuidOf } from '@/lib/domain/id'
import type { SmallDisk } from './small-disk'

/** What can be made ill, and who sees whether it is. */
interface Patient {
  /** PostgreSQL's first process. */
  readonly postmaster: number
  readonly superuserUrl: string
  /** The way by which the application goes to it. */
  readonly way: Pick<Awaited<ReturnType<typeof openCounter>>, 'beforeCommitOf'>
  /** Somebody who may write in the konsultasi that is driven, by way of the application. */
  readonly writer: Client
  readonly konsultasiId: string
}

/** Makes a database ill, waits until that shows, and heals it. @returns when it was healed, as `performance.now()` says it */
export type Ailment = (patient: Patient) => Promise<number>

/** What a database can have without ending. */
export const AILMENTS = { frozen, readOnly, deadlocked, locked } as const satisfies Record<string, Ailment>

/** All its processes stand still between the statement that stores a pesan and its COMMIT, for longer than anybody waits. */
async function frozen({ postmaster, way, writer }: Patient): Promise<number> {
  const stopped = await new Promise<number[]>((done) => {
    way.beforeCommitOf('append_pesan', () => done(stopAll(postmaster)))
  })
  try {
    for (const pid of stopped) await until(() => /\) T /.test(readProc(pid, 'stat')))
    await until(async () => (await writer.get('/api/ready')).status === 503)
  } finally {
    for (const pid of stopped.reverse()) process.kill(pid, 'SIGCONT')
  }
  return performance.now()
}

/** The first one first, so that it starts no others. */
function stopAll(postmaster: number): number[] {
  process.kill(postmaster, 'SIGSTOP')
  const backends = childrenOf(postmaster)
  for (const pid of backends) process.kill(pid, 'SIGSTOP')
  return [postmaster, ...backends]
}

/** It takes nothing for a moment, as during a failover. */
async function readOnly({ superuserUrl, writer, konsultasiId }: Patient): Promise<number> {
  await asSuperuser(superuserUrl, async (db) => {
    await db.query("ALTER SYSTEM SET default_transaction_read_only = 'on'")
    await db.query('SELECT pg_reload_conf()')
    await untilRefused(writer, konsultasiId)
    // Of this very session too.
    await db.query('SET default_transaction_read_only = off')
    await db.query('ALTER SYSTEM RESET default_transaction_read_only')
    await db.query('SELECT pg_reload_conf()')
  })
  return performance.now()
}

/** Somebody else holds what a send wants, and wants what it holds: the database ends the send. */
async function deadlocked({ superuserUrl, konsultasiId }: Patient): Promise<number> {
  await asSuperuser(superuserUrl, async (db) => {
    const deadlocks = async () =>
      (await db.query<{ n: number }>("SELECT deadlocks::int AS n FROM pg_stat_database WHERE datname = 'sapa'")).rows[0]?.n ?? 0
    const before = await deadlocks()
    // Whoever looks first finds it, and ends itself.
    await db.query("SET deadlock_timeout = '1h'")
    await db.query('BEGIN')
    const id = uuidOf('konsultasi', konsultasiId)
    // Whoever stores a pesan holds the konsultasi, and then looks whether its sender is still there.
    await db.query('SELECT FROM pengguna WHERE id = (SELECT pasien_id FROM konsultasi WHERE id = $1) FOR UPDATE', [id])
    await until(() => isAwaited(db))
    await db.query('UPDATE konsultasi SET rev = rev WHERE id = $1', [id])
    await db.query('ROLLBACK')
    await until(async () => (await deadlocks()) > before)
  })
  return performance.now()
}

/** Somebody else holds the whole table, until every connection that the application has waits for it. */
async function locked({ superuserUrl, writer, konsultasiId }: Patient): Promise<number> {
  await asSuperuser(superuserUrl, async (db) => {
    await db.query('BEGIN')
    await db.query('LOCK TABLE konsultasi IN ACCESS EXCLUSIVE MODE')
    await Promise.all(Array.from({ length: 2 * POOL }, () => untilRefused(writer, konsultasiId)))
    await db.query('ROLLBACK')
  })
  return performance.now()
}

/** Its disk has no byte left, until a send is refused for that. @param send tries to store a pesan, and tells the status of the answer */
export const fullOf =
  (disk: SmallDisk, send: () => Promise<number>): Ailment =>
  async () => {
    disk.fill()
    try {
      await until(async () => (await send()) === 503)
    } finally {
      disk.makeRoom()
    }
    return performance.now()
  }

/** The connections of one process that serves (lib/data/pool.ts). */
const POOL = 10

/** Does anybody wait for this transaction to end? (pg_stat_activity stays as it was at its first reading in a transaction.) */
const isAwaited = async (db: Postgres): Promise<boolean> =>
  (await db.query('SELECT FROM pg_locks WHERE transactionid = pg_current_xact_id()::xid AND NOT granted')).rowCount !== 0

/** Asks for what nobody can do, so that it leaves nothing behind whatever becomes of it. */
async function untilRefused(writer: Client, konsultasiId: string): Promise<void> {
  await until(async () => (await writer.put(`/konsultasi/${konsultasiId}/mengetik`)).status === 503)
}

async function asSuperuser(connectionString: string, work: (db: Postgres) => Promise<void>): Promise<void> {
  const db = new Postgres({ connectionString })
  await db.connect()
  try {
    await work(db)
  } finally {
    await db.end()
  }
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const began = performance.now(); !(await holds()); await delay(20))
    if (performance.now() - began > PATIENCE_MS) throw new Error(`This did not come about within ${PATIENCE_MS / 1000} s: ${holds}`)
}

/** Longer than anything of this takes, in milliseconds. */
const PATIENCE_MS = 30_000
