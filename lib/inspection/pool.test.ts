import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { Crashed, openPool, type Pool, TooBusy } from './pool'

const folder = mkdtempSync(join(tmpdir(), 'sapa-pool-'))
const script = join(folder, 'child.mjs')
writeFileSync(
  script,
  `process.on('message', async ({ say, hang, die, grow, limitMs, rest = 0 }) => {
     await new Promise((done) => setTimeout(done, rest))
     if (limitMs) process.send({ limitMs })
     if (grow) { globalThis.kept = Buffer.alloc(grow, 1); for (;;); }
     if (hang) for (;;);
     if (die) process.kill(process.pid, 'SIGKILL')
     if (say) process.send({ said: say, pid: process.pid, secrets: Object.keys(process.env).filter((name) => /SECRET|DATABASE|TOKEN/.test(name)) })
   })
   process.on('disconnect', () => process.exit())`,
)
afterAll(() => rmSync(folder, { recursive: true }))

let pool: Pool
const open = (change = {}) => {
  const limits = { timeLimitMs: 1500, waitLimitMs: 60_000, memoryMax: Number.POSITIVE_INFINITY }
  pool = openPool({ script, size: 2, patienceMs: 200, idleMs: 60_000, waitingMax: 3, ...limits, ...change })
  return { ...pool, work: (job: object, whose: string = randomUUID()) => pool.work(job, whose) }
}
afterEach(() => {
  for (const pid of pool.pids()) process.kill(pid, 'SIGKILL')
})

test('answers come from other processes, which know none of our secrets', async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'rahasia')
  const answer = await open().work({ say: 'halo' })
  expect(answer).toEqual({ said: 'halo', pid: expect.any(Number), secrets: [] })
  expect((answer as { pid: number }).pid).not.toBe(process.pid)
  vi.unstubAllEnvs()
})

test('a job that never ends is ended, and the next one is answered', async () => {
  const { work, pids } = open({ size: 1 })
  const [hung, next] = [work({ hang: true }), work({ say: 'sesudahnya' })]
  await expect(hung).rejects.toThrow(TooBusy)
  expect(await next).toMatchObject({ said: 'sesudahnya' })
  expect(pids()).toHaveLength(1)
})

test('a job that kills its process gets one more, then it is told; others are not harmed', async () => {
  const { work } = open({ size: 1 })
  const [deadly, next] = [work({ die: true }), work({ say: 'selamat' })]
  await expect(deadly).rejects.toThrow(Crashed)
  expect(await next).toMatchObject({ said: 'selamat' })
})

test('jobs that are done soon are done by one process, one after the other', async () => {
  const { work, pids } = open({ patienceMs: 60_000 })
  const answers = await Promise.all([work({ say: 'satu', rest: 50 }), work({ say: 'dua', rest: 50 }), work({ say: 'tiga' })])
  expect(new Set(answers.map((answer) => (answer as { pid: number }).pid)).size).toBe(1)
  expect(pids()).toHaveLength(1)
})

test('a job that hangs holds up the next only as long as patience lasts', async () => {
  const { work } = open({ timeLimitMs: 60_000 })
  work({ hang: true }).catch(() => undefined)
  expect(await work({ say: 'sesudahnya' })).toMatchObject({ said: 'sesudahnya' })
})

test('a process that is killed from outside takes no job with it', async () => {
  const { work, pids } = open({ size: 1 })
  await work({ say: 'satu' })
  const [pid = 0] = pids()
  process.kill(pid, 'SIGSTOP')
  const second = work({ say: 'dua' })
  process.kill(pid, 'SIGKILL')
  expect(await second).toMatchObject({ said: 'dua' })
  expect(pids()).not.toContain(pid)
})

test('a process that is stopped is as good as one that hangs', async () => {
  const { work, pids } = open({ size: 1 })
  await work({ say: 'satu' })
  for (const pid of pids()) process.kill(pid, 'SIGSTOP')
  await expect(work({ say: 'dua' })).rejects.toThrow(TooBusy)
  expect(await work({ say: 'tiga' })).toMatchObject({ said: 'tiga' })
})

