import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { log } from '@/lib/log'

/** A job took too long, or too many are waiting. */
export class TooBusy extends Error {
  override name = 'TooBusy'
}

/** A process ended while it worked on this job, twice. */
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
  /** Jobs that may wait. */
  readonly waitingMax: number
}

export interface Pool {
  /** @throws TooBusy, Crashed */
  readonly work: (job: object) => Promise<unknown>
  /** The processes that run now. */
  readonly pids: () => number[]
}

interface Waiting {
  readonly job: object
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
}

/** Processes that are started when there is work, killed when they hang, replaced when they die, and ended when there is none. */
export function openPool({ script, size, patienceMs, timeLimitMs, idleMs, waitingMax }: PoolOptions): Pool {
  const waiting: Waiting[] = []
  const workers = new Set<Worker>()
  let nextLook: NodeJS.Timeout | undefined

  function startWorker(): Worker {
    const worker: Worker = { child: startProcess(script), current: null, since: 0, timer: undefined }
    worker.child.on('message', (answer) => finish(worker, (job) => job.done(answer)))
    worker.child.once('error', () => leave(worker))
    worker.child.once('exit', () => leave(worker))
    workers.add(worker)
    return worker
  }

  /** Gives waiting jobs to whoever is free. */
  function assign(): void {
    while (waiting.length > 0) {
      const free = [...workers].find(({ current }) => current === null) ?? startAnother()
      if (!free) return
      begin(free, waiting.shift() as Waiting)
    }
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
    clearTimeout(worker.timer)
    worker.current = job
    worker.since = performance.now()
    worker.timer = setTimeout(() => {
      log.warn('an inspection took too long and was ended', { service: 'inspection', pid: worker.child.pid ?? null })
      const late = worker.current
      worker.current = null
      leave(worker)
      late?.fail(new TooBusy())
    }, timeLimitMs)
    worker.child.send(job.job, (error) => error && leave(worker))
  }

  function finish(worker: Worker, tell: (job: Waiting) => void): void {
    clearTimeout(worker.timer)
    if (worker.current) tell(worker.current)
    worker.current = null
    worker.timer = setTimeout(() => leave(worker), idleMs).unref()
    assign()
  }

  /** Ends a process, if it has not ended; what it was at work on is tried once more. */
  function leave(worker: Worker): void {
    if (!workers.delete(worker)) return
    clearTimeout(worker.timer)
    worker.child.kill('SIGKILL')
    const job = worker.current
    if (job) {
      log.warn('an inspection ended its process', { service: 'inspection', attempt: job.crashes + 1 })
      if (++job.crashes < 2) waiting.unshift(job)
      else job.fail(new Crashed())
    }
    assign()
  }

  return {
    work: (job) =>
      new Promise((done, fail) => {
        if (waiting.length >= waitingMax) return fail(new TooBusy())
        waiting.push({ job, done, fail, crashes: 0 })
        assign()
      }),
    pids: () => [...workers].flatMap(({ child }) => child.pid ?? []),
  }
}

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
