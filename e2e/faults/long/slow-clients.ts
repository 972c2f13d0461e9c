import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { startApp } from '@/e2e/app'
import { pdf } from '@/e2e/berkas/dokumen'
import { Client } from '@/e2e/client'
import { Clinic, type Konsultasi } from '@/e2e/clinic'
import { openWay } from '@/e2e/faults/way'
import { descriptorsOf } from '@/e2e/proc'
import { formOf, uploaded } from '@/e2e/unggah'
import type { Outcome } from './outcome'
import type { Plan } from './run'
import { type Blows, underLoad } from './under-load'

/** Of each kind of those who get nowhere. */
const EACH = 40
/** Of those who slowly get somewhere, which is their good right. */
const HONEST = 8

/** Bytes of a large file, more than two machines keep on the way; and how many a second a slow reader takes, so that it lasts more than two minutes. */
const LARGE = 19_000_000
const READ_PER_S = 100_000

/** What an old phone's line carries, and a file that it carries in no less than 330 s, half a minute more than anybody has without getting anywhere. */
const PHONE_PER_S = 20_000
const PHOTO = PHONE_PER_S * 330

/** Between the bound that a kind has and the moment at which it is hung up on, in seconds: the server looks every 5 s, and the machine is busy. */
const LATE_S = 20

/** Longer than all of it takes, in milliseconds. */
const PATIENCE_MS = 600_000

/**
 * Clients who hold connections: with headers or a body of a byte a second, readers who have stopped (some silent, some talking on). They have to be hung
 * up on in time (lib/decisions/211), while those who slowly get somewhere get all of it, and everybody else notices nothing.
 */
export async function slowClients({ isSown }: Plan, say: (text: string) => void): Promise<Outcome> {
  const app = await startApp({ REALTIME: 'off', RATE_LIMIT: 'off' })
  const deaf = await openWay(app.url)
  deaf.silence()
  try {
    const k = await new Clinic(new Client(app.url)).active()
    const { id } = await uploaded(k.pasien, k, { bytes: pdf(1, LARGE) })
    const before = descriptorsOf(app.webPid)
    let seen = ''
    const outcome = await underLoad(app.url, {}, async (blows) => {
      const guarded = isSown ? Number(new URL(deaf.url).port) : app.port
      seen = await holdUp(blows, { ...app, guarded }, k, `/api/v1/lampiran/${id}`)
      const after = descriptorsOf(app.webPid)
      if (after > before + EACH) throw new Error(`${after - before} files are still open`)
      say(seen)
    })
    return { ...outcome, seen }
  } finally {
    deaf.close()
    await app.stop()
  }
}

interface Place {
  readonly port: number
  /** Where those who get nowhere are to be hung up on. */
  readonly guarded: number
  readonly webPid: number
}

async function holdUp({ outage, acknowledged }: Blows, { port, guarded, webPid }: Place, k: Konsultasi, path: string): Promise<string> {
  const asks = `GET ${path} HTTP/1.1\r\nHost: sapa\r\nAuthorization: Bearer ${k.pasien.token}\r\n\r\n`
  const body = `POST /api/v1/pesan HTTP/1.1\r\nHost: sapa\r\nContent-Type: application/json\r\nContent-Length: 100000\r\nAuthorization: Bearer ${k.pasien.token}\r\n\r\n`
  const crowd: Crowd[] = []
  const honest: Promise<void>[] = []
  let [isDone, most, from] = [false, 0, 0]
  await outage({
    begin: () => {
      from = acknowledged()
      crowd.push(
        openCrowd('headers', guarded, { says: 'GET / HTTP/1.1\r\nHost: sapa\r\n', goesOn: 'X-A: b\r\n', endsAfter: 20, status: 408 }),
        openCrowd('bodies', guarded, { says: body, goesOn: 'x', endsAfter: 300, status: 408 }),
        openCrowd('readers who stopped', guarded, { says: asks, isStopped: true, endsAfter: 120 }),
        openCrowd('readers who stopped and talk on', guarded, { says: asks, goesOn: '\r\n', isStopped: true, endsAfter: 120 }),
      )
      for (let n = 0; n < HONEST; n++) honest.push(readSlowly(port, asks))
      honest.push(sendSlowly(port, k))
      void Promise.all(honest).then(
        () => (isDone = true),
        () => undefined,
      )
    },
    isSeen: async () => {
      most = Math.max(most, descriptorsOf(webPid))
      const connected = connectedTo(guarded)
      for (const one of crowd) one.look(connected)
      await Promise.race([Promise.all(honest), delay(500)])
      return isDone && crowd.every(({ left }) => left() === 0)
    },
    end: () => {
      for (const { close } of crowd) close()
    },
    patienceMs: PATIENCE_MS,
  })
  return `${crowd.map(({ tell }) => tell()).join(', ')}; ${HONEST} slow readers had all of ${LARGE / 1e6} MB, a file at ${PHONE_PER_S / 1000} kB/s was taken after ${Math.round(PHOTO / PHONE_PER_S)} s; at most ${most} files open, ${acknowledged() - from} pesan meanwhile`
}

