import { createHash, createHmac } from 'node:crypto'
import Pusher from 'pusher'
import PusherClient, { type Options } from 'pusher-js'
import { onTestFinished } from 'vitest'
import WebSocket from 'ws'
import { type Gateway, startGateway } from './gateway'
import type { GatewayOptions } from './options'

/** What tests of the gateway start from: the official libraries, and raw sockets for what those would never do. */
export const APP = { appId: '4711', key: 'kunci-uji', secret: 'rahasia-uji' }
const HOST = '127.0.0.1'

export async function openGateway(options: Partial<GatewayOptions> = {}) {
  const gateway = await startGateway({ host: HOST, port: 0, ...APP, ...options })
  onTestFinished(() => gateway.close())
  return gateway
}

export function openPublisher({ port }: Gateway, app: Partial<typeof APP> = {}) {
  return new Pusher({ ...APP, ...app, host: HOST, port: String(port), useTLS: false })
}

/** An official client whose own page would sign whatever it asks for; `userId` is who signs in when it does. */
export function openClient(gateway: Gateway, options: Partial<Options> = {}, userId = 'pengguna_1') {
  const signer = openPublisher(gateway)
  const client = new PusherClient(APP.key, {
    cluster: '',
    wsHost: HOST,
    wsPort: gateway.port,
    forceTLS: false,
    enabledTransports: ['ws'],
    channelAuthorization: {
      customHandler: ({ socketId, channelName }, done) => done(null, signer.authorizeChannel(socketId, channelName)),
    },
    userAuthentication: { customHandler: ({ socketId }, done) => done(null, signer.authenticateUser(socketId, { id: userId })) },
    ...options,
  })
  onTestFinished(() => client.disconnect())
  return client
}

interface Emitter {
  bind: (name: string, listener: (data: never) => void) => unknown
  unbind: (name: string, listener: (data: never) => void) => unknown
}

/** The next thing that an official client says under this name. */
export function next<T>(emitter: Emitter, name: string) {
  return new Promise<T>((resolve) => {
    const listener = (data: T) => {
      emitter.unbind(name, listener)
      resolve(data)
    }
    emitter.bind(name, listener)
  })
}

/** A client that listens to a channel, and the list of what it heard there. */
export async function openListener(gateway: Gateway, channelName: string, options: Partial<Options> = {}) {
  const client = openClient(gateway, options)
  const channel = client.subscribe(channelName)
  const heard: unknown[] = []
  channel.bind_global((event: string, data: unknown) => {
    if (!event.startsWith('pusher')) heard.push([event, data])
  })
  await next(channel, 'pusher:subscription_succeeded')
  return { client, channel, heard }
}

interface RawMessage {
  event: string
  channel?: string
  data: unknown
}

export type RawSocket = ReturnType<typeof openSocket>

/** A plain socket that keeps everything it is told. */
export function openSocket({ port }: Gateway, path = `/app/${APP.key}?protocol=7&client=js&version=8.6.0`) {
  const socket = new WebSocket(`ws://${HOST}:${port}${path}`)
  const messages: RawMessage[] = []
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
  })
  socket.on('message', (data) => messages.push(JSON.parse(data.toString())))
  socket.on('error', () => {})
  onTestFinished(() => socket.terminate())
  const say = (event: string, data: unknown) => socket.send(JSON.stringify({ event, data }))
  return { socket, messages, closed, say }
}

interface RequestParts {
  method?: string
  path?: string
  body?: string
  key?: string
  secret?: string
  timestamp?: number
  digest?: string
}

/** A request signed by hand, so that each part of it can be wrong. */
export async function call({ port }: Gateway, parts: RequestParts = {}) {
  const { method = 'POST', path = `/apps/${APP.appId}/events`, body, secret = APP.secret } = parts
  const digest = parts.digest ?? (body === undefined ? undefined : createHash('md5').update(body).digest('hex'))
  const query = [
    `auth_key=${parts.key ?? APP.key}`,
    `auth_timestamp=${parts.timestamp ?? Math.floor(Date.now() / 1000)}`,
    'auth_version=1.0',
    ...(digest === undefined ? [] : [`body_md5=${digest}`]),
  ].join('&')
  const signature = createHmac('sha256', secret).update([method, path, query].join('\n')).digest('hex')
  const response = await fetch(`http://${HOST}:${port}${path}?${query}&auth_signature=${signature}`, { method, body })
  return { status: response.status, text: await response.text(), headers: response.headers }
}
