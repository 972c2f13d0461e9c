import type { WebSocket } from 'ws'
import { Channels } from './channels'
import { Connection } from './connection'
import { Endings } from './endings'
import type { GatewaySettings } from './options'
import { type Closure, channelEvent } from './protocol'

export interface OutgoingEvent {
  name: string
  data: string
  channels: string[]
  /** Its own socket, which a sender does not want to hear from. */
  exceptSocketId?: string
}

/** Everybody who is connected, and the ways to reach them. */
export class Hub {
  readonly channels = new Channels()
  readonly endings = new Endings()
  private readonly connections = new Map<Connection, string>()
  private readonly perAddress = new Map<string, number>()

  constructor(readonly settings: GatewaySettings) {}

  hasRoomFor(address: string) {
    const { sockets, socketsPerAddress } = this.settings.limits
    return this.connections.size < sockets && (this.perAddress.get(address) ?? 0) < socketsPerAddress
  }

  /** Counts the socket until it is really gone, not only until it was asked to go. */
  welcome(socket: WebSocket, address: string) {
    const connection = new Connection(socket, this)
    this.connections.set(connection, address)
    this.perAddress.set(address, (this.perAddress.get(address) ?? 0) + 1)
    socket.once('close', () => this.forget(connection, address))
  }

  publish({ name, data, channels, exceptSocketId }: OutgoingEvent) {
    for (const channel of new Set(channels)) {
      const text = channelEvent(name, channel, data)
      for (const listener of this.channels.listenersOf(channel)) if (listener.socketId !== exceptSocketId) listener.send(text)
    }
  }

  /**
   * Closes what a person has open: sockets signed in as that person, and those on `private-{id}`,
   * because a client that skips signing in must not outlive its session. Sockets that are open now and show nothing of this person
   * may hold a signature from before: it is worth nothing to them any more.
   */
  terminateUser(userId: string, closure: Closure) {
    this.endings.note(userId)
    const signedIn = [...this.connections.keys()].filter((connection) => connection.userId === userId)
    for (const connection of [...signedIn, ...this.channels.listenersOf(`private-${userId}`)]) connection.close(closure)
  }

  checkPulses() {
    for (const connection of this.connections.keys()) connection.checkPulse()
    this.endings.forgetBefore(Math.min(...[...this.connections.keys()].map(({ bornAt }) => bornAt)))
  }

  private forget(connection: Connection, address: string) {
    this.channels.leaveAll(connection)
    this.connections.delete(connection)
    const left = (this.perAddress.get(address) ?? 1) - 1
    if (left > 0) this.perAddress.set(address, left)
    else this.perAddress.delete(address)
  }
}
