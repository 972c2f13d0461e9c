/** The versions of the privacy notice that somebody may have agreed to, the present one last. A version that was ever agreed to stays here. */
export const PRIVASI_VERSIONS = ['2026-11-25'] as const
export type PrivasiVersi = (typeof PRIVASI_VERSIONS)[number]

/** The text of `/privasi` as it stands now. Whoever changes it in substance adds a version above. */
export const PRIVASI_VERSI: PrivasiVersi = '2026-11-25'

/** How long a medical record is kept after the last visit, in years: Permenkes 24/2022, article 39. */
export const SIMPAN_TAHUN = 25
