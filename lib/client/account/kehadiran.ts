import { ask, askFor } from '@/lib/client/api/api'
import { isStillSelf } from '@/lib/client/device/identity'
import { createListeners } from '@/lib/client/page/listeners'
import { HADIR_BEAT_MS } from '@/lib/domain/kabar'

/** When the other side of a konsultasi was last here, as far as this page was told. */
export interface Kehadiran {
  readonly konsultasiId: string
  readonly aktifPada: string | null
}

const listeners = createListeners()
let known: Kehadiran | null = null

export const kehadiranNow = (): Kehadiran | null => known

export const onKehadiran = listeners.hear

/**
 * Says that this page is on a screen as long as it is, with the konsultasi that it shows, and takes in what comes back of the other side.
 * Whatever fails here is tried again with the next beat: nothing depends on it.
 */
export function tellKehadiran(penggunaId: string, konsultasiId: string | null): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined

  async function beat() {
    clearTimeout(timer)
    if (document.visibilityState !== 'visible' || !navigator.onLine || !isStillSelf(penggunaId)) return
    timer = setTimeout(beat, HADIR_BEAT_MS)
    const answer = await askFor('PUT /kehadiran', { json: { konsultasi_id: konsultasiId } }).catch(() => null)
    if (answer && konsultasiId) learn({ konsultasiId, aktifPada: answer.data.lawan_aktif_pada })
  }

  function leave() {
    clearTimeout(timer)
    if (konsultasiId && navigator.onLine && isStillSelf(penggunaId)) sayGone(konsultasiId)
  }

  const change = () => (document.visibilityState === 'visible' ? void beat() : leave())
  void beat()
  document.addEventListener('visibilitychange', change)
  addEventListener('pagehide', leave)
  addEventListener('online', change)
  return () => {
    document.removeEventListener('visibilitychange', change)
    removeEventListener('pagehide', leave)
    removeEventListener('online', change)
    leave()
  }
}

function learn(kehadiran: Kehadiran) {
  known = kehadiran
  listeners.tell()
}

/** `keepalive`: it must leave although the page does. */
function sayGone(konsultasiId: string) {
  ask('PUT /kehadiran', { json: { konsultasi_id: konsultasiId, terlihat: false }, keepalive: true }).catch(() => undefined)
}
