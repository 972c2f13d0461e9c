import { readdirSync } from 'node:fs'
import { setPriority } from 'node:os'
import { inspect } from './inspect.mjs'

/**
 * The process in which files of strangers are taken apart and their pages drawn (pool.ts starts it). It knows no secrets and no database, works on one file at a time,
 * and is thrown away when it crashes, hangs or grows.
 */

/** Bytes of memory that no honest file needs: 50 megapixels, turned, take a third of that. */
const MEMORY_MAX = 900 * 1024 * 1024

/** Conversations come first: nice(1) of the readers, of 19. */
const NICENESS = 5

// The library works in threads of its own, so that this clock still ticks; where it cannot, the one that started us watches (pool.ts).
setInterval(() => process.memoryUsage.rss() > MEMORY_MAX && process.exit(1), 100).unref()

process.on('message', async (/** @type {import('./inspect.mjs').Job | import('./draw-page.mjs').PageJob} */ job) => {
  giveWay()
  process.send?.('pdf' in job ? await draw(job) : await inspect(job, (limitMs) => process.send?.({ limitMs })))
})

/** What draws is loaded by who draws: most processes only look. @param {import('./draw-page.mjs').PageJob} job */
const draw = async (job) => (await import('./draw-page.mjs')).drawPage(job)

/** Each thread by itself, which is how Linux counts; elsewhere the process. */
function giveWay() {
  try {
    for (const thread of readdirSync('/proc/self/task')) setPriority(Number(thread), NICENESS)
  } catch {
    setPriority(NICENESS)
  }
}

// Whoever started us says when to end, by going.
process.on('disconnect', () => process.exit(0))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined)
