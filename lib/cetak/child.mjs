import { drawDokumen } from './draw-dokumen.mjs'
import { drawTranskrip } from './draw-transkrip.mjs'

/**
 * The process that draws PDFs (cetak.ts and transkrip.ts start it). It knows no secrets and no database, draws one at a time, and is thrown away
 * when it crashes, hangs or grows.
 */

/** Bytes of memory that no honest page needs. */
const MEMORY_MAX = 500 * 1024 * 1024
setInterval(() => process.memoryUsage.rss() > MEMORY_MAX && process.exit(1), 100).unref()

process.on('message', async (/** @type {import('./draw-dokumen.mjs').Cetakan | import('./draw-transkrip.mjs').Cetakan} */ cetakan) => {
  if ('pdf' in cetakan) process.send?.({ ukuran: await drawTranskrip(cetakan) })
  else process.send?.({ pdf: (await drawDokumen(cetakan)).toString('base64') })
})

// Whoever started us says when to end, by going.
process.on('disconnect', () => process.exit(0))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined)
