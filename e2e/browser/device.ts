import { readdirSync } from 'node:fs'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { readProc } from '@/e2e/proc'

/** What a device keeps, and how a browser ends badly. */

/** Resolves when this browser can open the wings' pages without a network. */
export const readyForOffline = (page: Page): Promise<unknown> => page.evaluate(async () => void (await navigator.serviceWorker.ready))

/** Cuts a browser off, its service worker too: that notices a moment later than its pages, and until then they would still open. */
export async function goOffline(context: BrowserContext): Promise<void> {
  await context.setOffline(true)
  for (const worker of context.serviceWorkers()) {
    const reaches = () =>
      worker.evaluate(() =>
        fetch('/api/live').then(
          () => true,
          () => false,
        ),
      )
    await expect.poll(reaches).toBe(false)
  }
}

/** All rows of one of our stores in IndexedDB; none where nothing has been kept yet. */
export function storedIn<Row>(page: Page, database: string, store: string): Promise<Row[]> {
  return page.evaluate(
    async ([database, store]) => {
      // Opening what is not there would make it.
      if ((await indexedDB.databases()).every(({ name }) => name !== database)) return []
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const db = await done(indexedDB.open(database))
      const rows = db.objectStoreNames.contains(store) ? await done(db.transaction(store).objectStore(store).getAll()) : []
      db.close()
      return rows
    },
    [database, store] as const,
  )
}

/** Everything that localStorage and our stores in IndexedDB hold, as text. */
export async function allThatIsKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept = Object.entries(localStorage).flat().join(' ')
    const rows = await Promise.all(
      (await indexedDB.databases()).map(
        ({ name = '' }) =>
          new Promise<string>((done) => {
            const opening = indexedDB.open(name)
            opening.onsuccess = () => {
              const stores = [...opening.result.objectStoreNames]
              if (stores.length === 0) return done('')
              const reading = opening.result
                .transaction(stores)
                .objectStore(stores[0] ?? '')
                .getAll()
              reading.onsuccess = () => done(JSON.stringify(reading.result))
            }
          }),
      ),
    )
    return kept + rows.join(' ')
  })
}

/** Moves the moment at which everything in the outbox was composed, by so many milliseconds. */
export async function ageOutbox(page: Page, by: number): Promise<void> {
  await page.evaluate(
    (by) =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('sapa')
        opening.onsuccess = () => {
          const changing = opening.result.transaction('kotak_keluar', 'readwrite')
          const cursors = changing.objectStore('kotak_keluar').openCursor()
          cursors.onsuccess = () => {
            const cursor = cursors.result
            if (!cursor) return
            cursor.update({ ...cursor.value, disusun_pada: cursor.value.disusun_pada - by })
            cursor.continue()
          }
          changing.oncomplete = () => {
            opening.result.close()
            done()
          }
        }
      }),
    by,
  )
}

/** Ends the browser that uses this profile as a crash does: without a word. */
export function killBrowserOf(profile: string): void {
  const pid = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((name) => {
      const command = readProc(name, 'cmdline').split('\0')
      return command.includes(`--user-data-dir=${profile}`) && command.every((part) => !part.startsWith('--type='))
    })
  if (!pid) throw new Error('no browser uses this profile')
  process.kill(Number(pid), 'SIGKILL')
}
