import { type Database, inTime, Late, openInTime } from './database'

/** How long a database that does not answer is left alone, in milliseconds: each of its users would wait for it. */
const REST_MS = 30_000

/** How long one act may take, in milliseconds: a file on a slow disk takes seconds, and some browsers forget an act for ever. */
const ACT_MS = 10_000

/** What is said by a connection that was cut: iOS does that to pages in the background, and a newer version of the page in another tab. */
const LOST = new Set(['InvalidStateError', 'UnknownError', 'AbortError'])

/** The database never opened: there is none for now. */
export class DatabaseClosed extends Error {}

/** Does `act` with an open database. @throws what `act` throws, DatabaseClosed, or Late when one that was open does not answer any more */
export type UseDatabase = <T>(act: (db: Database) => Promise<T>) => Promise<T>

/**
 * A database that is opened at its first use, and anew when its connection was lost: what was being done then is done once more, so it must be
 * something that may happen twice. `open` is given what to call when the browser says that the connection has ended.
 */
export function lastingDatabase(open: (onLost: () => void) => Promise<Database>): UseDatabase {
  let opened: Promise<Database> | null = null
  let restsUntil = 0
  let wasOpen = false

  async function connection(): Promise<Database> {
    if (opened) return opened
    if (Date.now() < restsUntil) throw silent()
    const opening = openInTime(open(() => forget(opening))).then(
      (db) => {
        wasOpen = true
        return db
      },
      () => {
        throw silent()
      },
    )
    opened = opening
    opening.catch(() => rest(opening))
    return opening
  }

  /** What an open one held is not known any more; one that never opened holds nothing. */
  const silent = () => (wasOpen ? new Late() : new DatabaseClosed())

  function forget(lost: typeof opened) {
    if (opened === lost) opened = null
  }

  function rest(stuck: typeof opened) {
    forget(stuck)
    restsUntil = Date.now() + REST_MS
  }

  return async (act) => {
    const used = connection()
    const known = opened
    try {
      return await inTime(act(await used), ACT_MS)
    } catch (error) {
      if (error instanceof Late) rest(known)
      if (!(error instanceof Error && LOST.has(error.name))) throw error
      forget(known)
      return inTime(act(await connection()), ACT_MS)
    }
  }
}
