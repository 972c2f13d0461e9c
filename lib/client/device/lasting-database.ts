import { type Database, openInTime } from './database'

/** How long a database that did not open is left alone, in milliseconds: each of its users would wait for it. */
const REST_MS = 30_000

/** What is said by a connection that was cut: iOS does that to pages in the background, and a newer version of the page in another tab. */
const LOST = new Set(['InvalidStateError', 'UnknownError', 'AbortError'])

/** The database does not open: there is none for now. */
export class DatabaseClosed extends Error {}

/** Does `act` with an open database. @throws what `act` throws, or DatabaseClosed */
export type UseDatabase = <T>(act: (db: Database) => Promise<T>) => Promise<T>

/**
 * A database that is opened at its first use, and anew when its connection was lost: what was being done then is done once more, so it must be
 * something that may happen twice. `open` is given what to call when the browser says that the connection has ended.
 */
export function lastingDatabase(open: (onLost: () => void) => Promise<Database>): UseDatabase {
  let opened: Promise<Database> | null = null
  let restsUntil = 0

  async function connection(): Promise<Database> {
    if (opened) return opened
    if (Date.now() < restsUntil) throw new DatabaseClosed()
    const opening = openInTime(open(() => forget(opening))).catch(closed)
    opened = opening
    opening.catch(() => {
      forget(opening)
      restsUntil = Date.now() + REST_MS
    })
    return opening
  }

  function forget(lost: typeof opened) {
    if (opened === lost) opened = null
  }

  return async (act) => {
    const used = connection()
    const known = opened
    try {
      return await act(await used)
    } catch (error) {
      if (!(error instanceof Error && LOST.has(error.name))) throw error
      forget(known)
      return act(await connection())
    }
  }
}

const closed = (): never => {
  throw new DatabaseClosed()
}
