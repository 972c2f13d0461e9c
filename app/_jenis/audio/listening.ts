import { later } from '@/lib/client/page/later'
import type { PesanView } from '@/lib/contract/pesan'

const player = later(() => import('@/lib/client/lampiran/voice/player'))

/** The pesan of a conversation that a page knows, by `urutan`. */
export type Known = () => ReadonlyMap<number, PesanView>

let conversation: Known | null = null

/** What is listened to from now on is of this conversation, and ends when the returned function is called. What plays comes with the first recording. */
export function listenIn(known: Known): () => void {
  conversation = known
  return () => {
    if (conversation === known) conversation = null
    player.now()?.stopPlaying()
  }
}

export const conversationNow = (): Known | null => conversation
