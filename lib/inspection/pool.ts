import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { log } from '@/lib/log'

/** A job took too long, or too many are waiting. */
export class TooBusy extends Error {
  override name = 'TooBusy'
}

/** A job was at work until its time was over: asking again takes as long. */
export class TookTooLong extends TooBusy {
  override name = 'TookTooLong'
}

/** A process ended while it worked on this job, twice, or grew beyond what any honest job needs. */
export class Crashed extends Error {
  override name = 'Crashed'
}

export interface PoolOptions {
  readonly script: string
  /** Processes at most; each works on one job at a time. */
  readonly size: number
  /**
   * Another process is started only when each that runs has been at its job for so long, in milliseconds: most jobs are done sooner, one after
   * the other in the memory of one, and a job that hangs holds up the others no longer than this.
   */
  readonly patienceMs: number
  /** For one job, in milliseconds; then its process is killed. */
  readonly timeLimitMs: number
  /** A process without work ends after so long, in milliseconds. */
  readonly idleMs: number
  /** Jobs that may wait; beyond, whoever has most of them gives way. */
  readonly waitingMax: number
  /** For one job to begin, in milliseconds. */
  readonly waitLimitMs: number
  /** Bytes of memory of a process; one that grows beyond is killed (where the system tells, that is on Linux). */
  readonly memoryMax: number
}

export interface Pool {
  /**
   * One job of each person is worked on at a time, and those of others come before their next one.
   * @throws TooBusy, TookTooLong, Crashed
   */
  readonly work: (job: object, whose: string) => Promise<unknown>
  /** The processes that run now. */
  readonly pids: () => number[]
}

interface Waiting {
  readonly job: object
  readonly whose: string
  /** How many of the same person were there before it: those of lower turns come first. */
  readonly turn: number
  readonly deadline: NodeJS.Timeout
  readonly done: (answer: unknown) => void
  readonly fail: (error: Error) => void
  /** It may have been killed for another's sake, so it gets a second process; who ends that one too, ends it himself. */
  crashes: number
}

interface Worker {
  readonly child: ChildProcess
  current: Waiting | null
  /** When it began that job, in milliseconds of `performance.now()`. */
  since: number
  timer: NodeJS.Timeout | undefined
  watch: NodeJS.Timeout | undefined
}

/** How often a process at work is looked at, in milliseconds. */
const LOOK_MS = 100

