import { createHash, randomUUID } from 'node:crypto'
import { openSync, writeSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { pdf } from '@/e2e/berkas/dokumen'
import { formOf } from '@/e2e/unggah'
import type { Line, Step } from './journal'

/**
 * Sends pesan through HTTP and knows nothing else of the system: `driver.ts <journal> <url> <konsultasi> <token>…`. One sender for each token; behind
 * `berkas:` it is one who sends a file with each. An attempt that failed is made again with the same client_id until it is acknowledged. SIGTERM lets the
 * last attempts end, then it ends; it ends too when whoever started it has gone without a word.
 */

const [file = '', url = '', konsultasiId = '', ...senders] = process.argv.slice(2)
const journal = openSync(file, 'a')
const parent = process.ppid
let isTold = false
process.on('SIGTERM', () => {
  isTold = true
})
const isEnding = () => isTold || process.ppid !== parent

const note = (line: Line) => writeSync(journal, `${JSON.stringify(line)}\n`)

async function drive(sender: string): Promise<void> {
  const [, prefix, token = ''] = /^(berkas:)?(.*)$/.exec(sender) ?? []
  for (let n = 1; !isEnding(); n++) {
    const pesan = { konsultasi_id: konsultasiId, client_id: randomUUID(), pesan: `Penulis ${process.pid}, pesan ${n}` }
    const bytes = prefix ? newFile() : null
    const sha256 = bytes ? { sha256: createHash('sha256').update(bytes).digest('hex') } : {}
    note({ was: 'sent', client_id: pesan.client_id, pesan: pesan.pesan, ...sha256 })
    const lampiran = bytes ? await untilTaken<{ id: string }>(pesan.client_id, 'lampiran', () => upload(token, bytes)) : null
    if (bytes && !lampiran) return
    const sent = await untilTaken<{ urutan: number }>(pesan.client_id, 'pesan', () =>
      send(token, lampiran ? { ...pesan, lampiran_id: lampiran.data.id } : pesan),
    )
    if (sent) note({ was: 'acknowledged', client_id: pesan.client_id, urutan: sent.data.urutan, status: sent.status })
  }
}

/** Unlike any other. */
const newFile = () => Buffer.concat([pdf(1, 100_000), Buffer.from(`%${randomUUID()}\n`)])

interface Taken<Data> {
  readonly status: number
  readonly data: Data
}

/** null when it had to end before: nobody knows then whether it arrived. */
async function untilTaken<Data>(clientId: string, step: Step, attempt: () => Promise<Response>): Promise<Taken<Data> | null> {
  for (;;) {
    const answer = await attempt().catch(() => null)
    const body = await answer?.json().catch(() => null)
    if (answer?.ok && body?.data) return { status: answer.status, data: body.data }
    note({ was: 'failed', client_id: clientId, step, status: answer?.status ?? null })
    if (isEnding()) return null
    await setTimeout(100)
  }
}

const post = (token: string, path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, ...headers },
    body,
    signal: AbortSignal.timeout(PATIENCE_MS),
  })

/** Everything is answered within 10 s, says the contract; a little later it is a failure of its own. */
const PATIENCE_MS = 11_000

const upload = (token: string, bytes: Buffer) => post(token, '/lampiran', formOf(konsultasiId, { bytes }))
const send = (token: string, json: object) => post(token, '/pesan', JSON.stringify(json), { 'Content-Type': 'application/json' })

await Promise.all(senders.map(drive))
