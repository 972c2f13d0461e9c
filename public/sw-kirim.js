/* Brings waiting text when its page is gone (Background Sync, where there is one): written, sent, and the phone locked. Part of /sw.js. */

self.addEventListener('sync', (event) => {
  if (event.tag === 'sapa:kirim') event.waitUntil(bringWaiting())
})

/** Older than this, in milliseconds, it may no longer be true: its writer is asked by the next page (lib/client/outbox/outbox-entry.ts). */
const ASK_AFTER_MS = 3_600_000
const PATIENCE_MS = 10_000

/** In each konsultasi in order, and only up to what needs its page: a file that has not been brought yet, or a person. Rejects when it is worth another try. */
async function bringWaiting() {
  const entries = (await inOutbox('readonly', (store) => store.getAll())) ?? []
  const lanes = new Map()
  for (const entry of entries.sort((a, b) => a.disusun_pada - b.disusun_pada)) {
    if (entry.keadaan !== 'menunggu') continue
    const key = `${entry.pengguna_id}:${entry.konsultasi_id}`
    lanes.set(key, [...(lanes.get(key) ?? []), entry])
  }
  const brought = await Promise.allSettled([...lanes].map(([key, lane]) => bringLane(`sapa:kirim:${key}`, lane)))
  if (brought.some(({ status }) => status === 'rejected')) throw new Error('not all could be brought')
}

async function bringLane(lock, lane) {
  for (const { client_id } of lane) {
    // The lock of the pages (lib/client/outbox/outbox-browser.ts): while one of them brings it, this waits, and then finds it gone.
    const goesOn = await navigator.locks.request(lock, () => bring(client_id))
    if (!goesOn) return
  }
}

/** @returns whether what waits behind it may go */
async function bring(clientId) {
  const entry = await inOutbox('readonly', (store) => store.get(clientId))
  if (!entry) return true
  const since = Math.max(entry.disusun_pada, entry.disetujui_pada ?? 0)
  if (entry.keadaan !== 'menunggu' || (entry.berkas && !entry.lampiran_id) || Date.now() - since > ASK_AFTER_MS) return false
  const { konsultasi_id, pesan, isi, balas_ke, lampiran_id, client_id, pengguna_id } = entry
  const answer = await fetch('/api/v1/pesan', {
    method: 'POST',
    cache: 'no-store',
    // Refused under anybody else's session.
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-Pengguna': pengguna_id },
    body: JSON.stringify({ konsultasi_id, pesan, balas_ke, lampiran_id, client_id, ...isi }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  const body = await answer.json()
  if (answer.ok && body.success === true) return arrived(entry, body.data)
  // Our refusal is the page's to explain. Anything else may pass.
  if (body.success === false && typeof body.code === 'string' && answer.status < 500 && answer.status !== 429) return false
  throw new Error('not brought')
}

async function arrived({ client_id, pengguna_id }, pesan) {
  await inOutbox('readwrite', (store) => store.delete(client_id))
  const channel = new BroadcastChannel(`sapa:kotak-keluar:${pengguna_id}`)
  channel.postMessage(pesan)
  channel.close()
  return true
}

/** Opened for each use, and never made: without a page there is nothing in it. */
function inOutbox(mode, act) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('sapa')
    opening.onupgradeneeded = () => opening.transaction.abort()
    opening.onerror = () => (opening.error?.name === 'AbortError' ? resolve(undefined) : reject(opening.error))
    opening.onsuccess = () => {
      const db = opening.result
      const changing = db.transaction('kotak_keluar', mode)
      const request = act(changing.objectStore('kotak_keluar'))
      changing.oncomplete = () => {
        db.close()
        resolve(request.result)
      }
      changing.onabort = () => {
        db.close()
        reject(changing.error)
      }
    }
  })
}
