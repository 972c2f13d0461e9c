import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { forgetJotting, forgetJottings, jot, jotting, jottings } from './jottings'
import { openInTime } from './open-in-time'
import type { OutboxEntry } from './outbox-entry'
import { nextTask } from './soon'

/** Where unsent pesan outlive the page. */
export interface OutboxStorage {
  ofOwner(penggunaId: string): Promise<OutboxEntry[]>
  /** undefined when it is not there any more. @throws when that cannot be known */
  get(clientId: string): Promise<OutboxEntry | undefined>
  /** Keeps one without a file at once, for the case that the page is gone before `put` has. */
  jot(entry: OutboxEntry): void
  put(entry: OutboxEntry): Promise<void>
  remove(clientId: string): Promise<void>
  clear(): Promise<void>
}

interface Schema extends DBSchema {
  kotak_keluar: { key: string; value: OutboxEntry; indexes: { pengguna: string } }
}

/** IndexedDB, or memory where a browser has none or denies it (private windows, a full disk); there what is jotted down outlives the page. */
export function browserStorage(): OutboxStorage {
  const memory = memoryStorage()
  // In a task of its own: it is dear, and begun while a page wakes up.
  const opened = nextTask()
    .then(() => openInTime(openOutbox()))
    .catch(() => null)
  const use = async <T>(act: (db: IDBPDatabase<Schema>) => Promise<T>, otherwise: () => Promise<T>): Promise<T> => {
    const db = await opened
    if (!db) return otherwise()
    // One that fails to write is not lost while the page is open.
    return act(db).catch(otherwise)
  }
  return {
    ofOwner: async (id) => {
      const unwritten = await memory.ofOwner(id)
      const written = await use(
        (db) => db.getAllFromIndex('kotak_keluar', 'pengguna', id),
        async () => [],
      )
      const jotted = jottings().filter(({ pengguna_id }) => pengguna_id === id)
      // Of one that several have, the last is the youngest.
      const youngest = new Map([...jotted, ...written, ...unwritten].map((entry) => [entry.client_id, entry]))
      return [...youngest.values()]
    },
    get: async (id) => (await memory.get(id)) ?? (await (await opened)?.get('kotak_keluar', id)) ?? jotting(id),
    jot,
    put: (entry) =>
      use(
        async (db) => {
          await db.put('kotak_keluar', entry)
          forgetJotting(entry.client_id)
        },
        () => memory.put(entry),
      ),
    remove: async (id) => {
      forgetJotting(id)
      await memory.remove(id)
      await use(
        (db) => db.delete('kotak_keluar', id),
        async () => undefined,
      )
    },
    clear: async () => {
      forgetJottings()
      await memory.clear()
      await use(
        (db) => db.clear('kotak_keluar'),
        async () => undefined,
      )
    },
  }
}

async function openOutbox(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>('sapa', 1, {
    upgrade: (db) => {
      db.createObjectStore('kotak_keluar', { keyPath: 'client_id' }).createIndex('pengguna', 'pengguna_id')
    },
    // A newer version of this page in another tab wants to upgrade: let it.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  })
}

export function memoryStorage(): OutboxStorage {
  const entries = new Map<string, OutboxEntry>()
  return {
    ofOwner: async (id) => [...entries.values()].filter((entry) => entry.pengguna_id === id),
    get: async (id) => entries.get(id),
    jot: () => undefined,
    put: async (entry) => void entries.set(entry.client_id, entry),
    remove: async (id) => void entries.delete(id),
    clear: async () => entries.clear(),
  }
}