/** Processes that are started when there is work, killed when they hang, replaced when they die, and ended when there is none. */
export function openPool(options: PoolOptions): Pool {
  const { script, size, patienceMs, timeLimitMs, idleMs, waitingMax, waitLimitMs, memoryMax } = options
  const waiting: Waiting[] = []
  const workers = new Set<Worker>()
  let nextLook: NodeJS.Timeout | undefined

  function startWorker(): Worker {
    const worker: Worker = { child: startProcess(script), current: null, since: 0, timer: undefined, watch: undefined }
    worker.child.on('message', (answer) => {
      const limitMs = limitIn(answer)
      if (limitMs === null) finish(worker, answer)
      else limit(worker, Math.min(limitMs, worker.since + timeLimitMs - performance.now()))
    })
    worker.child.once('error', () => leave(worker))
    worker.child.once('exit', () => leave(worker))
    workers.add(worker)
    return worker
  }

  /** Gives waiting jobs to whoever is free. */
  function assign(): void {
    for (let job = nextJob(); job; job = nextJob()) {
      const free = [...workers].find(({ current }) => current === null) ?? startAnother()
      if (!free) return
      waiting.splice(waiting.indexOf(job), 1)
      begin(free, job)
    }
  }

  /** The first of those with the lowest turn whose owner has none at work. */
  function nextJob(): Waiting | undefined {
    const busy = new Set([...workers].map(({ current }) => current?.whose))
    const ready = waiting.filter(({ whose }) => !busy.has(whose))
    const lowest = Math.min(...ready.map(({ turn }) => turn))
    return ready.find(({ turn }) => turn === lowest)
  }

  /** @throws TooBusy when nobody has more jobs waiting than this one's owner */
  function makeRoomFor(turn: number): void {
    if (waiting.length < waitingMax) return
    const highest = Math.max(...waiting.map((job) => job.turn))
    const last = waiting.findLast((job) => job.turn === highest)
    if (!last || last.turn <= turn) throw new TooBusy()
    giveUp(last)
  }

  function giveUp(job: Waiting): void {
    const place = waiting.indexOf(job)
    if (place >= 0) waiting.splice(place, 1)
    clearTimeout(job.deadline)
    job.fail(new TooBusy())
  }

  /** One more process, unless there are enough or one that runs may be done soon; then it is looked at again. */
  function startAnother(): Worker | null {
    if (workers.size >= size) return null
    const latest = Math.max(...[...workers].map(({ since }) => since))
    const wait = latest + patienceMs - performance.now()
    if (wait <= 0) return startWorker()
    clearTimeout(nextLook)
    nextLook = setTimeout(assign, wait)
    return null
  }

  function begin(worker: Worker, job: Waiting): void {
    clearTimeout(job.deadline)
    worker.current = job
    worker.since = performance.now()
    limit(worker, timeLimitMs)
    worker.watch = setInterval(() => memoryOf(worker.child.pid) > memoryMax && giveUpOn(worker, 'grew too large', new Crashed()), LOOK_MS)
    worker.child.send(job.job, (error) => error && leave(worker))
  }

  function limit(worker: Worker, ms: number): void {
    clearTimeout(worker.timer)
    worker.timer = setTimeout(() => giveUpOn(worker, 'took too long', new TookTooLong()), ms)
  }

  /** What a job did to its process by itself is not tried again. */
  function giveUpOn(worker: Worker, why: string, error: Error): void {
    log.warn(`an inspection ${why} and was ended`, { service: 'inspection', pid: worker.child.pid ?? null })
    const job = worker.current
    worker.current = null
    leave(worker)
    job?.fail(error)
  }

  function finish(worker: Worker, answer: unknown): void {
    clearTimeout(worker.timer)
    clearInterval(worker.watch)
    worker.current?.done(answer)
    worker.current = null
    worker.timer = setTimeout(() => leave(worker), idleMs).unref()
    assign()
  }

  /** Ends a process, if it has not ended; what it was at work on is tried once more. */
  function leave(worker: Worker): void {
    if (!workers.delete(worker)) return
    clearTimeout(worker.timer)
    clearInterval(worker.watch)
    worker.child.kill('SIGKILL')
    const job = worker.current
    if (job) {
      log.warn('an inspection ended its process', { service: 'inspection', attempt: job.crashes + 1 })
      // It has waited already.
      if (++job.crashes < 2) waiting.unshift({ ...job, turn: 0 })
      else job.fail(new Crashed())
    }
    assign()
  }

  return {
    work: (job, whose) =>
      new Promise((done, fail) => {
        const turn = [...waiting, ...[...workers].map(({ current }) => current)].filter((other) => other?.whose === whose).length
        makeRoomFor(turn)
        const deadline = setTimeout(() => giveUp(entry), waitLimitMs)
        const entry: Waiting = { job, whose, turn, deadline, done, fail, crashes: 0 }
        waiting.push(entry)
        assign()
      }),
    pids: () => [...workers].flatMap(({ child }) => child.pid ?? []),
  }
}

/** A process that has seen what it was given may say that it needs less time than others. */
function limitIn(answer: unknown): number | null {
  const limitMs = (answer as { limitMs?: unknown } | null)?.limitMs
  return typeof limitMs === 'number' && limitMs > 0 ? limitMs : null
}

/** Bytes that a process has in memory, 0 where the system does not tell: proc_pid_statm(5), in pages. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE_BYTES
  } catch {
    return 0
  }
}

/** The usual size. Where pages are larger, four times as much is needed before this speaks, and the process's own clock has. */
const PAGE_BYTES = 4096

/** What is freed goes back to the system at once, also large pieces, which would else be kept for the next: mallopt(3). */
const MEMORY = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' }

/** Ends a process that outlived us. */
const ORPHAN = pathToFileURL(join(/*turbopackIgnore: true*/ process.cwd(), 'lib/inspection/orphan.mjs')).href

/** With nothing of ours but the script: no settings, no secrets, a small heap. */
function startProcess(script: string): ChildProcess {
  const child = fork(script, [], {
    env: { NODE_ENV: 'production', STARTED_BY: String(process.pid), ...MEMORY },
    execArgv: ['--max-old-space-size=192', '--import', ORPHAN],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  // A waiting process is no reason for ours to stay.
  child.unref()
  child.channel?.unref()
  return child
}
