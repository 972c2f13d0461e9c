interface Langkah {
  readonly signa: string
  /** Days. */
  readonly hari: number
}

/** A signa as its dokter wrote it, each step of one that changes with its days: what is read where it could not be put into plain words. */
export const signaTertulis = (signa: string | readonly Langkah[]): string =>
  typeof signa === 'string' ? signa : signa.map((one) => `${one.signa} selama ${one.hari} hari`).join('; ')
