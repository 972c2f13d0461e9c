import { NetworkError } from '@/lib/client/api/answer'
import type { PesanView } from '@/lib/contract/pesan'
import { backoff, GIVE_UP_MS, isOld, lampiranIsGone, needsUpload, type OutboxEntry, outcomeOf, UPLOAD_ATTEMPTS } from './outbox-entry'
import type { OutboxStorage } from './outbox-storage'

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

export interface CourierParts {
  readonly storage: OutboxStorage
  send(entry: OutboxEntry, timeout: number): Promise<PesanView>
  /** Brings the bytes of its file; resolves with the id of the lampiran. */
  upload(entry: OutboxEntry, on: UploadSigns): Promise<string>
  /** False while there is certainly no network: waiting is then no failure. */
  online(): boolean
  /** False when somebody else has signed in meanwhile: their session must not carry this person's words. */
  mine(): boolean
  /** The session has ended: nothing goes until `nudge`. */
  signedOut(): void
  /** Only one tab at a time in the konsultasi of this entry. */
  exclusively<T>(entry: OutboxEntry, act: () => Promise<T>): Promise<T>
  now(): number
  entries(): readonly OutboxEntry[]
  replace(entry: OutboxEntry): Promise<void>
  /** `pesan` is null when another tab has brought it. */
  sent(entry: OutboxEntry, pesan: PesanView | null): Promise<void>
}

export interface UploadSigns {
  /** The person has changed their mind. */
  readonly signal: AbortSignal
  /** Bytes are leaving. */
  onProgress(): void
}

/** A run of failures in one konsultasi. Times in milliseconds since 1970. */
interface Trouble {
  readonly since: number
  readonly attempts: number
  readonly notBefore: number
  /** As the server said (`Retry-After`): no sooner, whatever changes here. */
  readonly toldUntil: number
}

const ATTEMPT_MS = 10_000

