import type { Berkas } from './berkas'

/** A file of this page: where it is within it, and the waveform that was measured here. */
export interface LocalBerkas {
  readonly url: string
  readonly puncak: number[] | undefined
}

/** Enough for what is on the screen, few enough not to hold a day's photos in memory. */
const KEEP = 30

const known = new Map<string, LocalBerkas>()

/**
 * The file of this page that goes, or went, with the pesan of this `client_id`; null when this page does not have it. It stays the same when
 * the pesan has been sent, so that a picture is not fetched again in front of whoever sent it.
 */
export function localBerkas(clientId: string, berkas?: Berkas | null): LocalBerkas | null {
  const local = known.get(clientId)
  if (local) {
    // What is looked at stays longest.
    known.delete(clientId)
    known.set(clientId, local)
  }
  if (local || !berkas) return local ?? null
  const made = { url: URL.createObjectURL(berkas.isi), puncak: berkas.puncak }
  known.set(clientId, made)
  forgetOldest()
  return made
}

function forgetOldest() {
  for (const [clientId, { url }] of known) {
    if (known.size <= KEEP) return
    known.delete(clientId)
    URL.revokeObjectURL(url)
  }
}