test('more than can wait are sent away at once', async () => {
  const { work } = open({ size: 1, waitingMax: 1 })
  const first = work({ say: 'satu' })
  const second = work({ say: 'dua' })
  await expect(work({ say: 'tiga' })).rejects.toThrow(TooBusy)
  expect(await Promise.all([first, second])).toMatchObject([{ said: 'satu' }, { said: 'dua' }])
})

test('files of one person are read one after the other, and those of others between them', async () => {
  const { work } = open({ size: 1, waitingMax: 10 })
  const order: string[] = []
  const note = (name: string) => () => order.push(name)
  const many = ['a1', 'a2', 'a3', 'a4'].map((name) => work({ say: name, rest: 20 }, 'a').then(note(name)))
  await Promise.all([...many, work({ say: 'b1' }, 'b').then(note('b1')), work({ say: 'c1' }, 'c').then(note('c1'))])
  expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'a3', 'a4'])
})

test('one person with many files never has two processes', async () => {
  const { work, pids } = open({ patienceMs: 0 })
  const [hung, second] = [work({ hang: true }, 'a'), work({ say: 'kedua' }, 'a')]
  await expect(hung).rejects.toThrow(TooBusy)
  await second
  expect(pids()).toHaveLength(1)
})

test('when nobody more can wait, whoever has most waiting gives way', async () => {
  const { work } = open({ size: 1, waitingMax: 3 })
  const mine = ['satu', 'dua', 'tiga', 'empat'].map((say) => work({ say, rest: 50 }, 'a').catch((error) => error))
  const other = work({ say: 'lain' }, 'b')
  expect(await other).toMatchObject({ said: 'lain' })
  expect((await Promise.all(mine)).map((answer) => answer instanceof TooBusy)).toEqual([false, false, false, true])
})

test('whoever has waited too long is told so, while the one before goes on', async () => {
  const { work } = open({ size: 1, timeLimitMs: 60_000, waitLimitMs: 50 })
  const long = work({ say: 'lama', rest: 400 })
  await expect(work({ say: 'menunggu' })).rejects.toThrow(TooBusy)
  expect(await long).toMatchObject({ said: 'lama' })
})

test('a process that grows beyond all that is honest is ended at once, though it never lets go, and its file is not read again', async () => {
  const { work } = open({ size: 1, timeLimitMs: 60_000, memoryMax: 300 * 1_048_576 })
  const [grown, next] = [work({ grow: 400 * 1_048_576 }), work({ say: 'sesudahnya' })]
  await expect(grown).rejects.toThrow(Crashed)
  expect(await next).toMatchObject({ said: 'sesudahnya' })
})

test('a process may say that its file needs less time than others', async () => {
  const { work } = open({ size: 1, timeLimitMs: 60_000 })
  await expect(work({ hang: true, limitMs: 100 })).rejects.toThrow(TooBusy)
})

test('without work its processes end', async () => {
  const { work, pids } = open({ idleMs: 20 })
  await work({ say: 'halo' })
  await vi.waitFor(() => expect(pids()).toEqual([]))
})

test('a process that is busy for ever ends when the one that started it is killed', async () => {
  const starter = join(folder, 'starter.mts')
  writeFileSync(
    starter,
    `import { openPool } from ${JSON.stringify(join(import.meta.dirname, 'pool.ts'))}
     const { work, pids } = openPool({ script: ${JSON.stringify(script)}, size: 1, patienceMs: 0, timeLimitMs: 600_000, idleMs: 600_000, waitingMax: 1, waitLimitMs: 600_000, memoryMax: Infinity })
     await work({ say: 'siap' }, 'a')
     work({ hang: true }, 'a')
     process.send(pids()[0])`,
  )
  const parent: ChildProcess = fork(starter, [], { execArgv: ['--import', 'tsx'] })
  const pid = await new Promise<number>((told) => parent.once('message', (pid) => told(pid as number)))
  parent.kill('SIGKILL')
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), { timeout: 30_000, interval: 100 })
})
