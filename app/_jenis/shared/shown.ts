import type { IsiPesan } from '@/lib/contract/isi-pesan'
import type { LampiranView } from '@/lib/contract/lampiran'
import type { PesanView } from '@/lib/contract/pesan'
import { TIPE_BERISI, type TipeBerisi, type TipeIsiDikirim, type TipePesan } from '@/lib/domain/jenis-pesan'

/** A lampiran as it is shown, from the server or still from this device. */
export interface Shown extends Omit<LampiranView, 'id'> {
  readonly key: string
  /** Where its bytes are. */
  readonly src: string
  /** Where the small picture is. */
  readonly thumb: string
  /** Where the server has them; missing while it has not. */
  readonly asal?: string
  /** How loud a recording is from its beginning to its end, where this device knows it. */
  readonly puncak?: readonly number[] | undefined
}

/** What the body of a pesan of a kind is told. */
export interface BodyProps<Tipe extends TipePesan> {
  readonly shown: Tipe extends TipeBerisi ? IsiPesan[Tipe] : Shown
  /** Whose it is, as it is said in "Foto dari …". */
  readonly dari: string
  /** An admin's reason, which the server writes down with the reading. */
  readonly alasan?: string
}

/** What the composer of a kind is told. */
export interface ComposeProps<Tipe extends TipeIsiDikirim> {
  readonly onSend: (isi: IsiPesan[Tipe]) => void
  readonly onClose: () => void
}

/** What is carried of a kind that has content of its own. */
export interface Isi {
  readonly tipe: TipeBerisi
  readonly shown: IsiPesan[TipeBerisi]
}

/** Of a pesan, or of one that waits to be sent; null where it has none. */
export function isiOf(carrier: Partial<IsiPesan>): Isi | null {
  const tipe = TIPE_BERISI.find((one) => carrier[one])
  const shown = tipe && carrier[tipe]
  return shown ? { tipe, shown } : null
}

/** `alasan` is an admin's reason, which the server writes down with each reading. `local` is where this page has the bytes already. */
export function shownOf(view: LampiranView, alasan?: string, local?: string | null): Shown {
  const src = (query: Record<string, string>) => {
    const parts = new URLSearchParams(alasan ? { ...query, alasan } : query)
    return `/api/v1/lampiran/${view.id}${parts.size > 0 ? `?${parts}` : ''}`
  }
  return { ...view, key: view.id, asal: src({}), src: local ?? src({}), thumb: local ?? src({ varian: 'thumb' }) }
}

/** Where the server draws a page of a PDF, from 1, or its small picture; `asal` is where the PDF is. */
export function pageSrc(asal: string, halaman: number, varian?: 'thumb'): string {
  const [path = '', query] = asal.split('?')
  const parts = new URLSearchParams(query)
  parts.set('halaman', String(halaman))
  if (varian) parts.set('varian', varian)
  return `${path}?${parts}`
}

/** A picture or a PDF that can be looked at closely, with what was said about it. */
export interface Viewed {
  readonly shown: Shown
  readonly dari: string
  readonly keterangan: string
  /** Those with the same number have nothing between them that is not known. */
  readonly ruas: number
}

/** A dokumen as it is printed. */
export function viewedDokumen({ id, nama }: { readonly id: string; readonly nama: string }, alasan?: string): Viewed {
  const src = `/api/v1/dokumen/${id}/pdf${alasan ? `?${new URLSearchParams({ alasan })}` : ''}`
  const shown: Shown = { key: id, tipe: 'file', nama, ukuran: 0, mime: 'application/pdf', src, asal: src, thumb: src }
  return { shown, dari: '', keterangan: '', ruas: 0 }
}

/** The pictures and PDFs of these pesan, which stand in their order, maybe with holes between. `me` is whom the words call "you". */
export function viewedOf(pesan: readonly PesanView[], alasan?: string, me?: { readonly id: string; readonly nama: string }): Viewed[] {
  let ruas = 0
  return pesan.flatMap(({ urutan, lampiran, pengirim, pesan: keterangan }, i) => {
    if (urutan - (pesan[i - 1]?.urutan ?? urutan) > 1) ruas++
    if (!lampiran || lampiran.tipe === 'audio') return []
    return [{ shown: shownOf(lampiran, alasan), dari: pengirim.id === me?.id ? me.nama : pengirim.nama, keterangan, ruas }]
  })
}
