import { NetworkError } from '@/lib/client/api/answer'
import { askFor } from '@/lib/client/api/api'
import { exclusively } from '@/lib/client/device/exclusively'
import { isStillSelf } from '@/lib/client/device/identity'
import { tellProgress } from '@/lib/client/lampiran/progress'
import { later } from '@/lib/client/page/later'
import { onceCalm, soon } from '@/lib/client/page/soon'
import type { PesanView } from '@/lib/contract/pesan'
import { canSendInBackground, prepareBackgroundSync, sendInBackground } from './background-sync'
import type { UploadSigns } from './courier'
import { warnOnLeaving } from './leave-warning'
import { createOutbox, type Outbox, type TabLink } from './outbox'
import { needsUpload, type OutboxEntry, sentOf } from './outbox-entry'
import { pageStorage } from './outbox-storage'

const fetchUpload = later(() => import('@/lib/client/lampiran/upload'))

interface Opened {
  readonly outbox: Outbox
  readonly close: () => void
}

let current: (Opened & { readonly penggunaId: string }) | null = null

/** The outbox of whoever uses this page: one for each page, and never two people's. Only in the browser. */
export function outboxOf(penggunaId: string): Outbox {
  if (current?.penggunaId === penggunaId) return current.outbox
  closeOutbox()
  current = { penggunaId, ...openOutbox(penggunaId) }
  return current.outbox
}

/** Stops sending: its person leaves. */
export function closeOutbox(): void {
  current?.close()
  current = null
}

function openOutbox(penggunaId: string): Opened {
  const mine = () => isStillSelf(penggunaId)
  const outbox = createOutbox({
    penggunaId,
    storage: pageStorage(),
    tabs: tabLink(`sapa:kotak-keluar:${penggunaId}`),
    send: sendEntry,
    upload: uploadEntry,
    online: () => navigator.onLine,
    mine,
    exclusively: (entry, act) => exclusively(`sapa:kirim:${penggunaId}:${entry.konsultasi_id}`, needsUpload(entry), act),
    now: Date.now,
  })
  const look = () => (document.visibilityState === 'visible' ? outbox.nudge() : leaveToWorker(outbox))
  addEventListener('online', outbox.nudge)
  document.addEventListener('visibilitychange', look)
  const stopWarning = warnOnLeaving(outbox, { mine, goesByItself: canSendInBackground })
  const stopPreparing = onceCalm(prepareBackgroundSync)
  return {
    outbox,
    close() {
      outbox.close()
      removeEventListener('online', outbox.nudge)
      document.removeEventListener('visibilitychange', look)
      stopWarning()
      stopPreparing()
    },
  }
}

/** The page may be put to sleep at any moment from here on. */
function leaveToWorker(outbox: Outbox) {
  if (outbox.snapshot().some(({ keadaan }) => keadaan === 'menunggu')) sendInBackground()
}

async function sendEntry(entry: OutboxEntry, timeout: number): Promise<PesanView> {
  return (await askFor('POST /pesan', { json: sentOf(entry), timeout, keepalive: true })).data
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
