import { inspect } from './inspect.mjs'

/**
 * The process in which files of strangers are taken apart (pool.ts starts it). It knows no secrets and no database, works on one file at a time,
 * and is thrown away when it crashes, hangs or grows.
 */

/** Bytes of memory that no honest file needs: 50 megapixels, turned, take a third of that. */
const MEMORY_MAX = 900 * 1024 * 1024

// The library works in threads of its own, so that this clock still ticks.
setInterval(() => process.memoryUsage.rss() > MEMORY_MAX && process.exit(1), 100).unref()

process.on('message', async (/** @type {import('./inspect.mjs').Job} */ job) => {
  process.send?.(await inspect(job))
})

// Whoever started us says when to end, by going.
process.on('disconnect', () => process.exit(0))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined)
