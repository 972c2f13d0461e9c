import { isHeld } from './quiet'

/**
 * A notification was pressed: this page goes there instead of a new one being opened, if it is in the same wing and holds nothing that would be
 * lost, until the returned function is called. The other side of it is in public/sw-kabar.js.
 */
export function letLead(go: (path: string) => void): () => void {
  const hear = ({ data, ports }: MessageEvent<{ readonly buka?: unknown }>) => {
    const path = data?.buka
    if (typeof path !== 'string') return
    const may = !isHeld() && isSameWing(path, location.pathname)
    ports[0]?.postMessage(may)
    if (may) go(path)
  }
  navigator.serviceWorker?.addEventListener('message', hear)
  return () => navigator.serviceWorker?.removeEventListener('message', hear)
}

/** `/pasien/…` and `/pasien/…` */
const isSameWing = (path: string, here: string) => /^\/(pasien|dokter)\//.test(path) && path.split('/')[1] === here.split('/')[1]
