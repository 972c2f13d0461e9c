import { expect, test } from '@/e2e/fixtures'
import { asidePool, pool } from '@/lib/data/pool'
import { aside, query } from '@/lib/data/sql'
import { useOwnPool } from './own-pool'

test.beforeAll(() => useOwnPool())

test('what may take long takes no connection from what may not, however much of it there is', async () => {
  const one = { name: '', text: 'SELECT 1' }
  const held = await Promise.all([1, 2, 3].map(() => asidePool().connect()))
  const waiting = aside(() => query(one, []))
  await expect.poll(() => asidePool().waitingCount).toBe(1)
  await Promise.all(Array.from({ length: 20 }, () => query(one, [])))
  expect(pool().waitingCount).toBe(0)
  expect(asidePool().waitingCount).toBe(1)
  for (const client of held) client.release()
  expect(await waiting).toHaveLength(1)
})
