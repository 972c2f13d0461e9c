import type { LampiranView } from '@/lib/contract/lampiran'

/** A file that was made ready to be sent, with what this device has measured of it; the server measures again. */
export interface Berkas extends Omit<LampiranView, 'id'> {
  readonly isi: Blob
  /** How loud a recording is from its beginning to its end, for its waveform: up to `PUNCAK_BANYAK` peaks of 0 to `PUNCAK_MAX`. */
  readonly puncak?: number[] | undefined
}
