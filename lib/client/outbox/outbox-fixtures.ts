import { vi } from 'vitest'
import { ApiError, NetworkError } from '@/lib/client/api/answer'
import { FakeServer, PASIEN } from '@/lib/client/thread/thread-fixtures'
import type { PesanView } from '@/lib/contract/pesan'
import type { RefusalCode } from '@/lib/domain/refusal'
import type { UploadSigns } from './courier'
import { createOutbox, type Outbox, type TabLink } from './outbox'
import type { OutboxEntry } from './outbox-entry'
import { memoryStorage, type OutboxStorage } from './outbox-storage'

export const K1 = 'konsultasi_1'
export const K2 = 'konsultasi_2'

/** A device: what survives a reload, the network, and a server that remembers each client_id. */
export class Device {
  readonly storage: OutboxStorage = memoryStorage()
  readonly arrived: string[] = []
  readonly attempts: string[] = []
  online = true
  signedIn = PASIEN
  answer: (entry: OutboxEntry) => void = () => {}
  /** The names of files whose bytes were all brought. */
  readonly uploaded: string[] = []
  bring: (entry: OutboxEntry, signs: UploadSigns) => Promise<void> = async () => {}
  private readonly tabs: ((sent: PesanView | null) => void)[] = []
  private readonly locks = new Map<string, Promise<unknown>>()

  open(penggunaId = PASIEN): Outbox {
    return createOutbox({
      penggunaId,
      storage: this.storage,
      tabs: this.link(),
      send: async (entry) => this.send(entry),
      upload: async (entry, signs) => this.upload(entry, signs),
      online: () => this.online,
      mine: () => this.signedIn === penggunaId,
      exclusively: (entry, act) => this.exclusively(entry.konsultasi_id, act),
      now: Date.now,
    })
  }

  private send(entry: OutboxEntry): PesanView {
    this.attempts.push(entry.client_id)
    this.answer(entry)
    this.arrived.push(`${entry.konsultasi_id} ${entry.pesan}`)
    return new FakeServer().send(PASIEN, entry.pesan, entry.client_id)
  }

  private async upload(entry: OutboxEntry, signs: UploadSigns): Promise<string> {
    await this.bring(entry, signs)
    return `lampiran_${this.uploaded.push(entry.berkas?.nama ?? '')}`
  }

  private exclusively<T>(konsultasiId: string, act: () => Promise<T>): Promise<T> {
    const result = (this.locks.get(konsultasiId) ?? Promise.resolve()).then(act)
    this.locks.set(
      konsultasiId,
      result.catch(() => undefined),
    )
    return result
  }

  private link(): TabLink {
    let own: ((sent: PesanView | null) => void) | undefined
    return {
      tell: (sent) => this.tabs.filter((tab) => tab !== own).map((tab) => tab(sent)),
      hear: (listener) => {
        own = listener
        this.tabs.push(listener)
      },
      close: () => undefined,
    }
  }
}

export const refuse =
  (status: number, code: RefusalCode, after: number | null = null) =>
  () => {
    throw new ApiError(status, code, '', after)
  }
export const unreachable = () => {
  throw new NetworkError('unreachable')
}
export const settle = () => vi.advanceTimersByTimeAsync(0)
