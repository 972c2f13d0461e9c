/** In which a page says whose it is (`pengguna_…`): under anybody else's session it is answered as under none. */
export const PENGGUNA_HEADER = 'X-Pengguna'

/** With a page of a PDF: how many there are. */
export const JUMLAH_HALAMAN_HEADER = 'X-Jumlah-Halaman'

/** The same, as it is declared. */
export const PAGE_COUNT = { [JUMLAH_HALAMAN_HEADER]: 'With `halaman`: how many pages the PDF has.' }
