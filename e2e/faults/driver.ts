import { randomUUID } from 'node:crypto'
import { openSync, writeSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Line } from './journal'

/**
 * Sends pesan through HTTP and knows nothing else of the system: `driver.ts <journal> <url> <konsultasi> <token>…`. One sender for each token;
 * an attempt that failed is made again with the same client_id until it is acknowledged. SIGTERM lets the last attempts end, then it ends; it ends too when
 * whoever started it has gone without a word.
 */

const [file = '', url = '', konsultasiId = '', ...tokens] = process.argv.slice(2)
const journal = openSync(file, 'a')
const parent = process.ppid
let isTold = false
process.on('SIGTERM', () => {
  isTold = true
})
const isEnding = () => isTold || process.ppid !== parent

const note = (line: Line) => writeSync(journal, `${JSON.stringify(line)}\n`)

async function drive(token: string): Promise<void> {
  for (let n = 1; !isEnding(); n++) {
    const pesan = { konsultasi_id: konsultasiId, client_id: randomUUID(), pesan: `Penulis ${process.pid}, pesan ${n}` }
    note({ was: 'sent', client_id: pesan.client_id, pesan: pesan.pesan })
    const urutan = await sendUntilAcknowledged(token, pesan)
    if (urutan !== null) note({ was: 'acknowledged', client_id: pesan.client_id, urutan })
  }
}

/** null when it had to end before: nobody knows then whether it arrived. */
async function sendUntilAcknowledged(token: string, json: { readonly client_id: string }): Promise<number | null> {
  for (;;) {
    const urutan = await send(token, json).catch(() => null)
    if (urutan === null) note({ was: 'failed', client_id: json.client_id })
    if (urutan !== null || isEnding()) return urutan
    await setTimeout(100)
  }
}

async function send(token: string, json: object): Promise<number | null> {
  const response = await fetch(`${url}/api/v1/pesan`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(json),
    signal: AbortSignal.timeout(10_000),
  })
  const { data } = (await response.json()) as { data?: { urutan: number } }
  return response.ok && data ? data.urutan : null
}

await Promise.all(tokens.map(drive))
