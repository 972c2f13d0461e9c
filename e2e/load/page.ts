import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { WebSocket } from 'ws'
import type { Reader } from './people'

/** What came back: a status, or 0 where nothing did. */
interface Answered {
  readonly status: number
  readonly etag: string | undefined
  readonly body: string
}

export interface Place {
  readonly port: number
  readonly key: string
}

const agents = new Map<string, Agent>()

function agentOf(address: string): Agent {
  const known = agents.get(address) ?? new Agent({ keepAlive: true, localAddress: address })
  agents.set(address, known)
  return known
}

/** How long an answer is waited for, in milliseconds. */
const PATIENCE_MS = 15_000

function ask(
  place: Place,
  { token, address }: Reader,
  method: string,
  path: string,
  more: { etag?: string | undefined; body?: string; form?: true } = {},
) {
  const { etag, body, form } = more
  const headers = {
    Authorization: `Bearer ${token}`,
    Accept: 'application/json',
    ...(etag !== undefined && { 'If-None-Match': etag }),
    ...(body !== undefined && { 'Content-Type': form ? 'application/x-www-form-urlencoded' : 'application/json' }),
  }
  return new Promise<Answered>((done) => {
    const sent = request({ agent: agentOf(address), host: '127.0.0.1', port: place.port, method, path, headers }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => done({ status: answer.statusCode ?? 0, etag: answer.headers.etag, body: Buffer.concat(pieces).toString() }))
      answer.on('error', () => done(NOTHING))
    })
    sent.setTimeout(PATIENCE_MS, () => sent.destroy())
    sent.on('error', () => done(NOTHING))
    sent.end(body)
  })
}

const NOTHING: Answered = { status: 0, etag: undefined, body: '' }

/** Asks for what changed since the last answer, as an open conversation does; one without realtime asks for the badge along. */
export async function catchUp(place: Place, reader: Reader, along: '' | '&sertakan=kabar' = ''): Promise<number> {
  const path = `/api/v1/pesan/${reader.konsultasiId}?since=${reader.rev}${along}`
  const { status, etag, body } = await ask(place, reader, 'GET', path, { etag: reader.etag })
  if (status === 200) {
    const rev = (JSON.parse(body) as { meta: { rev: number } }).meta.rev
    // The state that is known has an address of its own: its tag comes with the next answer.
    reader.etag = rev === reader.rev ? etag : undefined
    reader.rev = rev
  }
  return status
}

/** What a badge shows. */
export async function lookAtBadge(place: Place, reader: Reader): Promise<number> {
  const { status, etag } = await ask(place, reader, 'GET', '/api/v1/kabar', { etag: reader.etagOfBadge })
  if (status === 200) reader.etagOfBadge = etag
  return status
}

/** That the page is on a screen. */
export const sayPresent = async (place: Place, reader: Reader): Promise<number> =>
  (await ask(place, reader, 'PUT', '/api/v1/kehadiran', { body: JSON.stringify({ konsultasi_id: reader.konsultasiId }) })).status

export async function write(place: Place, reader: Reader): Promise<number> {
  const body = JSON.stringify({ konsultasi_id: reader.konsultasiId, pesan: 'Hari ini sudah tidak demam, Dok.', client_id: randomUUID() })
  return (await ask(place, reader, 'POST', '/api/v1/pesan', { body })).status
}

/**
 * Opens the socket of a page and subscribes to its person's channel, in the protocol that pusher-js speaks.
 * @returns what ends it; rejects when it was refused or ended before it was subscribed
 */
export function subscribe(place: Place, reader: Reader, onEvent: (name: string) => void): Promise<WebSocket> {
  const channel = `private-${reader.id}`
  return new Promise((done, fail) => {
    const socket = new WebSocket(`ws://127.0.0.1:${place.port}/app/${place.key}?protocol=7&client=js&version=8.6.0`, {
      localAddress: reader.address,
      perMessageDeflate: false,
    })
    socket.on('error', fail)
    socket.on('close', () => fail(new Error('closed')))
    socket.on('message', (bytes) => {
      const { event, data } = JSON.parse(String(bytes)) as { event: string; data: string }
      if (event === 'pusher:connection_established') {
        const form = new URLSearchParams({ socket_id: JSON.parse(data).socket_id, channel_name: channel })
        void ask(place, reader, 'POST', '/api/v1/realtime/auth', { body: String(form), form: true }).then(({ status, body }) => {
          if (status !== 200) return fail(new Error(`not signed in: ${status}`))
          socket.send(JSON.stringify({ event: 'pusher:subscribe', data: { channel, auth: JSON.parse(body).auth } }))
        })
      } else if (event === 'pusher:ping') socket.send('{"event":"pusher:pong","data":{}}')
      else if (event === 'pusher_internal:subscription_succeeded') done(socket)
      else onEvent(event)
    })
  })
}

/** How many sockets are being opened at once. */
const OPENING = 50

/** Opens the sockets of all of them, subscribed. `onNews` hears of each pesan. */
export async function openSockets(place: Place, readers: readonly Reader[], onNews: (reader: Reader) => void): Promise<WebSocket[]> {
  const sockets: WebSocket[] = []
  const waiting = [...readers]
  const openNext = async () => {
    for (let reader = waiting.pop(); reader; reader = waiting.pop()) {
      const one = reader
      sockets.push(await subscribe(place, one, (event) => event === 'MessageSent' && onNews(one)))
    }
  }
  await Promise.all(Array.from({ length: OPENING }, openNext))
  return sockets
}

/** What a page is told of the realtime server. */
export async function placeOf(port: number, reader: Reader): Promise<Place> {
  const { body } = await ask({ port, key: '' }, reader, 'GET', '/api/v1/realtime/config')
  const { key, port: realtimePort } = JSON.parse(body).data as { key: string; port: number }
  if (realtimePort !== port) throw new Error('The realtime server is not on the port of the pages.')
  return { port, key }
}
