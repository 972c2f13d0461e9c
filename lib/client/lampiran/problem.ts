/** Why a file cannot be sent, known before it leaves: a key of the catalogue (`lampiran.tolak`). `batas` is in bytes. */
export class BerkasProblem extends Error {
  constructor(
    readonly alasan: 'jenis' | 'video' | 'heic' | 'rusak' | 'kosong' | 'besar' | 'panjang' | 'takTermuat',
    readonly batas = 0,
  ) {
    super(alasan)
  }
}
