import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import { startApp } from '@/e2e/app'
import { pathOf, rowOf } from '@/e2e/browser/percakapan'
import { lightChromium } from '@/e2e/chromium'
import { Client } from '@/e2e/client'
import { Clinic, type Konsultasi } from '@/e2e/clinic'
import { signIn } from '@/e2e/fixtures'
import { memoryOf } from '@/e2e/proc'
import { startGateway } from '@/lib/realtime/gateway/gateway'
import type { Outcome } from './outcome'
import type { Plan } from './run'
import { underLoad } from './under-load'

const APP = { appId: 'gangguan', key: 'kunci-gangguan', secret: 'rahasia-gangguan' }

/** What becomes of a call of the publisher: it goes through, is answered so, only after so many milliseconds, or never; `flap` is by turns, sockets too. */
type Mood = 'well' | 413 | 429 | 'slow' | 'silent' | 'flap' | 'gone'
const MOODS: readonly Mood[] = [413, 429, 'slow', 'silent', 'flap', 'gone']
const SLOW_MS = 2500
const FLAP_MS = 400

/** Pesan that are acknowledged while it is in each mood. */
const PESAN = 300

/**
 * A realtime server that refuses, is slow, silent, away or now this and now that: nothing that was said is lost, an open page shows it all the same, and
 * the web server holds no more than before. Another konsultasi than the page's is under load.
 */
export async function realtime({ isSown }: Plan, say: (text: string) => void): Promise<Outcome> {
  const gateway = await startGateway({ ...APP, host: '127.0.0.1', port: 0 })
  const front = await openFront(gateway.port)
  const named = { PUSHER_APP_ID: APP.appId, PUSHER_KEY: APP.key, PUSHER_SECRET: APP.secret, PUSHER_USE_TLS: 'off' }
  const app = await startApp({ ...named, PUSHER_HOST: '127.0.0.1', PUSHER_PORT: String(front.port), RATE_LIMIT: 'off' })
  const browser = await chromium.launch(lightChromium)
  try {
    const clinic = new Clinic(new Client(app.url))
    const k = await clinic.active()
    const context = await browser.newContext({ baseURL: app.url, locale: 'id-ID' })
    await signIn(context, k.pasien)
    const page = await context.newPage()
    await page.goto(pathOf(k, 'pasien'))
    await context.setOffline(isSown)
    const before = memoryOf(app.webPid)
    const seen: string[] = []
    const outcome = await underLoad(app.url, {}, async ({ outage, acknowledged }) => {
      seen.push(`well: shown after ${await shownAfter(page, clinic, k, 'Semua baik')} ms`)
      for (const mood of MOODS) {
        const from = acknowledged()
        let [shown, counts] = [0, front.counted()]
        await outage({
          begin: () => front.be(mood),
          isSeen: async () => {
            shown ||= await shownAfter(page, clinic, k, `Selagi ${mood}`)
            counts = front.counted()
            return acknowledged() > from + PESAN
          },
          end: () => front.be('well'),
        })
        seen.push(`${mood}: ${counts.calls} calls, at most ${counts.most} at once, shown after ${shown} ms`)
        say(seen.at(-1) ?? '')
      }
      seen.push(`back: shown after ${await shownAfter(page, clinic, k, 'Semua baik lagi')} ms`)
    })
    const grown = Math.round((memoryOf(app.webPid) - before) / 1_048_576)
    return { ...outcome, seen: `${seen.join('; ')}; memory grew by ${grown} MB` }
  } finally {
    await browser.close()
    await app.stop()
    await gateway.close()
    front.close()
  }
}

/** Milliseconds until the open page shows a pesan that is sent now. */
async function shownAfter(page: Page, clinic: Clinic, k: Konsultasi, text: string): Promise<number> {
  const started = performance.now()
  await clinic.send(k.dokter, k, text)
  await rowOf(page, text).waitFor({ timeout: 45_000 })
  return Math.round(performance.now() - started)
}

/** Before the realtime server: hands calls and sockets on, unless it is in another mood. */
async function openFront(target: number) {
  const there = { host: '127.0.0.1', port: target }
  const sockets = new Set<Socket>()
  let mood: Mood = 'well'
  let isDown = false
  let [calls, now, most] = [0, 0, 0]
  const flapping = setInterval(() => {
    isDown = mood === 'flap' && !isDown
    if (isDown) for (const socket of sockets) socket.destroy()
  }, FLAP_MS)
  const server = createServer(async (call, response) => {
    calls += 1
    most = Math.max(most, ++now)
    response.once('close', () => now--)
    if (mood === 'silent') return
    if (mood === 'gone' || isDown) return call.socket.destroy()
    if (typeof mood === 'number') return refuse(call, response, mood)
    if (mood === 'slow') await delay(SLOW_MS)
    const far = request({ ...there, method: call.method, path: call.url, headers: call.headers }, (answer) =>
      answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers)),
    )
    call.pipe(far.on('error', () => response.destroy()))
  })
  server.on('upgrade', (call, near: Socket, head) => {
    if (mood === 'gone' || mood === 'silent' || isDown) return near.destroy()
    const far = connect(there, () => {
      far.write(`${call.method} ${call.url} HTTP/1.1\r\n${linesOf(call)}\r\n\r\n`)
      far.write(head)
      far.pipe(near).pipe(far)
    })
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined).on('close', () => [near, far].map((one) => one.destroy()) && sockets.delete(socket))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    be: (next: Mood) => {
      mood = next
      isDown = false
      ;[calls, most] = [0, now]
      if (next === 'gone' || next === 'silent') for (const socket of sockets) socket.destroy()
      if (next === 'well') server.closeAllConnections()
    },
    counted: () => ({ calls, most }),
    close: () => {
      clearInterval(flapping)
      server.closeAllConnections()
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

const refuse = (call: IncomingMessage, response: ServerResponse, status: number) =>
  call.resume().on('end', () => response.writeHead(status).end('{}'))

const linesOf = ({ rawHeaders }: IncomingMessage): string =>
  rawHeaders.flatMap((name, n) => (n % 2 === 0 ? [`${name}: ${rawHeaders[n + 1]}`] : [])).join('\r\n')
