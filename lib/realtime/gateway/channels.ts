import type { Connection } from './connection'

const SERVER_TO_USER = '#server-to-user-'
const NAME = /^[-\w=@,.;]{1,200}$/

/** Who listens to what. Keeps nothing of a channel without listeners. */
export class Channels {
  private readonly listeners = new Map<string, Set<Connection>>()

  join(name: string, connection: Connection) {
    const listeners = this.listeners.get(name) ?? new Set()
    this.listeners.set(name, listeners.add(connection))
    connection.channels.add(name)
  }

  leave(name: string, connection: Connection) {
    const listeners = this.listeners.get(name)
    listeners?.delete(connection)
    if (listeners?.size === 0) this.listeners.delete(name)
    connection.channels.delete(name)
  }

  leaveAll(connection: Connection) {
    for (const name of [...connection.channels]) this.leave(name, connection)
  }

  listenersOf(name: string): Connection[] {
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