interface Manner {
  readonly says: string
  /** A byte or line of this each second. */
  readonly goesOn?: string
  /** Reads nothing of the answer. */
  readonly isStopped?: boolean
  /** When it is to be hung up on, in seconds, and what it is told before. */
  readonly endsAfter: number
  readonly status?: number
}
type Crowd = ReturnType<typeof openCrowd>

function openCrowd(name: string, port: number, { says, goesOn, isStopped = false, endsAfter, status }: Manner) {
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  const endedAfter: number[] = []
  const there = new Set<Socket>()
  const told: string[] = []
  const sockets = Array.from({ length: EACH }, () => {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined)
    socket.write(says)
    if (isStopped) socket.pause()
    else socket.setEncoding('latin1').once('data', (text: string) => told.push(text.slice(9, 12)))
    return socket
  })
  const talking = setInterval(() => {
    for (const socket of sockets) if (goesOn && socket.writable) socket.write(goesOn)
  }, 1000)
  const left = () => EACH - endedAfter.length
  return {
    left,
    /**
     * Who has stopped reading does not notice that they were hung up on: the system does.
     * @throws Error when somebody is still there who should not be, was sent away too early, or was told something else
     */
    look: (connected: ReadonlySet<number>) => {
      for (const socket of sockets)
        if (connected.has(socket.localPort ?? 0)) there.add(socket)
        else if (there.delete(socket)) endedAfter.push(seconds())
      if (left() > 0 && seconds() > endsAfter + LATE_S) throw new Error(`${left()} ${name} are still there after ${endsAfter + LATE_S} s`)
      if (endedAfter.some((after) => after < endsAfter - 1)) throw new Error(`${name} were sent away after ${Math.min(...endedAfter)} s`)
      if (status && told.some((one) => one !== String(status))) throw new Error(`${name} were told ${told.join(' ')}`)
    },
    tell: () => `${EACH} ${name} gone after ${Math.round(Math.min(...endedAfter))} to ${Math.round(Math.max(...endedAfter))} s`,
    close: () => {
      clearInterval(talking)
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** The ports of those to whom a server of this port holds a connection: proc_net_tcp(5), state 01. */
function connectedTo(port: number): Set<number> {
  const lines = readFileSync('/proc/net/tcp', 'latin1').split('\n').slice(1)
  const cells = lines.map((line) => line.trim().split(/\s+/))
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  return new Set(
    cells.flatMap(([, here = '', far = '', state]) => (here.endsWith(local) && state === '01' ? [Number.parseInt(far.slice(-4), 16)] : [])),
  )
}

/** @throws Error when not all of it came */
async function readSlowly(port: number, asks: string): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  socket.write(asks.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'))
  let came = 0
  socket.on('data', (bytes: Buffer) => {
    came += bytes.length
    socket.pause()
    setTimeout(() => socket.resume(), (bytes.length / READ_PER_S) * 1000)
  })
  await once(socket, 'close')
  if (came < LARGE) throw new Error(`a slow reader had ${came} bytes of ${LARGE}`)
}

/** @throws Error when it was not taken */
async function sendSlowly(port: number, k: Konsultasi): Promise<void> {
  const form = new Response(formOf(k.id, { bytes: pdf(1, PHOTO) }))
  const body = Buffer.from(await form.arrayBuffer())
  const socket = connect(port, '127.0.0.1')
  const answer = headOf(socket)
  socket.write(
    `POST /api/v1/lampiran HTTP/1.1\r\nHost: sapa\r\nConnection: close\r\nContent-Type: ${form.headers.get('content-type')}\r\nContent-Length: ${body.length}\r\nAuthorization: Bearer ${k.pasien.token}\r\n\r\n`,
  )
  for (let at = 0; at < body.length && socket.writable; at += PHONE_PER_S) {
    socket.write(body.subarray(at, at + PHONE_PER_S))
    await delay(1000)
  }
  const head = await answer
  if (!head.startsWith('HTTP/1.1 201 ')) throw new Error(`a file that came slowly was answered: ${head.split('\r\n')[0] || 'nothing'}`)
}

async function headOf(socket: Socket): Promise<string> {
  let heard = ''
  socket.setEncoding('latin1').on('data', (text: string) => (heard += text))
  await once(socket, 'close').catch(() => undefined)
  return heard
}
