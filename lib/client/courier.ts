import type { PesanView } from '@/lib/contract/pesan'
import { backoff, GIVE_UP_MS, type OutboxEntry, outcomeOf } from './outbox-entry'
import type { OutboxStorage } from './outbox-storage'

/** Brings the outbox to the server: in order in each konsultasi, one at a time, with patience. */
export interface Courier {
  /** Something may be due. */
  wake(): void
  /** Circumstances changed: try at once what waits for its next attempt. */
  nudge(): void
  close(): void
}

export interface CourierParts {
  readonly storage: OutboxStorage
  send(entry: OutboxEntry, timeout: number): Promise<PesanView>
  /** False while there is certainly no network: waiting is then no failure. */
  online(): boolean
  /** False when somebody else has signed in meanwhile: their session must not carry this person's words. */
  mine(): boolean
  /** Only one tab at a time. */
  exclusively<T>(act: () => Promise<T>): Promise<T>
  now(): number
  entries(): readonly OutboxEntry[]
  replace(entry: OutboxEntry): Promise<void>
  /** `pesan` is null when another tab has brought it. */
  sent(entry: OutboxEntry, pesan: PesanView | null): Promise<void>
}

/** A run of failures in one konsultasi. Times in milliseconds since 1970. */
interface Trouble {
  readonly since: number
  readonly attempts: number
  readonly notBefore: number
}

const ATTEMPT_MS = 10_000

export function createCourier(parts: CourierParts): Courier {
  const trouble = new Map<string, Trouble>()
  let running = false
  let closed = false
  let paused = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const may = () => !closed && !paused && parts.online() && parts.mine()

  async function run() {
    if (running || !may()) return
    running = true
    try {
      for (let entry = nextDue(); entry && may(); entry = nextDue()) await attempt(entry)
    } finally {
      running = false
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
  const nextDue = () => heads().find((entry) => dueAt(entry) <= parts.now())

  async function attempt(entry: OutboxEntry) {
    const started = parts.now()
    await parts.exclusively(async () => {
      const stored = await parts.storage.get(entry.client_id)
      if (!stored) return parts.sent(entry, null)
      if (!may()) return
      try {
        const pesan = await parts.send(entry, patience(entry, started))
        trouble.delete(entry.konsultasi_id)
        await parts.sent(entry, pesan)
      } catch (error) {
        await failed(entry, error, started)
      }
    })
  }

  /** An attempt ends in time for the person to be asked after 30 s. */
  const patience = (entry: OutboxEntry, started: number) => Math.max(1000, Math.min(ATTEMPT_MS, giveUpAt(entry, started) - parts.now()))
  const giveUpAt = (entry: OutboxEntry, started: number) =>
    Math.max(entry.disusun_pada, trouble.get(entry.konsultasi_id)?.since ?? started) + GIVE_UP_MS

  async function failed(entry: OutboxEntry, error: unknown, started: number) {
    const outcome = outcomeOf(error)
    // Everything waits until the person has signed in again.
    if (outcome.kind === 'signed_out') {
      paused = true
      return
    }
    if (outcome.kind === 'refused') return parts.replace({ ...entry, keadaan: 'gagal', sebab: outcome.code })
    // Without a network nothing failed: it waits, and starts anew when the network is back.
    if (!parts.online()) return void trouble.delete(entry.konsultasi_id)
    await again(entry.konsultasi_id, outcome.retryAfter, started)
  }

  async function again(konsultasiId: string, retryAfter: number | null, started: number) {
    const before = trouble.get(konsultasiId) ?? { since: started, attempts: 0 }
    const attempts = before.attempts + 1
    trouble.set(konsultasiId, { since: before.since, attempts, notBefore: parts.now() + backoff(attempts, retryAfter) })
    await giveUpOverdue()
  }

  /** Whatever has met nothing but failures for 30 s asks for a person. */
  async function giveUpOverdue() {
    for (const entry of parts.entries()) {
      const known = trouble.get(entry.konsultasi_id)
      if (entry.keadaan !== 'menunggu' || !known || giveUpAt(entry, known.since) > parts.now()) continue
      await parts.replace({ ...entry, keadaan: 'gagal', sebab: 'network' })
    }
    forgetIdleTrouble()
  }

  function forgetIdleTrouble() {
    const waiting = new Set(heads().map((entry) => entry.konsultasi_id))
    for (const konsultasiId of trouble.keys()) if (!waiting.has(konsultasiId)) trouble.delete(konsultasiId)
  }

  function sleep() {
    clearTimeout(timer)
    if (!may()) return
    const moments = heads().map((entry) => Math.min(dueAt(entry), giveUpAt(entry, parts.now())))
    if (moments.length === 0) return
    timer = setTimeout(() => void giveUpOverdue().then(run), Math.max(0, Math.min(...moments) - parts.now()))
  }

  return {
    wake: () => void run(),
    nudge() {
      paused = false
      for (const [id, known] of trouble) trouble.set(id, { ...known, notBefore: 0 })
      void run()
    },
    close() {
      closed = true
      clearTimeout(timer)
    },
  }
}
