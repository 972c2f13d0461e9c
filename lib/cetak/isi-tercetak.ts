import type { IsiPesan } from '@/lib/contract/isi-pesan'
import { TIPE_BERISI, type TipeBerisi } from '@/lib/domain/jenis-pesan'

/** What a pesan carries beside its words, on paper: one line for each kind, in Indonesian as all that is printed. */
const TERCETAK: { readonly [Tipe in TipeBerisi]: (isi: IsiPesan[Tipe]) => string } = {
  dokumen: ({ nomor, versi, status, alasan }) =>
    [`${nomor}, versi ${versi}, ${status}`, alasan && `karena: ${alasan}`].filter(Boolean).join(', '),
}

/** In brackets, as nobody's words; null for a pesan that carries nothing of its own. */
export function isiTercetak(pesan: Partial<IsiPesan>): string | null {
  const tipe = TIPE_BERISI.find((one) => pesan[one] !== undefined)
  return tipe ? `[${lineOf(tipe, pesan as IsiPesan)}]` : null
}

const lineOf = <Tipe extends TipeBerisi>(tipe: Tipe, pesan: IsiPesan): string => TERCETAK[tipe](pesan[tipe])
