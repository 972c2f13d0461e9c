import { isMainThread, Worker } from 'node:worker_threads'

/**
 * Loaded before whatever a process of the pool runs: a thread beside it that ends the process when the one that started it is gone. A file that
 * keeps the process busy for ever would else keep it so after a kill of the web server, since nobody listens in there any more.
 */

/** How often it looks, in milliseconds. */
const LOOK_MS = 1000

if (isMainThread) new Worker(new URL(import.meta.url), { execArgv: [] }).unref()
else setInterval(() => process.ppid !== Number(process.env.STARTED_BY) && process.kill(process.pid, 'SIGKILL'), LOOK_MS)
