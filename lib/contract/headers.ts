/** In which a page says whose it is (`pengguna_…`): under anybody else's session it is answered as under none. */
export const PENGGUNA_HEADER = 'X-Pengguna'
