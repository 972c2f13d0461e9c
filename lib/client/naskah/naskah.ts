import { newClientId } from '@/lib/client/device/client-id'
import type { DokumenView } from '@/lib/contract/dokumen'
import type { JsonOf } from '@/lib/contract/endpoints/calls'
import type { JenisDokumen } from '@/lib/domain/dokumen/dokumen'

/** A diagnosis as it is typed; `kode` is empty for free text. */
export interface DiagnosaTerketik {
  readonly kode: string
  readonly nama: string
  readonly utama: boolean
}

/** A step of use; `hari` counts only where there are several. */
export interface LangkahTerketik {
  readonly signa: string
  readonly hari: string
}

export interface ObatTerketik {
  readonly nama: string
  readonly kekuatan: string
  readonly bentuk: string
  readonly jumlah: string
  readonly satuan: string
  readonly langkah: readonly LangkahTerketik[]
  readonly catatan: string
  readonly iter: string
}

/** What a dokter has typed for each kind: numbers are text still. */
export interface Terketik {
  readonly ringkasan: {
    readonly subjektif: string
    readonly objektif: string
    readonly asesmen: string
    readonly diagnosa: readonly DiagnosaTerketik[]
    readonly rencana: string
    readonly anjuran: string
    readonly layak_jarak_jauh: boolean
    readonly alasan_tidak_layak: string
  }
  readonly resep: { readonly obat: readonly ObatTerketik[]; readonly abaikan: readonly { readonly zat: string; readonly alasan: string }[] }
  readonly rujukan: {
    readonly tujuan: string
    readonly spesialisasi: string
    readonly urgensi: string
    readonly alasan: string
    readonly ringkasan_klinis: string
    readonly diagnosa: readonly DiagnosaTerketik[]
  }
  readonly surat_sakit: { readonly mulai: string; readonly hari: string; readonly keterangan: string }
  readonly kontrol: { readonly tanggal: string; readonly tujuan: string; readonly catatan: string }
  readonly lab: { readonly pemeriksaan: string; readonly catatan: string }
}

/** One dokumen that is being written, with the `client_id` that it is issued under however often that is tried. */
export type Naskah = {
  [Jenis in JenisDokumen]: { readonly jenis: Jenis; readonly client_id: string; readonly isi: Terketik[Jenis] }
}[JenisDokumen]

export const DIAGNOSA_BARU: DiagnosaTerketik = { kode: '', nama: '', utama: false }
export const LANGKAH_BARU: LangkahTerketik = { signa: '', hari: '' }
export const OBAT_BARU: ObatTerketik = {
  nama: '',
  kekuatan: '',
  bentuk: '',
  jumlah: '',
  satuan: '',
  langkah: [LANGKAH_BARU],
  catatan: '',
  iter: '',
}

const KOSONG: Terketik = {
  ringkasan: {
    subjektif: '',
    objektif: '',
    asesmen: '',
    diagnosa: [{ ...DIAGNOSA_BARU, utama: true }],
    rencana: '',
    anjuran: '',
    layak_jarak_jauh: true,
    alasan_tidak_layak: '',
  },
  resep: { obat: [OBAT_BARU], abaikan: [] },
  rujukan: { tujuan: '', spesialisasi: '', urgensi: 'terencana', alasan: '', ringkasan_klinis: '', diagnosa: [] },
  surat_sakit: { mulai: '', hari: '1', keterangan: '' },
  kontrol: { tanggal: '', tujuan: '', catatan: '' },
  lab: { pemeriksaan: '', catatan: '' },
}

/** A new one of this kind, with what is known already. */
export const newNaskah = <Jenis extends JenisDokumen>(jenis: Jenis, more: Partial<Terketik[Jenis]> = {}): Naskah =>
  ({ jenis, client_id: newClientId(), isi: { ...KOSONG[jenis], ...more } }) as Naskah

type Isi = JsonOf<'POST /konsultasi/{id}/dokumen'>['isi']

/** What is sent of it. Rows keep their places, so that a refusal finds its field. */
export function isiOf({ jenis, isi }: Pick<Naskah, 'jenis' | 'isi'>): Isi {
  const typed = { jenis, isi } as Naskah
  if (typed.jenis === 'resep')
    return { obat: typed.isi.obat.map(obatOf), abaikan: typed.isi.abaikan.filter(({ alasan }) => alasan.trim() !== '') }
  if (typed.jenis === 'surat_sakit') return { ...typed.isi, hari: numberOf(typed.isi.hari) }
  if (typed.jenis === 'lab') return { ...typed.isi, pemeriksaan: linesOf(typed.isi.pemeriksaan) }
  return { ...typed.isi }
}

function obatOf({ langkah, jumlah, iter, ...words }: ObatTerketik): Isi {
  const signa = langkah.length > 1 ? langkah.map(({ signa, hari }) => ({ signa, hari: numberOf(hari) })) : (langkah[0]?.signa ?? '')
  return { ...words, signa, jumlah: numberOf(jumlah), iter: iter.trim() === '' ? null : numberOf(iter) }
}

/** As people write it: a decimal comma too. What is no number is sent as it is, and refused on its field. */
function numberOf(typed: string): number | string {
  const written = typed.trim().replace(',', '.')
  return written !== '' && Number.isFinite(Number(written)) ? Number(written) : typed
}

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Has anything been typed that is worth keeping? */
export const isBlank = ({ jenis, isi }: Pick<Naskah, 'jenis' | 'isi'>): boolean => JSON.stringify(isi) === JSON.stringify(KOSONG[jenis])

/** A dokumen that was issued, as it would be typed: where a correction begins. */
export function terketikOf({ jenis, isi }: Pick<DokumenView, 'jenis' | 'isi'>): Naskah['isi'] {
  const known = isi as Record<string, unknown>
  if (jenis === 'resep') {
    const { obat, abaikan = [] } = known as { obat: DikirimObat[]; abaikan?: { zat: string; alasan: string }[] }
    return { obat: obat.map(typedObat), abaikan }
  }
  if (jenis === 'lab') return { ...KOSONG.lab, ...known, pemeriksaan: (known.pemeriksaan as string[]).join('\n') }
  if (jenis === 'surat_sakit') return { ...KOSONG.surat_sakit, ...known, hari: String(known.hari) }
  const typed = { ...KOSONG[jenis], ...known } as Naskah['isi']
  if (!('diagnosa' in typed)) return typed
  return { ...typed, diagnosa: typed.diagnosa.map((one) => ({ ...DIAGNOSA_BARU, ...one })) }
}

interface DikirimObat {
  readonly nama: string
  readonly signa: string | readonly { signa: string; hari: number }[]
  readonly jumlah: number
  readonly iter?: number
  readonly aturan?: string | null
}

function typedObat({ signa, jumlah, iter, aturan: _, ...words }: DikirimObat): ObatTerketik {
  const langkah = typeof signa === 'string' ? [{ signa, hari: '' }] : signa.map((step) => ({ signa: step.signa, hari: String(step.hari) }))
  return { ...OBAT_BARU, ...words, langkah, jumlah: String(jumlah).replace('.', ','), iter: iter === undefined ? '' : String(iter) }
}
