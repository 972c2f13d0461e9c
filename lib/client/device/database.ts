/** IndexedDB with promises, as much of it as pages need. What writes resolves when it is on the disk, as far as the browser says. */
export interface Database {
  get<Value>(store: string, key: IDBValidKey): Promise<Value | undefined>
  all<Value>(store: string): Promise<Value[]>
  keys(store: string): Promise<IDBValidKey[]>
  count(store: string): Promise<number>
  put(store: string, value: unknown, key?: IDBValidKey): Promise<void>
  delete(store: string, key: IDBValidKey): Promise<void>
  clear(store: string): Promise<void>
  close(): void
}

/** Opens version 1 of it, made by `create` where it is not there yet. `onLost` hears that the connection has ended by itself. */
export function openDatabase(name: string, create: (db: IDBDatabase) => void, onLost: () => void = () => undefined): Promise<Database> {
  const opening = indexedDB.open(name, 1)
  return new Promise((done, fail) => {
    opening.onupgradeneeded = () => create(opening.result)
    opening.onerror = () => fail(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      db.onclose = onLost
      // A newer version of this page in another tab wants to upgrade: let it.
      db.onversionchange = () => {
        db.close()
        onLost()
      }
      done(databaseOf(db))
    }
  })
}

function databaseOf(db: IDBDatabase): Database {
  const run = <Result>(name: string, mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest) =>
    new Promise<Result>((done, fail) => {
      const transaction = db.transaction(name, mode)
      const request = act(transaction.objectStore(name))
      transaction.oncomplete = () => done(request.result)
      transaction.onabort = () => fail(transaction.error ?? request.error)
    })
  return {
    get: (store, key) => run(store, 'readonly', (all) => all.get(key)),
    all: (store) => run(store, 'readonly', (all) => all.getAll()),
    keys: (store) => run(store, 'readonly', (all) => all.getAllKeys()),
    count: (store) => run(store, 'readonly', (all) => all.count()),
    put: (store, value, key) => run(store, 'readwrite', (all) => all.put(value, key)),
    delete: (store, key) => run(store, 'readwrite', (all) => all.delete(key)),
    clear: (store) => run(store, 'readwrite', (all) => all.clear()),
    close: () => db.close(),
  }
}

/** How long a database may take to open, in milliseconds. */
const OPEN_MS = 5000

/** A browser whose disk is ill may never answer: then it has none, and what waits for it goes on. @throws Late when the time is over, or what `opening` throws */
export const openInTime = <Database>(opening: Promise<Database>): Promise<Database> => inTime(opening, OPEN_MS)

/** The database has not answered in time; what it was asked may still happen. */
export class Late extends Error {}

/** @throws Late when `ms` milliseconds are over, or what `waited` throws */
export function inTime<T>(waited: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Late()), ms)
  })
  return Promise.race([waited, late]).finally(() => clearTimeout(timer))
}
