import { inOrder, type OutboxEntry } from '@/lib/client/outbox/outbox-entry'
import type { PesanView } from '@/lib/contract/pesan'
import { loadedPesan, type Thread } from './thread'
import { hasNewer } from './thread-window'

/** One row of the conversation: what the server has, or what still waits on this device. */
export type ThreadRow = { readonly key: string; readonly milik: boolean } & (
  | { readonly pesan: PesanView; readonly entry: null }
  | { readonly pesan: null; readonly entry: OutboxEntry }
)

/**
 * What is shown: the server's pesan in their order, then this person's unsent ones in the order of composing. An unsent one gives way
 * exactly when the server's pesan with its `client_id` is there, and that row keeps its key, so that it changes in place. Where the window
 * does not reach the end of the conversation, what comes after that end is not shown either.
 */
export function mergeThread(
  thread: Pick<Thread, 'pesan' | 'oldest' | 'newest'>,
  outbox: readonly OutboxEntry[],
  penggunaId: string,
): ThreadRow[] {
  const sent = loadedPesan(thread).map((pesan) => sentRow(pesan, penggunaId))
  if (hasNewer(thread)) return sent
  const arrived = new Set([...thread.pesan.values()].filter((pesan) => pesan.pengirim.id === penggunaId).map((pesan) => pesan.client_id))
  const waiting = outbox.filter((entry) => entry.pengguna_id === penggunaId && !arrived.has(entry.client_id)).sort(inOrder)
  return [...sent, ...waiting.map((entry) => ({ key: entry.client_id, milik: true, pesan: null, entry }))]
}

function sentRow(pesan: PesanView, penggunaId: string): ThreadRow {
  const milik = pesan.pengirim.id === penggunaId
  // A client_id is unique for its sender only.
  return { key: milik && pesan.client_id ? pesan.client_id : pesan.id, milik, pesan, entry: null }
}
