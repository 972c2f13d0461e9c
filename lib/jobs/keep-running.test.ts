import { EventEmitter, once } from 'node:events'
import { beforeEach, expect, test, vi } from 'vitest'
import { keepRunning } from './keep-running'

const logged = vi.hoisted(() => vi.fn())
vi.mock('@/lib/log', () => ({ log: { error: logged } }))

beforeEach(() => void logged.mockClear())

/** A worker as the job queue's is: its promise settles when it has ended, and then it refuses to be stopped. */
function openWorker() {
  const events = new EventEmitter()
  let hasEnded = false
  const die = (error?: Error) => {
    hasEnded = true
    if (error) events.emit('error', error)
    else events.emit('end')
  }
  const stop = vi.fn(async () => {
    if (hasEnded) throw new Error('Runner is already stopped')
    die()
  })
  return { promise: once(events, 'end'), stop, die }
}

/** A worker that is kept running over a database that may be away, so that nothing begins. */
async function start() {
  const workers: ReturnType<typeof openWorker>[] = []
  const database = { isAway: false }
  const begin = vi.fn(async () => {
    if (database.isAway) throw new Error('connect ECONNREFUSED')
    const worker = openWorker()
    workers.push(worker)
    return worker
  })
  const kept = await keepRunning(begin, 2)
  return { ...kept, workers, database, begin }
}

test('a worker that is to begin anew while the database is away begins when it is back', async () => {
  const { beginAnew, workers, database, begin } = await start()
  database.isAway = true
  beginAnew()
  await vi.waitFor(() => expect(begin.mock.calls.length).toBeGreaterThan(4))
  expect(workers).toHaveLength(1)
  database.isAway = false
  await vi.waitFor(() => expect(workers).toHaveLength(2))
})

test.each([
  ['in peace', undefined],
  ['with an error', new Error('gone')],
])('a worker that ended by itself %s begins anew each time, and that is told', async (_, error) => {
  const { workers } = await start()
  for (let ends = 1; ends <= 2; ends++) {
    workers.at(-1)?.die(error)
    await vi.waitFor(() => expect(workers).toHaveLength(ends + 1))
    expect(logged).toHaveBeenCalledTimes(ends)
  }
})

test('one that is asked twice to begin anew begins once, without a complaint', async () => {
  const { beginAnew, stop, workers } = await start()
  beginAnew()
  beginAnew()
  await vi.waitFor(() => expect(workers).toHaveLength(2))
  await stop()
  expect(workers).toHaveLength(2)
  expect(logged).not.toHaveBeenCalled()
})

test('one that is stopped for good ends, and does not begin anew', async () => {
  const { stop, workers } = await start()
  await stop()
  expect(workers.map(({ stop }) => stop.mock.calls.length)).toEqual([1])
})

test('one that is stopped for good while it waits for the database does not begin when that is back', async () => {
  const { beginAnew, stop, begin, database, workers } = await start()
  database.isAway = true
  beginAnew()
  await vi.waitFor(() => expect(begin.mock.calls.length).toBeGreaterThan(1))
  database.isAway = false
  await stop()
  expect(workers).toHaveLength(1)
})

test('one that begins while it is told to stop is stopped too', async () => {
  const second = openWorker()
  const database = new EventEmitter()
  const begin = vi
    .fn()
    .mockResolvedValueOnce(openWorker())
    .mockReturnValueOnce(once(database, 'open').then(() => second))
  const { beginAnew, stop } = await keepRunning(begin, 2)
  beginAnew()
  await vi.waitFor(() => expect(begin).toHaveBeenCalledTimes(2))
  const stopped = stop()
  database.emit('open')
  await stopped
  expect(second.stop).toHaveBeenCalledTimes(1)
})

test('that the first beginning fails is told to whoever starts it', async () => {
  await expect(keepRunning(() => Promise.reject(new Error('away')))).rejects.toThrow('away')
})
