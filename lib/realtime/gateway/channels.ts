import type { Closure } from './protocol'

const SERVER_TO_USER = '#server-to-user-'
const NAME = /^[-\w=@,.;]{1,200}$/

/** A socket, as far as others of the gateway know it. */
export interface Listener {
  readonly socketId: string
  /** Its place in the order of sockets and endings. */
  readonly bornAt: number
  /** Null until it has shown who it is. */
  readonly userId: string | null
  readonly channels: Set<string>
  readonly send: (text: string) => void
  readonly close: (closure: Closure) => void
}

/** Who listens to what. Keeps nothing of a channel without listeners. */
export class Channels {
  private readonly listeners = new Map<string, Set<Listener>>()

  join(name: string, listener: Listener) {
    const listeners = this.listeners.get(name) ?? new Set()
    this.listeners.set(name, listeners.add(listener))
    listener.channels.add(name)
  }

  leave(name: string, listener: Listener) {
    const listeners = this.listeners.get(name)
    listeners?.delete(listener)
    if (listeners?.size === 0) this.listeners.delete(name)
    listener.channels.delete(name)
  }

  leaveAll(listener: Listener) {
    for (const name of [...listener.channels]) this.leave(name, listener)
  }

  listenersOf(name: string): Listener[] {
    return [...(this.listeners.get(name) ?? [])]
  }

  count(name: string) {
    return this.listeners.get(name)?.size ?? 0
  }

  /** Those with listeners, without the ones that the protocol itself makes for each person. */
  names(prefix = '') {
    return [...this.listeners.keys()].filter((name) => name.startsWith(prefix) && !name.startsWith(SERVER_TO_USER))
  }
}

/** May an event be sent there? */
export const isChannelName = (name: unknown): name is string =>
  typeof name === 'string' && (NAME.test(name) || personOf(name) !== undefined)

/** The user id in the name of a person's own channel, which needs no signature once that person is signed in. */
export function personOf(name: string) {
  const id = name.startsWith(SERVER_TO_USER) ? name.slice(SERVER_TO_USER.length) : ''
  return id.length > 0 && id.length <= 200 ? id : undefined
}
