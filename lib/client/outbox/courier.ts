import { NetworkError } from '@/lib/client/api/answer'
import type { PesanView } from '@/lib/contract/pesan'
import { isOld, lampiranIsGone, needsUpload, type OutboxEntry, outcomeOf } from './outbox-entry'
import { createTroubles } from './trouble'

/**
 * Brings the outbox to the server, with patience: in each konsultasi one at a time and in order, so that text waits behind the picture that
 * it speaks of; other konsultasi do not wait for that.
 */
export interface Courier {
  /** Something may be due, or was discarded. */
  wake(): void
  /** Circumstances changed: try at once what waits for its next attempt, unless the server said when. */
  nudge(): void
  /** The server answers this person again: what stopped because the session had ended goes on. */
  resume(): void
  close(): void
}

/** The way to the server, and whether it is open. */
export interface Road {
  send(entry: OutboxEntry, timeout: number): Promise<PesanView>
  /** Brings the bytes of its file; resolves with the id of the lampiran. */
  upload(entry: OutboxEntry, on: UploadSigns): Promise<string>
  /** False while there is certainly no network: waiting is then no failure. */
  online(): boolean
  /** False when somebody else has signed in meanwhile: their session must not carry this person's words. */
  mine(): boolean
  /** Only one tab at a time in the konsultasi of this entry. */
  exclusively<T>(entry: OutboxEntry, act: () => Promise<T>): Promise<T>
  now(): number
}

/** What waits, and what becomes of it. */
export interface Shelf {
  entries(): readonly OutboxEntry[]
  /** As it is stored; undefined when another tab has brought it. */
  stored(entry: OutboxEntry): Promise<OutboxEntry | undefined>
  replace(entry: OutboxEntry): Promise<void>
  /** `pesan` is null when another tab has brought it. */
  sent(entry: OutboxEntry, pesan: PesanView | null): Promise<void>
  /** The session has ended: nothing goes until `nudge`. */
  signedOut(): void
}

export interface UploadSigns {
  /** The person has changed their mind. */
  readonly signal: AbortSignal
  /** Bytes are leaving. */
  onProgress(): void
}

const ATTEMPT_MS = 10_000

