import { DURASI_MAX, PIKSEL_MAX, SISI_MAX, THUMB_SISI, UKURAN_MAX } from '@/lib/domain/lampiran'

/** What a process that reads a file is told is too much. */
export const LIMITS = { bytes: UKURAN_MAX, pixels: PIKSEL_MAX, side: SISI_MAX, thumb: THUMB_SISI, seconds: DURASI_MAX }
