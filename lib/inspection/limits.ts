import { DURASI_MAX, GAMBAR_PANJANG, PIKSEL_MAX, SISI_MAX, THUMB_PANJANG, THUMB_SISI, UKURAN_MAX } from '@/lib/domain/lampiran'

/** What a process that reads a file is told is too much. */
export const LIMITS = {
  bytes: UKURAN_MAX,
  pixels: PIKSEL_MAX,
  side: SISI_MAX,
  long: GAMBAR_PANJANG,
  thumb: THUMB_SISI,
  longThumb: THUMB_PANJANG,
  seconds: DURASI_MAX,
}
