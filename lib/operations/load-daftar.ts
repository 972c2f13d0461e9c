import { createHash } from 'node:crypto'
import { insertAudit } from '@/lib/data/audit'
import { dropDaftar, putDaftar } from '@/lib/data/daftar'
import { transaction } from '@/lib/data/sql'
import { bacaDaftarDiagnosa, bacaDaftarObat, type DaftarTerbaca, type JenisDaftar } from '@/lib/domain/dokumen/muat-daftar'

/** What was loaded. */
export interface Dimuat extends Omit<DaftarTerbaca<object>, 'entri'> {
  readonly jumlah: number
  readonly sidik: string
}

const READERS = { obat: bacaDaftarObat, diagnosa: bacaDaftarDiagnosa } as const satisfies Record<
  JenisDaftar,
  (text: string) => DaftarTerbaca<object>
>

/**
 * Loads a list in the place of the one that counts now: all of it or, where a line is wrong, nothing; an operator's verb, written down. `berkas` is
 * the file's name.
 * @throws SalahCsv
 */
export async function loadDaftar(jenis: JenisDaftar, berkas: string, bytes: Buffer): Promise<Dimuat> {
  const { entri, takDikenal, terlarang } = READERS[jenis](decode(bytes))
  const sidik = createHash('sha256').update(bytes).digest('hex')
  await transaction(async (tx) => {
    await insertAudit({ aktor: null, aksi: 'daftar.dimuat', alasan: `${jenis}: ${berkas}, ${entri.length}, SHA-256 ${sidik}` }, tx)
    await putDaftar(jenis, berkas, sidik, entri, tx)
  })
  return { jumlah: entri.length, sidik, takDikenal, terlarang }
}

/** The built-in list counts again; written down. @returns whether another one counted */
export const forgetDaftar = (jenis: JenisDaftar): Promise<boolean> =>
  transaction(async (tx) => {
    const dropped = await dropDaftar(jenis, tx)
    if (dropped) await insertAudit({ aktor: null, aksi: 'daftar.dilepas', alasan: jenis }, tx)
    return dropped
  })

/** As most spreadsheets write it, or as Excel does where nobody told it otherwise. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
