import { type ChildProcess, fork } from 'node:child_process'
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
  timer: NodeJS.Timeout | undefined
}

/** Processes that are started when there is work, killed when they hang, replaced when they die, and ended when there is none. */
export function openPool({ script, size, timeLimitMs, idleMs, waitingMax }: PoolOptions): Pool {
  const waiting: Waiting[] = []
  const workers = new Set<Worker>()

  function startWorker(): Worker {
    const worker: Worker = { child: startProcess(script), current: null, timer: undefined }
    worker.child.on('message', (answer) => finish(worker, (job) => job.done(answer)))
    worker.child.once('error', () => leave(worker))
    worker.child.once('exit', () => leave(worker))
    workers.add(worker)
    return worker
  }

  /** Gives waiting jobs to whoever is free. */
  function assign(): void {
    while (waiting.length > 0) {
      const free = [...workers].find(({ current }) => current === null) ?? (workers.size < size ? startWorker() : null)
      if (!free) return
      begin(free, waiting.shift() as Waiting)
    }
  }

  function begin(worker: Worker, job: Waiting): void {
    clearTimeout(worker.timer)
    worker.current = job
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

/** With nothing of ours but the script: no settings, no secrets, a small heap, and memory that goes back to the system. */
function startProcess(script: string): ChildProcess {
  const child = fork(script, [], {
    env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '2' },
    execArgv: ['--max-old-space-size=192'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  // A waiting process is no reason for ours to stay.
  child.unref()
  child.channel?.unref()
  return child
}
