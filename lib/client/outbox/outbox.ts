import { newClientId } from '@/lib/client/device/client-id'
import type { Berkas } from '@/lib/client/lampiran/berkas'
import { createListeners } from '@/lib/client/page/listeners'
import type { IsiDikirim } from '@/lib/contract/isi-pesan'
import type { PesanView } from '@/lib/contract/pesan'
import { noteComposed } from './composed-here'
import { type Courier, createCourier, type Road } from './courier'
import { inOrder, NO_ENTRIES, type OutboxEntry } from './outbox-entry'
import type { OutboxStorage } from './outbox-storage'

/** One person's unsent pesan on this device, and the courier who brings them. */
export interface Outbox {
  /**
   * Shown at once, stored before the first byte leaves: resolves when it is, or where nothing can be stored when it has arrived. Without a file
   * it is jotted down before this returns.
   */
  add(konsultasiId: string, pesan: string, more?: Composed): Promise<void>
  /** Sends one that failed or asks, with the same `client_id`; with it, in order, those that the same trouble stopped in this konsultasi. */
  retry(clientId: string): Promise<void>
  /** Throws it away; an upload under way ends. */
  discard(clientId: string): Promise<void>
  /** The server has these, as its pages show: an answer that was lost needs no question. */
  settle(arrived: ReadonlySet<string | null>): Promise<void>
  /** Now is a good time to try: the network is back, the page is visible. */
  nudge(): void
  /** The server has answered this person: what stopped because the session had ended goes on. */
  resume(): void
  /** What waits or failed, in order; the same array until something changes. */
  snapshot(): readonly OutboxEntry[]
  subscribe(listener: () => void): () => void
  /** Hears each pesan that was acknowledged, also by another tab. */
  onSent(listener: (pesan: PesanView) => void): () => void
  /** Hears that nothing can be sent because the session has ended. */
  onSignedOut(listener: () => void): () => void
  close(): void
}

/** What a pesan may have beside its text. */
export interface Composed {
  readonly isi?: IsiDikirim | undefined
  readonly balasKe?: string | null
  readonly berkas?: Berkas | null
}

export interface OutboxParts extends Road {
  readonly penggunaId: string
  readonly storage: OutboxStorage
  /** To the other tabs of this person. */
  readonly tabs: TabLink
}

/** What tabs tell each other: `sent` carries the answer, null says only that something changed. */
export interface TabLink {
  tell(sent: PesanView | null): void
  hear(listener: (sent: PesanView | null) => void): void
  close(): void
}

