import { randomInt } from 'node:crypto'
import type { RawData, WebSocket } from 'ws'
import { Allowance } from './allowance'
import type { Channels, Listener } from './channels'
import type { Endings } from './endings'
import type { GatewaySettings } from './options'
import {
  asObject,
  CLOSURE,
  type ClientMessage,
  type Closure,
  connectionEstablished,
  parseJson,
  ping,
  pong,
  protocolError,
  readMessage,
  signinSuccess,
  subscriptionError,
  subscriptionSucceeded,
} from './protocol'
import { isUserAuth } from './signature'
import { findSubscriptionFault } from './subscription'

// Who pings first: the client after the time it was told, the gateway only when that did not happen.
const PATIENCE = 1.25

/** What a socket needs of the gateway that it belongs to. */
interface Gateway {
  readonly settings: GatewaySettings
  readonly channels: Channels
  readonly endings: Endings
}

/** One client's socket, from its handshake to its end. */
export class Connection implements Listener {
  readonly socketId = `${randomInt(1, 2 ** 31)}.${randomInt(1, 2 ** 47)}`
  readonly channels = new Set<string>()
  readonly bornAt: number
  userId: string | null = null
  private readonly allowance: Allowance
  private readonly openedAt = performance.now()
  private heardAt = this.openedAt
  private pingedAt: number | null = null
  private isAuthorized = false

  constructor(
    private readonly socket: WebSocket,
    private readonly gateway: Gateway,
  ) {
    this.bornAt = gateway.endings.next()
    const { messagesPerSecond, messagesAtOnce } = gateway.settings.limits
    this.allowance = new Allowance(messagesPerSecond, messagesAtOnce)
    socket.on('message', (data, isBinary) => this.receive(data, isBinary))
    socket.on('ping', () => this.spend())
    socket.on('pong', () => this.spend())
    this.send(connectionEstablished(this.socketId, gateway.settings.activityTimeoutSeconds))
  }

  /** A client that does not read what it is sent is cut off: the rest of the clinic needs the memory. It comes back by itself. */
  send(text: string) {
    if (!this.isOpen) return
    if (this.socket.bufferedAmount > this.gateway.settings.limits.bufferBytes) return this.cut()
    this.socket.send(text)
  }

  /** Hears nothing from now on, also when the other side never answers the close. */
  close({ code, reason }: Closure) {
    this.gateway.channels.leaveAll(this)
    this.socket.close(code, reason)
  }

  /** Pings a silent client and closes one that does not answer, or that never showed a signature. */
  checkPulse(now = performance.now()) {
    const { activityTimeoutSeconds, timeouts } = this.gateway.settings
    const passed = (since: number) => (now - since) / 1000
    if (!this.isOpen) return
    if (!this.isAuthorized && passed(this.openedAt) > timeouts.authorization) return this.close(CLOSURE.inactive)
    if (this.pingedAt !== null && passed(this.pingedAt) > timeouts.pong) return this.close(CLOSURE.noPong)
    if (this.pingedAt === null && passed(this.heardAt) > activityTimeoutSeconds * PATIENCE) this.askForPong(now)
  }

  private get isOpen() {
    return this.socket.readyState === this.socket.OPEN
  }

  private cut() {
    this.gateway.settings.log('realtime socket cut: it does not read')
    this.gateway.channels.leaveAll(this)
    this.socket.terminate()
  }

  private askForPong(now: number) {
    this.pingedAt = now
    this.send(ping())
  }

  // ws goes on reading until the other side answered a close: somebody shown the door must not subscribe on the way out.
  private receive(data: RawData, isBinary: boolean) {
    if (!this.spend()) return
    if (isBinary) return this.close(CLOSURE.binary)
    const message = readMessage(data.toString())
    if (message) this.obey(message)
    else this.send(protocolError(null, 'Message is not a JSON object with an event'))
  }

  private spend() {
    if (!this.isOpen) return false
    this.heardAt = performance.now()
    this.pingedAt = null
    if (this.allowance.take(this.heardAt)) return true
    this.close(CLOSURE.tooManyMessages)
    return false
  }

  private obey({ event, data }: ClientMessage) {
    if (event === 'pusher:ping') return this.send(pong())
    if (event === 'pusher:pong') return
    if (event === 'pusher:subscribe') return this.subscribe(data)
    if (event === 'pusher:unsubscribe') return this.unsubscribe(data)
    if (event === 'pusher:signin') return this.signIn(data)
    this.send(protocolError(null, event.startsWith('client-') ? 'Client events are not enabled' : 'Unknown event'))
  }

  private subscribe({ channel, auth, channel_data: channelData }: Record<string, unknown>) {
    if (typeof channel !== 'string') return this.send(protocolError(null, 'Channel name is missing'))
    const fault = findSubscriptionFault({ channel, auth, channelData }, this, this.gateway)
    if (fault) return this.send(subscriptionError(channel, fault))
    this.isAuthorized = true
    this.gateway.channels.join(channel, this)
    this.send(subscriptionSucceeded(channel))
  }

  private unsubscribe({ channel }: Record<string, unknown>) {
    if (typeof channel === 'string') this.gateway.channels.leave(channel, this)
  }

  // A socket that shows a false identity is closed; so is one that changes persons, whose channels would be the first one's.
  private signIn({ auth, user_data: userData }: Record<string, unknown>) {
    const id =
      typeof userData === 'string' && isUserAuth(this.gateway.settings, auth, this.socketId, userData) ? readUserId(userData) : null
    const isAnother = this.userId !== null && this.userId !== id
    if (id === null || isAnother || this.gateway.endings.isAfter(this.bornAt, id)) return this.close(CLOSURE.unauthorized)
    this.userId = id
    this.isAuthorized = true
    this.send(signinSuccess(userData as string))
  }
}

function readUserId(userData: string) {
  const id = asObject(parseJson(userData))?.id
  return typeof id === 'string' && id !== '' ? id : null
}
