export const TIPE_LAMPIRAN = ['image', 'file', 'audio'] as const
export type TipeLampiran = (typeof TIPE_LAMPIRAN)[number]

/** Bytes of a megabyte, as limits count it. */
export const MB = 1_048_576

/** Bytes of a lampiran of each kind. */
export const UKURAN_MAX = { image: 10 * MB, file: 20 * MB, audio: 10 * MB } as const satisfies Record<TipeLampiran, number>

/** The largest of any kind, in bytes. */
export const TERBESAR = Math.max(...Object.values(UKURAN_MAX))

/** Pixels of a picture, before it is made smaller. */
export const PIKSEL_MAX = 50 * 1_000_000

/** The longer side of a picture as it is kept, in pixels. */
export const SISI_MAX = 2560

/**
 * A picture that is so many times as long as wide is a long screenshot, read piece by piece at its width: that is kept up to `lebar`, as far as
 * pixels and the longer side allow, which every browser can draw (Safari on iOS: 4096 × 4096, no side over 16,384).
 */
export const GAMBAR_PANJANG = { kali: 3, lebar: 1440, piksel: 16_000_000, sisi: 16_000 } as const

/** Seconds of a recording. */
export const DURASI_MAX = 300

/** Uploads of one person at once. */
export const LAMPIRAN_SEKALIGUS = 10

/** Bytes that may lie in trays at once, of one person and of all. */
export const BAKI_ORANG_MAX = 5 * TERBESAR
export const BAKI_SEMUA_MAX = 1024 * MB

/** How many peaks draw the waveform of a recording, and how high one can be. */
export const PUNCAK_BANYAK = 64
export const PUNCAK_MAX = 100

/** The longer side of the small picture, in pixels; of a long screenshot its width, and how long it can be. */
export const THUMB_SISI = 480
export const THUMB_PANJANG = { lebar: 200, sisi: 4000 } as const

/**
 * How large a page of a PDF is drawn, in pixels: its shorter side, and the longer one at most (a receipt, a strip of an ECG). 1200 are 145 dots per
 * inch of A4; the small one fills a bubble.
 */
export const HALAMAN_PENUH = { pendek: 1200, panjang: 3600 } as const
export const HALAMAN_KECIL = { pendek: 480, panjang: 960 } as const

/** Hours that a lampiran waits to be sent. */
export const LAMPIRAN_JAM = 24

/** Unsent ones that one person may have. */
export const BELUM_DIKIRIM_MAX = 100

/** Code points of a name as it is kept: no file system makes a longer one. What is longer is cut, its ending kept. */
export const NAMA_LAMPIRAN_MAX = 255
