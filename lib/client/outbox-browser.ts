import type { Success } from '@/lib/contract/envelope'
import type { PesanView } from '@/lib/contract/pesan'
import { NetworkError } from './answer'
import { askFor } from './api'
import type { UploadSigns } from './courier'
import { isStillSelf } from './identity'
import { tellProgress } from './lampiran/progress'
import { later } from './later'
import { createOutbox, type Outbox, type TabLink } from './outbox'
import type { OutboxEntry } from './outbox-entry'
import { browserStorage } from './outbox-storage'
import { soon } from './soon'

const fetchUpload = later(() => import('./lampiran/upload'))

let current: { readonly penggunaId: string; readonly outbox: Outbox } | null = null

/** The outbox of whoever uses this page: one for each page, and never two people's. Only in the browser. */
export function outboxOf(penggunaId: string): Outbox {
  if (current?.penggunaId === penggunaId) return current.outbox
  closeOutbox()
  const outbox = openOutbox(penggunaId)
  current = { penggunaId, outbox }
  return outbox
}

/** Stops sending: its person leaves. */
export function closeOutbox(): void {
  current?.outbox.close()
  current = null
}

function openOutbox(penggunaId: string): Outbox {
  const outbox = createOutbox({
    penggunaId,
    storage: browserStorage(),
    tabs: tabLink(`sapa:kotak-keluar:${penggunaId}`),
    send: sendEntry,
    upload: uploadEntry,
    online: () => navigator.onLine,
    mine: () => isStillSelf(penggunaId),
    exclusively: (konsultasiId, act) => exclusively(`sapa:kirim:${penggunaId}:${konsultasiId}`, act),
    now: Date.now,
  })
  addEventListener('online', outbox.nudge)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && outbox.nudge())
  return outbox
}

async function sendEntry({ konsultasi_id, pesan, balas_ke, lampiran_id, client_id }: OutboxEntry, timeout: number): Promise<PesanView> {
  const json = { konsultasi_id, pesan, balas_ke, lampiran_id, client_id }
  return (await askFor<Success<PesanView>>('/pesan', { method: 'POST', json, timeout })).data
}

async function uploadEntry({ konsultasi_id, berkas, client_id }: OutboxEntry, { signal, onProgress }: UploadSigns): Promise<string> {
  if (!berkas) throw new Error('nothing to upload')
  const tell = (fraction: number) => {
    tellProgress(client_id, fraction)
    onProgress()
  }
  try {
    const { uploadBerkas } = await fetchUpload().catch(() => {
      throw new NetworkError('unreachable')
    })
    return (await uploadBerkas(konsultasi_id, berkas, { signal, onProgress: tell })).id
  } finally {
    tellProgress(client_id, null)
  }
}

/** Web Locks want a secure context; without them the server's idempotency is enough, it only costs a request. */
const exclusively = <T>(name: string, act: () => Promise<T>): Promise<T> =>
  navigator.locks ? (navigator.locks.request(name, act) as Promise<T>) : act()

function tabLink(name: string): TabLink {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, hear: () => undefined, close: () => undefined }
  let channel: BroadcastChannel | null = null
  let listen = (_sent: PesanView | null): void => undefined
  // In a task of its own, as the storage: it listens before that is read.
  const stop = soon(() => {
    channel = new BroadcastChannel(name)
    channel.onmessage = ({ data }: MessageEvent<PesanView | null>) => listen(data)
    return () => channel?.close()
  })
  return {
    tell: (sent) => channel?.postMessage(sent),
    hear: (listener) => {
      listen = listener
    },
    close: stop,
  }
}