export function createOutbox(parts: OutboxParts): Outbox {
  const { penggunaId, storage, tabs, now } = parts
  const listeners = createListeners()
  const sentListeners = createListeners<[PesanView]>()
  const signedOutListeners = createListeners()
  let entries = NO_ENTRIES
  let writes = 0
  let written: Promise<unknown> = Promise.resolve()

  const show = (next: readonly OutboxEntry[]) => {
    // Most of the time nothing waits: then a page has nothing to draw either.
    if (next.length === 0 && entries.length === 0) return
    entries = [...next].sort(inOrder)
    listeners.tell()
  }
  const without = (clientId: string) => entries.filter((entry) => entry.client_id !== clientId)
  const write = (act: () => Promise<void>) => {
    writes++
    written = written.then(act, act)
    return written
  }
  const replace = async (entry: OutboxEntry) => {
    show([...without(entry.client_id), entry])
    await write(() => keep(entry))
    tabs.tell(null)
  }
  const keep = async ({ durable: before, ...entry }: OutboxEntry) => {
    const isDurable = await storage.put(entry)
    if (isDurable !== (before !== false)) show(entries.map((one) => (one.client_id === entry.client_id ? mark(one, isDurable) : one)))
  }
  const isSafe = (clientId: string) => entries.every(({ client_id, durable }) => client_id !== clientId || durable !== false)
  /** Resolves when the page may go without taking it along: it is stored, or arrived, or was thrown away. */
  const untilSafe = (clientId: string) =>
    new Promise<void>((done) => {
      if (isSafe(clientId)) return done()
      const stop = listeners.hear(() => {
        if (!isSafe(clientId)) return
        stop()
        done()
      })
    })
  const nudge = () => {
    courier.nudge()
    // What could not be stored may be by now.
    for (const entry of entries) if (entry.durable === false) void replace(entry)
  }
  const sent = async (entry: OutboxEntry, pesan: PesanView | null) => {
    // The conversation first: a moment with both hides one of them, a moment with neither would flicker.
    if (pesan) sentListeners.tell(pesan)
    show(without(entry.client_id))
    await write(() => storage.remove(entry.client_id))
    tabs.tell(pesan)
  }
  const discard = async (clientId: string) => {
    show(without(clientId))
    courier.wake()
    await write(() => storage.remove(clientId))
    tabs.tell(null)
  }
  // What is read while something is being written is old: read again, or a pesan just composed would vanish from the page.
  const reload = async () => {
    let before: number
    let stored: OutboxEntry[]
    do {
      before = writes
      await written
      stored = await storage.ofOwner(penggunaId)
    } while (before !== writes)
    show(stored)
  }

  // What cannot be read from the storage goes as this page knows it: the server recognises its `client_id`.
  // What was just composed is on its way to the storage: to look sooner would be to find nothing, as if another tab had sent it.
  const stored = async (entry: OutboxEntry) => {
    await written
    return storage.get(entry.client_id).catch(() => entry)
  }

  const courier: Courier = createCourier({ entries: () => entries, stored, replace, sent, signedOut: signedOutListeners.tell }, parts)
  tabs.hear(async (pesan) => {
    if (pesan) sentListeners.tell(pesan)
    await reload()
    courier.wake()
  })
  void reload().then(() => courier.wake())

  const nextTime = () => Math.max(now(), (entries.at(-1)?.disusun_pada ?? 0) + 1)
  const fresh = (konsultasiId: string, pesan: string, { isi, balasKe = null, berkas = null }: Composed): OutboxEntry => ({
    client_id: newClientId(),
    konsultasi_id: konsultasiId,
    pengguna_id: penggunaId,
    pesan,
    balas_ke: balasKe,
    ...(isi && { isi }),
    berkas,
    lampiran_id: null,
    disusun_pada: nextTime(),
    keadaan: 'menunggu',
    sebab: null,
  })

  return {
    async add(konsultasiId, pesan, more = {}) {
      const entry = fresh(konsultasiId, pesan, more)
      noteComposed(entry.client_id)
      storage.jot(entry)
      await replace(entry)
      courier.wake()
      await untilSafe(entry.client_id)
    },
    async retry(clientId) {
      for (const entry of stoppedWith(entries, clientId))
        await replace({ ...entry, keadaan: 'menunggu', sebab: null, disetujui_pada: now() })
      courier.nudge()
    },
    discard,
    async settle(arrived) {
      for (const { client_id, keadaan } of entries) if (keadaan !== 'menunggu' && arrived.has(client_id)) await discard(client_id)
    },
    nudge,
    resume: courier.resume,
    snapshot: () => entries,
    subscribe: listeners.hear,
    onSent: sentListeners.hear,
    onSignedOut: signedOutListeners.hear,
    close() {
      courier.close()
      tabs.close()
      listeners.clear()
      sentListeners.clear()
      signedOutListeners.clear()
    },
  }
}

/** The chosen one; when the network or its age was the cause, all that this stopped in the konsultasi, or they would arrive out of order. */
function stoppedWith(entries: readonly OutboxEntry[], clientId: string): OutboxEntry[] {
  const chosen = entries.find((entry) => entry.client_id === clientId && entry.keadaan !== 'menunggu')
  if (!chosen) return []
  const isShared = chosen.keadaan === 'bertanya' || chosen.sebab === 'network'
  const isAlike = ({ konsultasi_id, keadaan, sebab }: OutboxEntry) =>
    konsultasi_id === chosen.konsultasi_id && keadaan === chosen.keadaan && sebab === chosen.sebab
  return isShared ? entries.filter(isAlike) : [chosen]
}

const mark = ({ durable: _, ...entry }: OutboxEntry, isDurable: boolean): OutboxEntry => (isDurable ? entry : { ...entry, durable: false })
