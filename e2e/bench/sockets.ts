import { setTimeout as delay } from 'node:timers/promises'
import type { Client } from 'pg'
import { type App, cpuOf } from '@/e2e/app'
import { openSockets, placeOf, write } from '@/e2e/load/page'
import { gather, type Reader } from '@/e2e/load/people'
import { memoryOf } from '@/e2e/proc'
import { medianOf } from './drive'

/** What many open pages ask of the embedded realtime server, which runs in the supervisor; the web server hands it the bytes of each socket. */
export interface Sockets {
  readonly count: number
  /** Memory of one that is subscribed, in kB: of the realtime server and of the web server. */
  readonly kb: readonly [realtime: number, web: number]
  /** CPU of the realtime server for one pesan that is told to its two people, one of whom listens; in ms. */
  readonly eventMs: number
  /** Milliseconds from before a pesan was sent until its event was heard. */
  readonly medianMs: number
  readonly p99Ms: number
}

const COUNT = 5000
const SENDS = 2000
/** Milliseconds between two sends, whether the one before was answered or not. */
const GAP_MS = 20
/** Until what was allocated to open so many at once is let go again, in milliseconds. */
const SETTLE_MS = 10_000

export async function measureSockets(app: App, db: Client): Promise<Sockets> {
  const readers = await gather(db, COUNT)
  const place = await placeOf(app.port, readers[0] as Reader)
  const held = () => [memoryOf(app.supervisorPid), memoryOf(app.webPid)] as const
  const before = held()
  const heard = new Map<Reader, (at: number) => void>()
  const sockets = await openSockets(place, readers, (reader) => heard.get(reader)?.(performance.now()))
  await delay(SETTLE_MS)
  const kb = held().map((bytes, n) => (bytes - (before[n] as number)) / 1024 / COUNT)
  const send = async (reader: Reader): Promise<number> => {
    const sent = performance.now()
    const hearing = new Promise<number>((done) => heard.set(reader, done))
    const status = await write(place, reader)
    if (status !== 201) throw new Error(`a pesan was answered ${status}`)
    return (await hearing) - sent
  }
  await Promise.all(readers.slice(0, 100).map(send))
  const cpu = cpuOf(app.supervisorPid)
  const waits: Promise<number>[] = []
  for (const reader of readers.slice(100, 100 + SENDS)) {
    waits.push(send(reader))
    await delay(GAP_MS)
  }
  const ms = (await Promise.all(waits)).toSorted((a, b) => a - b)
  const eventMs = (cpuOf(app.supervisorPid) - cpu) / SENDS
  for (const socket of sockets) socket.terminate()
  return { count: COUNT, kb: [kb[0] ?? 0, kb[1] ?? 0], eventMs, medianMs: medianOf(ms), p99Ms: ms[Math.ceil(0.99 * ms.length) - 1] ?? 0 }
}

/** As one line. */
export const tellOfSockets = ({ count, kb, eventMs, medianMs, p99Ms }: Sockets): string =>
  `${count.toLocaleString('en')} sockets: ${kb[0].toFixed(1)} kB each in the realtime server and ${kb[1].toFixed(1)} kB in the web server; a pesan costs the realtime server ` +
  `${eventMs.toFixed(2)} ms of CPU and is heard after ${medianMs.toFixed(1)} ms at the median, ${p99Ms.toFixed(1)} ms at the 99th percentile`
