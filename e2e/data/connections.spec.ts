import { expect, test } from '@/e2e/fixtures'
import { isUnavailable } from '@/lib/data/availability'
import { pool } from '@/lib/data/pool'
import { query, type Transaction, transaction } from '@/lib/data/sql'
import { useOwnPool } from './own-pool'

test.beforeAll(() => useOwnPool())

const statement = (text: string) => ({ name: '', text })
const raise = (state: string) => statement(`DO $$ BEGIN RAISE EXCEPTION 'uji' USING ERRCODE = '${state}'; END $$`)

/** Every connection of the pool, one after the other, must answer. */
async function expectSoundPool() {
  const answers = await Promise.all(Array.from({ length: 12 }, () => query<{ satu: number }>(statement('SELECT 1 AS satu'), [])))
  expect(answers.map(([row]) => row?.satu)).toEqual(Array(12).fill(1))
}

// One of each class that a statement can be refused with while its connection lives on, and of those that say the server is in trouble.
const STATES = ['40P01', '40001', '53100', '53200', '55P03', '25006', '57014', '58030', 'XX000', '23505', '22001', '08006']

for (const state of STATES) {
  test(`after a transaction that failed with ${state} the next statements work`, async () => {
    await expect(transaction((tx) => query(raise(state), [], tx))).rejects.toMatchObject({ code: state })
    await expectSoundPool()
  })
}

test('a real deadlock ends one of the two with 40P01, and nobody after it is refused', async () => {
  const lock = (tx: Transaction, key: number) => query(statement('SELECT pg_advisory_xact_lock($1)'), [key], tx)
  const held = [0, 0]
  const takeBoth = (mine: 0 | 1) =>
    transaction(async (tx) => {
      await lock(tx, 910_000 + mine)
      held[mine] = 1
      await expect.poll(() => held.join()).toBe('1,1')
      await lock(tx, 910_001 - mine)
    })
  const outcomes = await Promise.allSettled([takeBoth(0), takeBoth(1)])
  const failed = outcomes.filter((one) => one.status === 'rejected')
  expect(failed).toHaveLength(1)
  expect(failed[0]?.reason).toMatchObject({ code: '40P01' })
  expect(isUnavailable(failed[0]?.reason)).toBe(true)
  await expectSoundPool()
})

test('a connection that comes back inside a transaction is not handed out again', async () => {
  const client = await pool().connect()
  await client.query('BEGIN')
  await client.query('SELECT 1/0').catch(() => undefined)
  client.release()
  await expectSoundPool()
})

test('a transaction that swallowed an error is told that nothing was committed', async () => {
  const swallowing = transaction((tx) => query(raise('23505'), [], tx).catch(() => 'lanjut'))
  await expect(swallowing).rejects.toThrow('rolled back')
  await expectSoundPool()
})

test('who holds a transaction is refused a second connection, however many are free', async () => {
  const nested = transaction(() => query(statement('SELECT 1'), []))
  await expect(nested).rejects.toThrow('second connection')
  await expectSoundPool()
})
