import { type Baris, bacaCsv, SalahCsv } from './baca-csv'
import type { Diagnosa } from './daftar-diagnosa'
import { KELAS_OBAT, type KelasObat, type Obat } from './daftar-obat'
import { keyOf } from './nama-obat'
import { isTerlarang } from './periksa-resep'
import { mergeSediaan, type Sediaan } from './sediaan'

/** Lists that a clinic can load in the place of the built-in ones. */
const DAFTAR = ['obat', 'diagnosa'] as const
export type JenisDaftar = (typeof DAFTAR)[number]

/** What each list has. */
export interface EntriDaftar {
  readonly obat: Obat
  readonly diagnosa: Diagnosa
}

/** Entries of a list at most: all of ICD-10 with its modifications are about 70,000. */
const ENTRI_MAX = 100_000
/** Characters of a cell at most. */
const SEL_MAX = 500

/** A list as it was read. */
export interface DaftarTerbaca<Entri> {
  readonly entri: readonly Entri[]
  /** Columns of the header that say nothing to us. */
  readonly takDikenal: readonly string[]
  /** Names that are left out because nobody may prescribe them here. */
  readonly terlarang: readonly string[]
}

/**
 * Reads a list of medicines: `nama`, and if it has them `nama_lain` and `zat` (with `;` or `+` between several), `kelas`, `bentuk` and `kekuatan`. A
 * name that comes again, as one of several strengths, adds these and its other names. Narcotics and psychotropics are left out, whoever listed them.
 * @throws SalahCsv
 */
export function bacaDaftarObat(text: string): DaftarTerbaca<Obat> {
  const { baris, takDikenal } = bacaDaftar(text, ['nama'], ['nama_lain', 'zat', 'kelas', 'bentuk', 'kekuatan'])
  const terlarang: string[] = []
  const entri = new Map<string, Obat>()
  for (const satu of baris) {
    const obat = obatDi(satu)
    if ([obat.nama, ...obat.zat, ...obat.namaLain].some(isTerlarang)) terlarang.push(obat.nama)
    else entri.set(keyOf(obat.nama), gabung(entri.get(keyOf(obat.nama)), obat))
  }
  return { entri: [...entri.values()], takDikenal, terlarang }
}

function obatDi(baris: Baris): Obat {
  const nama = isiDi(baris, 'nama')
  if (keyOf(nama) === '') throw new SalahCsv('has no letters', baris.nomor, 'nama')
  const zat = beberapaDi(baris, 'zat')
  return {
    nama,
    zat: zat.length > 0 ? zat : nama.split(/\s*\+\s*/).filter(Boolean),
    kelas: kelasDi(baris),
    namaLain: beberapaDi(baris, 'nama_lain'),
    sediaan: sediaanDi(baris),
  }
}

/** One in each line, as lists of several strengths are written. */
function sediaanDi(baris: Baris): Sediaan[] {
  const [bentuk, kekuatan] = [selDi(baris, 'bentuk') || null, selDi(baris, 'kekuatan') || null]
  return bentuk === null && kekuatan === null ? [] : [{ bentuk, kekuatan }]
}

function kelasDi(baris: Baris): KelasObat | null {
  const kelas = selDi(baris, 'kelas').toLowerCase()
  if (kelas === '') return null
  const known = KELAS_OBAT.find((one) => one === kelas)
  if (!known) throw new SalahCsv(`is one of ${KELAS_OBAT.join(', ')}, or empty`, baris.nomor, 'kelas')
  return known
}

const gabung = (sebelum: Obat | undefined, obat: Obat): Obat =>
  sebelum
    ? {
        ...sebelum,
        kelas: sebelum.kelas ?? obat.kelas,
        namaLain: [...new Set([...sebelum.namaLain, ...obat.namaLain])],
        sediaan: mergeSediaan(sebelum.sediaan, obat.sediaan),
      }
    : obat

/** Reads a list of diagnoses: `kode` and `nama`. @throws SalahCsv */
export function bacaDaftarDiagnosa(text: string): DaftarTerbaca<Diagnosa> {
  const { baris, takDikenal } = bacaDaftar(text, ['kode', 'nama'], [])
  const seen = new Map<string, number>()
  const entri = baris.map((satu) => {
    const diagnosa = { kode: isiDi(satu, 'kode').toUpperCase(), nama: isiDi(satu, 'nama') }
    if (!/^[A-Z]\d[\dA-Z][\dA-Z.]*$/.test(diagnosa.kode))
      throw new SalahCsv('is not a code as ICD-10 has them (A09, J45.9)', satu.nomor, 'kode')
    const before = seen.get(diagnosa.kode)
    if (before !== undefined) throw new SalahCsv(`stands in line ${before} too`, satu.nomor, 'kode')
    seen.set(diagnosa.kode, satu.nomor)
    return diagnosa
  })
  return { entri, takDikenal, terlarang: [] }
}

function bacaDaftar(text: string, needed: readonly string[], known: readonly string[]) {
  const { kepala, baris } = bacaCsv(text)
  const missing = needed.find((name) => !kepala.includes(name))
  if (missing) throw new SalahCsv(`the header has no such column; it has ${kepala.join(', ')}`, 1, missing)
  if (baris.length === 0) throw new SalahCsv('there is nothing below the header', 2)
  const beyond = baris[ENTRI_MAX]
  if (beyond) throw new SalahCsv(`there are more than ${ENTRI_MAX} entries`, beyond.nomor)
  return { baris, takDikenal: kepala.filter((name) => ![...needed, ...known].includes(name)) }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd]/

function selDi({ kolom, nomor }: Baris, nama: string): string {
  const sel = kolom.get(nama) ?? ''
  if (sel.length > SEL_MAX) throw new SalahCsv(`is longer than ${SEL_MAX} characters`, nomor, nama)
  if (UNPRINTABLE.test(sel)) throw new SalahCsv('has a line break or a sign that cannot be printed', nomor, nama)
  return sel
}

function isiDi(baris: Baris, nama: string): string {
  const sel = selDi(baris, nama)
  if (sel === '') throw new SalahCsv('is empty', baris.nomor, nama)
  return sel
}

const beberapaDi = (baris: Baris, nama: string): string[] =>
  selDi(baris, nama)
    .split(/[;+|]/)
    .map((one) => one.trim())
    .filter(Boolean)
