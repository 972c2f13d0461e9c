import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { AggregatorRegistry, register } from 'prom-client'
import { log } from '@/lib/log'
import { backOff } from './back-off'
import { portError, root } from './bootstrap.mjs'
import { StartError } from './start-error.mjs'

export interface Web {
  /** Puts a new process in the place of each, one after the other; no request fails meanwhile. */
  readonly replaceAll: () => Promise<void>
  readonly stop: () => Promise<void>
}

type Message = { type: 'listening' } | { type: 'failed'; code: string } | { type: 'metrics'; id: string }

/** Threads of each process for what the system does while it waits: a disk that hangs keeps six (lib/storage/on-disk.ts). Node.js itself would have four. */
const THREADS = '16'

/** How long a process may take to finish its requests, in milliseconds; it ends a little earlier by itself. */
const PATIENCE_MS = 5800

/**
 * Starts `count` web servers that share one port, and keeps them running. Resolves when all of them listen.
 * @param env the whole environment of the children
 */
export async function startWeb(env: NodeJS.ProcessEnv, count: number): Promise<Web> {
  // One process takes its connections itself; among several the supervisor deals them out in turn, because the system would give most of them to one.
  cluster.schedulingPolicy = count === 1 ? cluster.SCHED_NONE : cluster.SCHED_RR
  cluster.setupPrimary({ exec: join(root, 'lib/cli/server.mjs'), args: [], execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const numbers = new AggregatorRegistry()
  cluster.on('message', (worker, message: Message) => {
    if (message.type === 'metrics')
      // This process has numbers too: those of the jobs, which it works off.
      void Promise.all([numbers.clusterMetrics(), register.metrics()]).then(
        (texts) => worker.send({ ...message, text: texts.join('') }),
        () => undefined,
      )
  })
  const serving = new Set<Worker>()
  let stopping = false
  const wait = backOff()

  const begin = async () => {
    const worker = cluster.fork({ UV_THREADPOOL_SIZE: THREADS, ...env, WEB_PROCESSES: String(count) })
    await listening(worker, env)
    serving.add(worker)
    worker.once('exit', (exitCode, signal) => {
      if (serving.delete(worker) && !stopping) void beginAgain(exitCode, signal)
    })
  }

  const beginAgain = async (exitCode: number, signal: string) => {
    log.error('The web server ended and is started again', { service: 'web', exitCode, signal })
    for (let hasBegun = false; !hasBegun && !stopping; ) {
      await delay(wait.next())
      hasBegun =
        stopping ||
        (await begin().then(
          () => true,
          () => false,
        ))
    }
  }

  const end = async (worker: Worker, ask: (worker: Worker) => unknown) => {
    serving.delete(worker)
    if (worker.isDead()) return
    ask(worker)
    const late = setTimeout(() => worker.process.kill('SIGKILL'), PATIENCE_MS)
    await once(worker, 'exit')
    clearTimeout(late)
  }

  await Promise.all(Array.from({ length: count }, begin))
  return {
    async replaceAll() {
      for (const old of [...serving]) {
        await begin()
        await end(old, (worker) => worker.send('make way'))
      }
      log.info('web servers replaced', { count })
    },
    async stop() {
      stopping = true
      await Promise.all(
        Object.values(cluster.workers ?? {}).map((worker) => worker && end(worker, ({ process: child }) => child.kill('SIGTERM'))),
      )
    },
  }
}

function listening(worker: Worker, env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new StartError('The web server ended while starting.'))
    worker.once('exit', ended)
    worker.on('message', (message: Message) => {
      if (message.type === 'failed') reject(portError('PORT', env.HOST ?? '', Number(env.PORT), message.code))
      if (message.type !== 'listening') return
      worker.off('exit', ended)
      resolve()
    })
  })
}
