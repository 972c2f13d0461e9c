import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import webPush from 'web-push'
import { publish } from '@/lib/realtime/publish'

/** News of many sends on its way to a realtime server that is far away. */
interface Publishing {
  readonly published: number
  readonly arrived: number
  /** Milliseconds from being published until the server had it whole: of which DISTANCE_MS / 2 are the way there. */
  readonly medianMs: number
  readonly worstMs: number
  readonly calls: number
}

const SENDS_A_SECOND = 500
const SECONDS = 20
/** Of the server, there and back, in milliseconds. */
const DISTANCE_MS = 100
const BOTH = ['01940000-0000-7000-8000-000000000001', '01940000-0000-7000-8000-000000000002']
/** Sends come in bunches, so many milliseconds apart. */
const TICK_MS = 10

/** Publishes as a web server does for 500 sends a second, each for two people, through the official client. */
export async function measurePublishing(): Promise<Publishing> {
  const arrivals: number[] = []
  let calls = 0
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text
    })
    request.on('end', () => {
      calls++
      const { batch } = JSON.parse(body) as { batch: { data: string }[] }
      for (const { data } of batch) arrivals.push(performance.now() + DISTANCE_MS / 2 - JSON.parse(data).rev)
      setTimeout(() => response.end('{}'), DISTANCE_MS)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  setRealtimeTo((server.address() as AddressInfo).port)
  const began = performance.now()
  let sent = 0
  for (; sent < SENDS_A_SECOND * SECONDS; await delay(TICK_MS)) {
    const due = Math.min(SENDS_A_SECOND * SECONDS, Math.floor(((performance.now() - began) * SENDS_A_SECOND) / 1000))
    for (; sent < due; sent++)
      publish('MessageSent', { konsultasi_id: 'konsultasi', pesan_id: 'pesan', urutan: sent, rev: performance.now() }, BOTH)
  }
  await delay(10 * DISTANCE_MS)
  server.closeAllConnections()
  server.close()
  const sorted = arrivals.toSorted((a, b) => a - b)
  return {
    published: sent * BOTH.length,
    arrived: arrivals.length,
    medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
    worstMs: sorted.at(-1) ?? 0,
    calls,
  }
}

/** The publisher reads its settings once: those of this process, which has none yet. */
function setRealtimeTo(port: number): void {
  const { publicKey, privateKey } = webPush.generateVAPIDKeys()
  Object.assign(process.env, {
    VAPID_PUBLIC_KEY: publicKey,
    VAPID_PRIVATE_KEY: privateKey,
    VAPID_SUBJECT: 'mailto:nobody@example.com',
    DATA_DIR: '/nowhere',
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
    NEXTAUTH_URL: 'http://127.0.0.1:1',
    NEXTAUTH_SECRET: 'rahasia-untuk-mengukur-'.repeat(2),
    PUSHER_APP_ID: 'sapa',
    PUSHER_KEY: 'kunci',
    PUSHER_SECRET: 'rahasia',
    PUSHER_HOST: '127.0.0.1',
    PUSHER_PORT: String(port),
    PUSHER_USE_TLS: 'false',
  })
}

/** As one line. */
export const tellOfPublishing = ({ published, arrived, medianMs, worstMs, calls }: Publishing): string =>
  `${SENDS_A_SECOND} sends a second for ${SECONDS} s, published to a server ${DISTANCE_MS} ms away: ${arrived} of ${published} events in ${calls} calls, ` +
  `there after ${medianMs.toFixed(0)} ms at the median, ${worstMs.toFixed(0)} at the longest`
