/** In which a page says whose it is (`pengguna_…`): under anybody else's session it is answered as under none. */
export const PENGGUNA_HEADER = 'X-Pengguna'

/** With a page of a PDF: how many there are. */
export const JUMLAH_HALAMAN_HEADER = 'X-Jumlah-Halaman'