export function createCourier(parts: CourierParts): Courier {
  const trouble = new Map<string, Trouble>()
  const lanes = new Set<string>()
  const uploads = new Map<string, AbortController>()
  let closed = false
  let paused = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const may = () => !closed && !paused && parts.online() && parts.mine()

  function run() {
    abortDiscarded()
    if (!may()) return
    for (const { konsultasi_id } of heads()) if (!lanes.has(konsultasi_id)) void bringAll(konsultasi_id)
  }

  async function bringAll(konsultasiId: string) {
    lanes.add(konsultasiId)
    try {
      for (let entry = nextDue(konsultasiId); entry && may(); entry = nextDue(konsultasiId))
        await (isOld(entry, parts.now()) ? askFirst(entry) : attempt(entry))
    } finally {
      lanes.delete(konsultasiId)
      sleep()
    }
  }

  /** The first of each konsultasi may go, the longest composed before the others. */
  function heads(): OutboxEntry[] {
    const seen = new Set<string>()
    return parts.entries().filter((entry) => {
      if (entry.keadaan !== 'menunggu' || seen.has(entry.konsultasi_id)) return false
      seen.add(entry.konsultasi_id)
      return true
    })
  }

  const dueAt = (entry: OutboxEntry) => trouble.get(entry.konsultasi_id)?.notBefore ?? 0
  const nextDue = (konsultasiId: string) => heads().find((entry) => entry.konsultasi_id === konsultasiId && dueAt(entry) <= parts.now())

  /** Whatever waits behind an old one asks with it: answered together they still arrive in order. */
  async function askFirst(first: OutboxEntry) {
    await parts.exclusively(first, async () => {
      for (const entry of parts.entries()) {
        if (entry.konsultasi_id !== first.konsultasi_id || entry.keadaan !== 'menunggu') continue
        const stored = await storedOf(entry)
        if (stored) await parts.replace({ ...stored, keadaan: 'bertanya' })
        else await parts.sent(entry, null)
      }
    })
  }

  /** As it is stored; undefined when another tab has brought it. Where that cannot be read it goes as this page knows it: the server knows its `client_id`. */
  const storedOf = (entry: OutboxEntry) => parts.storage.get(entry.client_id).catch(() => entry)

  async function attempt(entry: OutboxEntry) {
    const effort = { since: parts.now() }
    await parts.exclusively(entry, async () => {
      const stored = await storedOf(entry)
      if (!stored) return parts.sent(entry, null)
      if (!may()) return
      try {
        const ready = needsUpload(stored) ? await withLampiran(stored, effort) : stored
        // Minutes may have passed since the first look.
        if (!may()) return
        const pesan = await parts.send(ready, patience(entry, effort.since))
        trouble.delete(entry.konsultasi_id)
        await parts.sent(entry, pesan)
      } catch (error) {
        await failed(entry, error, effort.since)
      }
    })
  }

  /** The file goes first. While its bytes are leaving nothing fails, so the 30 s begin anew with each sign of progress. */
  async function withLampiran(entry: OutboxEntry, effort: { since: number }): Promise<OutboxEntry> {
    const abort = new AbortController()
    uploads.set(entry.client_id, abort)
    const onProgress = () => {
      effort.since = parts.now()
      const known = trouble.get(entry.konsultasi_id)
      if (known) trouble.set(entry.konsultasi_id, { ...known, since: effort.since })
    }
    try {
      const lampiran_id = await parts.upload(entry, { signal: abort.signal, onProgress })
      onProgress()
      const kept = current(entry)
      if (!kept) throw new NetworkError('aborted')
      await parts.replace({ ...kept, lampiran_id })
      return { ...kept, lampiran_id }
    } finally {
      uploads.delete(entry.client_id)
    }
  }

  /** As it is now; undefined when it was discarded. */
  const current = ({ client_id }: OutboxEntry) => parts.entries().find((entry) => entry.client_id === client_id)

  function abortDiscarded() {
    for (const [clientId, abort] of uploads) if (parts.entries().every(({ client_id }) => client_id !== clientId)) abort.abort()
  }

  /** An attempt ends in time for the person to be asked after 30 s. */
  const patience = (entry: OutboxEntry, started: number) => Math.max(1000, Math.min(ATTEMPT_MS, giveUpAt(entry, started) - parts.now()))
  const giveUpAt = (entry: OutboxEntry, started: number) =>
    Math.max(entry.disusun_pada, trouble.get(entry.konsultasi_id)?.since ?? started) + GIVE_UP_MS

  async function failed(tried: OutboxEntry, error: unknown, started: number) {
    const entry = current(tried)
    if (!entry) return
    if (lampiranIsGone(entry, error)) return parts.replace({ ...entry, lampiran_id: null, unggah_ulang: true })
    const outcome = outcomeOf(error)
    // Everything waits until the person has signed in again.
    if (outcome.kind === 'signed_out') {
      paused = true
      return parts.signedOut()
    }
    if (outcome.kind === 'refused') return parts.replace({ ...entry, keadaan: 'gagal', sebab: outcome.code })
    // Without a network nothing failed: it waits, and starts anew when the network is back.
    if (!parts.online()) return void trouble.delete(entry.konsultasi_id)
    if (outcome.kind === 'wait') return waitFor(entry.konsultasi_id, outcome.seconds)
    await again(entry.konsultasi_id, outcome.retryAfter, started)
  }

  /** Too many came at once: the rest goes after the wait, and the 30 s of failures begin anew then. */
  function waitFor(konsultasiId: string, seconds: number) {
    const notBefore = parts.now() + seconds * 1000
    trouble.set(konsultasiId, { since: notBefore, attempts: trouble.get(konsultasiId)?.attempts ?? 0, notBefore, toldUntil: notBefore })
  }

  async function again(konsultasiId: string, retryAfter: number | null, started: number) {
    const before = trouble.get(konsultasiId) ?? { since: started, attempts: 0 }
    const attempts = before.attempts + 1
    const notBefore = parts.now() + backoff(attempts, retryAfter)
    trouble.set(konsultasiId, { since: before.since, attempts, notBefore, toldUntil: parts.now() + (retryAfter ?? 0) * 1000 })
    await giveUpOverdue()
  }

  /** Whatever has met nothing but failures for 30 s asks for a person. */
  async function giveUpOverdue() {
    for (const entry of parts.entries()) {
      const known = trouble.get(entry.konsultasi_id)
      if (entry.keadaan !== 'menunggu' || !known || !isOverdue(entry, known)) continue
      await parts.replace({ ...entry, keadaan: 'gagal', sebab: 'network' })
    }
    forgetIdleTrouble()
  }

  const isOverdue = (entry: OutboxEntry, { since, attempts }: Trouble) =>
    giveUpAt(entry, since) <= parts.now() ||
    (needsUpload(entry) && attempts >= UPLOAD_ATTEMPTS && entry.disusun_pada + GIVE_UP_MS <= parts.now())

  function forgetIdleTrouble() {
    const waiting = new Set(heads().map((entry) => entry.konsultasi_id))
    for (const konsultasiId of trouble.keys()) if (!waiting.has(konsultasiId)) trouble.delete(konsultasiId)
  }

  function sleep() {
    clearTimeout(timer)
    if (!may()) return
    const resting = heads().filter((entry) => !lanes.has(entry.konsultasi_id))
    const moments = resting.map((entry) => Math.min(dueAt(entry), giveUpAt(entry, parts.now())))
    if (moments.length === 0) return
    timer = setTimeout(() => void giveUpOverdue().then(run), Math.max(0, Math.min(...moments) - parts.now()))
  }

  return {
    wake: run,
    nudge() {
      paused = false
      for (const [id, known] of trouble) trouble.set(id, { ...known, notBefore: known.toldUntil })
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
      for (const abort of uploads.values()) abort.abort()
    },
  }
}
