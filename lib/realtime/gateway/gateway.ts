import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws'
import { findHandshakeFault } from './handshake'
import { answerRequest } from './http-api'
import { Hub } from './hub'
import { completeOptions, type GatewayOptions, type GatewaySettings } from './options'
import { CLOSURE, type Closure, protocolError } from './protocol'

// Connections beyond the sockets: for the API, and for those who are being told that there is no room.
const SPARE_CONNECTIONS = 256

export interface Gateway {
  port: number
  /** Tells every client to reconnect elsewhere (4200) and ends within 2 s. */
  close: () => Promise<void>
}

/**
 * A realtime server for one machine that speaks the Pusher Channels protocol 7 and its signed HTTP API,
 * so that the official libraries work with it unchanged. Private channels only; no client events, no presence.
 * Rejects with Node's own error when it cannot listen, such as EADDRINUSE.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const hub = new Hub(completeOptions(options))
  const server = createHttpServer(hub)
  const sockets = attachSockets(server, hub)
  await listen(server, options)
  server.on('error', (error) => hub.settings.log('realtime server error', { name: error.name }))
  const pulse = setInterval(() => hub.checkPulses(), pulseInterval(hub.settings))
  let closing: Promise<void> | undefined
  const close = () => {
    clearInterval(pulse)
    closing ??= shutDown(server, sockets, hub.settings)
    return closing
  }
  return { port: (server.address() as AddressInfo).port, close }
}

function createHttpServer(hub: Hub) {
  const { limits, timeouts } = hub.settings
  const server = createServer(
    {
      headersTimeout: timeouts.handshake * 1000,
      requestTimeout: timeouts.handshake * 2000,
      connectionsCheckingInterval: Math.min(1000, timeouts.handshake * 250),
      keepAliveTimeout: 5000,
    },
    (request, response) => void answerRequest(hub, request, response),
  )
  server.maxConnections = limits.sockets + SPARE_CONNECTIONS
  return server
}

// Any origin may connect: hearing anything needs a signature, which only a signed-in person gets.
function attachSockets(server: Server, hub: Hub) {
  const { limits, timeouts } = hub.settings
  const options: ServerOptions & { closeTimeout: number } = {
    noServer: true,
    perMessageDeflate: false,
    maxPayload: limits.messageBytes,
    maxFragments: 64,
    closeTimeout: timeouts.closing * 1000,
  }
  const sockets = new WebSocketServer(options)
  server.on('upgrade', (request, stream, head) => {
    sockets.handleUpgrade(request, stream, head, (socket) => admit(socket, request, server, hub))
  })
  return sockets
}

function admit(socket: WebSocket, request: IncomingMessage, server: Server, hub: Hub) {
  // ws closes the socket itself after a broken frame; without a listener the error would end the process.
  socket.on('error', (error) => hub.settings.log('realtime socket error', { name: error.name }))
  const address = addressOf(request, hub.settings.secret)
  const fault = findHandshakeFault(request.url ?? '', hub.settings.key) ?? findRoomFault(server, hub, address)
  if (fault) turnAway(socket, fault)
  else hub.welcome(socket, address)
}

/** Who comes through the web server's port is named by it, which shows that it is ours by the secret. */
const addressOf = ({ headers, socket }: IncomingMessage, secret: string): string =>
  (headers['x-sapa-jembatan'] === secret ? headers['x-sapa-alamat']?.toString() : undefined) ?? socket.remoteAddress ?? ''

function findRoomFault(server: Server, hub: Hub, address: string) {
  if (!server.listening) return CLOSURE.goingAway
  return hub.hasRoomFor(address) ? null : CLOSURE.overCapacity
}

// Only after the handshake can a browser read why it may not come in.
function turnAway(socket: WebSocket, { code, reason }: Closure) {
  socket.send(protocolError(code, reason))
  socket.close(code, reason)
}

async function listen(server: Server, { host, port }: GatewayOptions) {
  server.listen({ host, port })
  await once(server, 'listening')
}

function pulseInterval({ activityTimeoutSeconds, timeouts }: GatewaySettings) {
  return Math.max(10, Math.min(5, activityTimeoutSeconds / 4, timeouts.pong / 4, timeouts.authorization / 4) * 1000)
}

async function shutDown(server: Server, sockets: WebSocketServer, { timeouts }: GatewaySettings) {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  for (const socket of sockets.clients) socket.close(CLOSURE.goingAway.code, CLOSURE.goingAway.reason)
  const force = setTimeout(() => endForcibly(server, sockets), Math.min(1.5, timeouts.closing) * 1000)
  await closed
  clearTimeout(force)
}

function endForcibly(server: Server, sockets: WebSocketServer) {
  for (const socket of sockets.clients) socket.terminate()
  server.closeAllConnections()
}