export function createCourier(shelf: Shelf, road: Road): Courier {
  const { now } = road
  const troubles = createTroubles(now)
  const uploads = createUploads(shelf, road)
  /** The konsultasi in which something is being brought. */
  const lanes = new Set<string>()
  let closed = false
  let paused = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const may = () => !closed && !paused && road.online() && road.mine()
  const heads = () => headsOf(shelf.entries())
  const nextDue = (konsultasiId: string) =>
    heads().find((entry) => entry.konsultasi_id === konsultasiId && troubles.dueAt(konsultasiId) <= now())

  function run() {
    uploads.abortDiscarded()
    if (!may()) return
    for (const { konsultasi_id } of heads()) if (!lanes.has(konsultasi_id)) void bringAll(konsultasi_id)
  }

  async function bringAll(konsultasiId: string) {
    lanes.add(konsultasiId)
    try {
      for (let entry = nextDue(konsultasiId); entry && may(); entry = nextDue(konsultasiId))
        await (isOld(entry, now()) ? askFirst(entry) : attempt(entry))
    } finally {
      lanes.delete(konsultasiId)
      sleep()
    }
  }

  /** Whatever waits behind an old one asks with it: answered together they still arrive in order. */
  async function askFirst(first: OutboxEntry) {
    await road.exclusively(first, async () => {
      for (const entry of shelf.entries()) {
        if (entry.konsultasi_id !== first.konsultasi_id || entry.keadaan !== 'menunggu') continue
        const stored = await shelf.stored(entry)
        if (stored) await shelf.replace({ ...stored, keadaan: 'bertanya' })
        else await shelf.sent(entry, null)
      }
    })
  }

  async function attempt(entry: OutboxEntry) {
    let started = now()
    const onProgress = () => {
      started = now()
      troubles.goesOn(entry.konsultasi_id)
    }
    await road.exclusively(entry, async () => {
      const stored = await shelf.stored(entry)
      if (!stored) return shelf.sent(entry, null)
      if (!may()) return
      try {
        const ready = needsUpload(stored) ? await uploads.withLampiran(stored, onProgress) : stored
        // Minutes may have passed since the first look.
        if (!may()) return
        const pesan = await road.send(ready, patience(entry, started))
        troubles.end(entry.konsultasi_id)
        await shelf.sent(entry, pesan)
      } catch (error) {
        await failed(entry, error, started)
      }
    })
  }

  /** An attempt ends in time for the person to be asked after 30 s. */
  const patience = (entry: OutboxEntry, started: number) => Math.max(1000, Math.min(ATTEMPT_MS, troubles.giveUpAt(entry, started) - now()))

  async function failed(tried: OutboxEntry, error: unknown, started: number) {
    const entry = currentOf(shelf, tried)
    if (!entry) return
    if (lampiranIsGone(entry, error)) return shelf.replace({ ...entry, lampiran_id: null, unggah_ulang: true })
    const outcome = outcomeOf(error)
    // Everything waits until the person has signed in again.
    if (outcome.kind === 'signed_out') {
      paused = true
      return shelf.signedOut()
    }
    if (outcome.kind === 'refused') return shelf.replace({ ...entry, keadaan: 'gagal', sebab: outcome.code })
    // Without a network nothing failed: it waits, and starts anew when the network is back.
    if (!road.online()) return troubles.end(entry.konsultasi_id)
    if (outcome.kind === 'wait') return troubles.wait(entry.konsultasi_id, outcome.seconds)
    troubles.fail(entry.konsultasi_id, outcome.retryAfter, started)
    await giveUpOverdue()
  }

  /** Whatever has met nothing but failures for 30 s asks for a person. */
  async function giveUpOverdue() {
    for (const entry of shelf.entries())
      if (entry.keadaan === 'menunggu' && troubles.isOverdue(entry)) await shelf.replace({ ...entry, keadaan: 'gagal', sebab: 'network' })
    troubles.endAllBut(new Set(heads().map((entry) => entry.konsultasi_id)))
  }

  function sleep() {
    clearTimeout(timer)
    if (!may()) return
    const resting = heads().filter((entry) => !lanes.has(entry.konsultasi_id))
    const moments = resting.map((entry) => Math.min(troubles.dueAt(entry.konsultasi_id), troubles.giveUpAt(entry, now())))
    if (moments.length === 0) return
    timer = setTimeout(() => void giveUpOverdue().then(run), Math.max(0, Math.min(...moments) - now()))
  }

  return {
    wake: run,
    nudge() {
      paused = false
      troubles.allDue()
      run()
      sleep()
    },
    resume() {
      if (!paused) return
      paused = false
      run()
    },
    close() {
      closed = true
      clearTimeout(timer)
      uploads.abortAll()
    },
  }
}

/** The first of each konsultasi may go, the longest composed before the others. */
function headsOf(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const seen = new Set<string>()
  return entries.filter((entry) => {
    if (entry.keadaan !== 'menunggu' || seen.has(entry.konsultasi_id)) return false
    seen.add(entry.konsultasi_id)
    return true
  })
}

/** As it is now; undefined when it was discarded. */
const currentOf = (shelf: Shelf, { client_id }: OutboxEntry) => shelf.entries().find((entry) => entry.client_id === client_id)

/** The files under way. A file goes before its pesan; while its bytes are leaving nothing fails. */
function createUploads(shelf: Shelf, road: Road) {
  const underWay = new Map<string, AbortController>()
  return {
    async withLampiran(entry: OutboxEntry, onProgress: () => void): Promise<OutboxEntry> {
      const abort = new AbortController()
      underWay.set(entry.client_id, abort)
      try {
        const lampiran_id = await road.upload(entry, { signal: abort.signal, onProgress })
        onProgress()
        const kept = currentOf(shelf, entry)
        if (!kept) throw new NetworkError('aborted')
        const ready = { ...kept, lampiran_id }
        await shelf.replace(ready)
        return ready
      } finally {
        underWay.delete(entry.client_id)
      }
    },
    abortDiscarded() {
      const waiting = new Set(shelf.entries().map(({ client_id }) => client_id))
      for (const [clientId, abort] of underWay) if (!waiting.has(clientId)) abort.abort()
    },
    abortAll() {
      for (const abort of underWay.values()) abort.abort()
    },
  }
}
