/** What a pesan cannot be without: its text, or a lampiran that its text may go with. What a later kind carries instead is another word here. */
type Carried = 'text' | 'lampiran' | 'dokumen'

/**
 * The kinds of pesan. Each is a row here, a value of the enumeration `tipe_pesan` in the database, and a look in the browser; what a row does not
 * say is the same for all: order, reading, replying, reacting, deleting, and what a push says (nothing of it).
 */
const JENIS_PESAN = {
  text: { carries: 'text' },
  image: { carries: 'lampiran' },
  file: { carries: 'lampiran' },
  audio: { carries: 'lampiran' },
  dokumen: { carries: 'dokumen' },
} as const satisfies Record<string, { readonly carries: Carried }>

export type TipePesan = keyof typeof JENIS_PESAN
export const TIPE_PESAN = Object.keys(JENIS_PESAN) as [TipePesan, ...TipePesan[]]

/** Does a pesan of this kind have a lampiran? Others have none. */
export const carriesLampiran = (tipe: TipePesan): boolean => JENIS_PESAN[tipe].carries === 'lampiran'

/** The kinds that people send. What else there is comes with what it shows. */
type TipeDikirim = { [Tipe in TipePesan]: (typeof JENIS_PESAN)[Tipe] extends { carries: 'dokumen' } ? never : Tipe }[TipePesan]
export const TIPE_DIKIRIM = TIPE_PESAN.filter((tipe) => JENIS_PESAN[tipe].carries !== 'dokumen') as [TipeDikirim, ...TipeDikirim[]]

/** The kind of a pesan of which nobody said it, and which has no lampiran. */
export const TIPE_BIASA: TipePesan = 'text'
