/** What a pesan cannot be without: its text, a lampiran, or content of its own (`isi`); the text may go with the last two. */
type Carried = 'text' | 'lampiran' | 'isi'

interface JenisPesan {
  readonly carries: Carried
  /** It comes with what it shows, which lies elsewhere: nobody sends it by itself, and nobody deletes it. */
  readonly issued?: true
  /** A completed konsultasi still gets it. */
  readonly afterEnd?: true
}

/**
 * The kinds of pesan. Each is a row here, a value of the enumeration `tipe_pesan` in the database, its content in `contract/isi-pesan.ts` where it carries
 * `isi` (and then its line on paper in `cetak/isi-tercetak.ts`), a look in `app/_jenis/jenis.ts`, and its name (`umum.jenis`). What a row does not say is the same for all: order, reading, replying, reacting,
 * deleting, searching its words, and what a push says (nothing of it).
 */
const JENIS_PESAN = {
  text: { carries: 'text' },
  image: { carries: 'lampiran' },
  file: { carries: 'lampiran' },
  audio: { carries: 'lampiran' },
  dokumen: { carries: 'isi', issued: true, afterEnd: true },
} as const satisfies Record<string, JenisPesan>

type Kinds = typeof JENIS_PESAN
export type TipePesan = keyof Kinds
export const TIPE_PESAN = Object.keys(JENIS_PESAN) as [TipePesan, ...TipePesan[]]

/** The kinds whose rows say all of this. */
type With<Row> = { [Tipe in TipePesan]: Kinds[Tipe] extends Row ? Tipe : never }[TipePesan]

/** The kinds that have content of their own. */
export type TipeBerisi = With<{ carries: 'isi' }>
/** The kinds that come with what they show. */
export type TipeTerbit = With<{ issued: true }>
/** The kinds that people send. */
type TipeDikirim = Exclude<TipePesan, TipeTerbit>
/** Of those the ones with content of their own. */
export type TipeIsiDikirim = Exclude<TipeBerisi, TipeTerbit>

const rowOf = (tipe: TipePesan): JenisPesan => JENIS_PESAN[tipe]

/** Does a pesan of this kind have a lampiran? Others have none. */
export const carriesLampiran = (tipe: TipePesan): boolean => rowOf(tipe).carries === 'lampiran'
const carriesIsi = (tipe: TipePesan): tipe is TipeBerisi => rowOf(tipe).carries === 'isi'

/** Does it come with what it shows? Then that is taken back, and the pesan stays. */
export const isIssued = (tipe: TipePesan): boolean => rowOf(tipe).issued === true

/** Does a completed konsultasi still get it? */
export const comesAfterEnd = (tipe: TipePesan): boolean => rowOf(tipe).afterEnd === true

export const TIPE_DIKIRIM = TIPE_PESAN.filter((tipe) => !isIssued(tipe)) as [TipeDikirim, ...TipeDikirim[]]
export const TIPE_BERISI = TIPE_PESAN.filter(carriesIsi)
export const TIPE_ISI_DIKIRIM = TIPE_PESAN.filter((tipe) => carriesIsi(tipe) && !isIssued(tipe)) as TipeIsiDikirim[]

/** The kind of a pesan of which nobody said it, and which carries nothing but text. */
export const TIPE_BIASA: TipePesan = 'text'
