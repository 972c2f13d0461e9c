import { type Database, openDatabase } from '@/lib/client/device/database'
import { isStillSelf } from '@/lib/client/device/identity'
import { DatabaseClosed, lastingDatabase } from '@/lib/client/device/lasting-database'
import { nextTask } from '@/lib/client/page/soon'
import { forgetJotting, forgetJottings, forgetJottingsOfOthers, jot, jotting, jottings } from './jottings'
import type { OutboxEntry } from './outbox-entry'

/** Where unsent pesan outlive the page. */
export interface OutboxStorage {
  ofOwner(penggunaId: string): Promise<OutboxEntry[]>
  /** undefined when it is not there any more. @throws when that cannot be known */
  get(clientId: string): Promise<OutboxEntry | undefined>
  /** Keeps one without a file at once, for the case that the page is gone before `put` has. */
  jot(entry: OutboxEntry): void
  /** @returns whether it outlives the page */
  put(entry: OutboxEntry): Promise<boolean>
  remove(clientId: string): Promise<void>
  /** Does anything of anybody wait here? */
  isEmpty(): Promise<boolean>
  /** Takes away what is anybody else's. */
  keepOnly(penggunaId: string): Promise<void>
  clear(): Promise<void>
}

const STORE = 'kotak_keluar'

/** IndexedDB, or memory where a browser has none or denies it (private windows, a full disk); there what is jotted down outlives the page. */
export function browserStorage(): OutboxStorage {
  const memory = memoryStorage()
  const database = lastingDatabase(openOutbox)
  // In a task of its own: it is dear, and begun while a page wakes up.
  const awake = nextTask()
  const use = async <T>(act: (db: Database) => Promise<T>, otherwise: () => Promise<T>): Promise<T> => {
    await awake
    // One that fails to write is not lost while the page is open.
    return database(act).catch(otherwise)
  }
  return {
    ofOwner: async (id) => {
      const unwritten = (await memory.ofOwner(id)).map(asKept)
      const written = await use(
        (db) => db.all<OutboxEntry>(STORE),
        async () => [],
      )
      // Of one that several have, the last is the youngest.
      const own = [...jottings(), ...written].filter(({ pengguna_id }) => pengguna_id === id)
      const youngest = new Map([...own, ...unwritten].map((entry) => [entry.client_id, entry]))
      return [...youngest.values()]
    },
    get: async (id) => {
      const unwritten = await memory.get(id)
      if (unwritten) return unwritten
      await awake
      const read = database((db) => db.get<OutboxEntry>(STORE, id))
      // A database that does not open is known to hold nothing; one that cannot be read is not.
      return (await read.catch(unlessClosed)) ?? jotting(id)
    },
    jot,
    put: (entry) =>
      use(
        async (db) => {
          // Asked here: what was taken away because its person has left must not come back.
          if (!isStillSelf(entry.pengguna_id)) return true
          await db.put(STORE, entry)
          forgetJotting(entry.client_id)
          await memory.remove(entry.client_id)
          askToPersist()
          return true
        },
        async () => {
          await memory.put(entry)
          return jotting(entry.client_id) !== undefined
        },
      ),
    remove: async (id) => {
      forgetJotting(id)
      await memory.remove(id)
      await use(
        (db) => db.delete(STORE, id),
        async () => undefined,
      )
    },
    isEmpty: async () => {
      const written = await use(
        (db) => db.count(STORE),
        async () => 0,
      )
      return written === 0 && jottings().length === 0 && (await memory.isEmpty())
    },
    keepOnly: async (penggunaId) => {
      forgetJottingsOfOthers(penggunaId)
      await memory.keepOnly(penggunaId)
      await use(
        (db) => deleteOthers(db, penggunaId),
        async () => undefined,
      )
    },
    clear: async () => {
      forgetJottings()
      await memory.clear()
      await use(
        (db) => db.clear(STORE),
        async () => undefined,
      )
    },
  }
}

async function deleteOthers(db: Database, penggunaId: string): Promise<void> {
  for (const { client_id, pengguna_id } of await db.all<OutboxEntry>(STORE))
    if (pengguna_id !== penggunaId) await db.delete(STORE, client_id)
}

let ofThisPage: OutboxStorage | null = null

/** The one of this page: what only memory has is in no other. */
export function pageStorage(): OutboxStorage {
  ofThisPage ??= browserStorage()
  return ofThisPage
}

/** What only memory has goes with the page, unless it is jotted down. */
const asKept = (entry: OutboxEntry): OutboxEntry => (jotting(entry.client_id) ? entry : { ...entry, durable: false })

function unlessClosed(error: unknown): undefined {
  if (!(error instanceof DatabaseClosed)) throw error
}

let hasAsked = false

/** So that a browser short of room drops other things first. Not in Firefox, which would ask its person. */
function askToPersist() {
  if (hasAsked || typeof navigator === 'undefined' || /firefox/i.test(navigator.userAgent)) return
  hasAsked = true
  void navigator.storage?.persist?.().catch(() => undefined)
}

const openOutbox = (onLost: () => void): Promise<Database> =>
  openDatabase('sapa', (db) => void db.createObjectStore(STORE, { keyPath: 'client_id' }).createIndex('pengguna', 'pengguna_id'), onLost)

export function memoryStorage(): OutboxStorage {
  const entries = new Map<string, OutboxEntry>()
  return {
    ofOwner: async (id) => [...entries.values()].filter((entry) => entry.pengguna_id === id),
    get: async (id) => entries.get(id),
    jot: () => undefined,
    put: async (entry) => Boolean(entries.set(entry.client_id, entry)),
    remove: async (id) => void entries.delete(id),
    isEmpty: async () => entries.size === 0,
    keepOnly: async (id) => {
      for (const entry of entries.values()) if (entry.pengguna_id !== id) entries.delete(entry.client_id)
    },
    clear: async () => entries.clear(),
  }
}
