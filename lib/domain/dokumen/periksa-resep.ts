import { nearestTo } from '@/lib/domain/serupa'
import { DAFTAR_OBAT, type KelasObat, NAMA_KELAS, type Obat } from './daftar-obat'
import { DAFTAR_TERLARANG } from './daftar-terlarang'
import type { SebabKeberatan } from './dokumen'
import { bareKeyOf, keyOf, keysOfWords, namesIn } from './nama-obat'

/** What is looked up by the key of its name. */
const indexOf = <Entry>(pairs: Iterable<readonly [string, Entry]>): ReadonlyMap<string, Entry> =>
  new Map([...pairs].map(([nama, entry]) => [keyOf(nama), entry]))

const TERLARANG = indexOf(DAFTAR_TERLARANG.map((one) => [one.nama, one] as const))
const KELAS = indexOf((Object.keys(NAMA_KELAS) as KelasObat[]).flatMap((kelas) => NAMA_KELAS[kelas].map((nama) => [nama, kelas] as const)))

/** The names of a list, and those of each single substance, which a row with several does not have on its own. */
const indexObat = (daftar: readonly Obat[]): ReadonlyMap<string, Obat> =>
  indexOf(
    [...daftar]
      .sort((a, b) => b.zat.length - a.zat.length)
      .flatMap((obat) => [obat.nama, ...obat.namaLain].map((nama) => [nama, obat] as const)),
  )

const OBAT = indexObat(DAFTAR_OBAT)

/** What is known of medicines where a clinic has a list of its own: that, and the built-in one, which is never loaded away. */
export function knownObat(daftar: readonly Obat[] | null): ReadonlyMap<string, Obat> {
  if (daftar === null) return OBAT
  const known = indexed.get(daftar) ?? new Map([...indexObat(daftar.map(completed)), ...OBAT])
  indexed.set(daftar, known)
  return known
}

const indexed = new WeakMap<readonly Obat[], ReadonlyMap<string, Obat>>()

/** Its substances by the names and with the groups that the built-in list has for them. */
function completed(obat: Obat): Obat {
  const known = obat.zat.map((zat) => ({ zat, found: namesIn(zat, OBAT) }))
  const zat = known.flatMap(({ zat, found }) => (found.length > 0 ? found.flatMap((one) => one.zat) : [zat]))
  return { ...obat, zat, kelas: obat.kelas ?? known.flatMap(({ found }) => found).find(({ kelas }) => kelas)?.kelas ?? null }
}

/** Is it a narcotic or a psychotropic? Nothing overrides that. */
export const isTerlarang = (nama: string): boolean => namesIn(nama, TERLARANG).length > 0

/** The substances that a name stands for; of a name that no list knows, itself. */
function zatOf(nama: string, obat: ReadonlyMap<string, Obat>): Set<string> {
  const known = namesIn(nama, obat)
  const keys = known.length > 0 ? known.flatMap(({ zat }) => zat.map(keyOf)) : [bareKeyOf(nama)]
  return new Set(keys.filter(Boolean))
}

const kelasOf = (nama: string, obat: ReadonlyMap<string, Obat>): KelasObat[] =>
  [...namesIn(nama, obat), ...namesIn(nama, KELAS).map((kelas) => ({ kelas }))].flatMap(({ kelas }) => kelas ?? [])

/**
 * Does this medicine have in it what somebody is allergic to? The same substance, or a member of a group that the allergy names. An allergy is
 * in a pasien's own spelling: what no list knows is read as what it resembles too. A reason overrides it, so that reading too much costs a
 * sentence; reading too little may cost a life.
 */
export const isAllergen = (nama: string, zat: string, obat = OBAT): boolean => hasAny(nama, bacaAlergi(zat), obat)

const hasAny = (nama: string, alergi: readonly string[], obat: ReadonlyMap<string, Obat>): boolean =>
  alergi.some((zat) => isMet(nama, zat, obat))

function isMet(nama: string, zat: string, obat: ReadonlyMap<string, Obat>): boolean {
  const inside = zatOf(nama, obat)
  if ([...zatOf(zat, obat)].some((one) => inside.has(one))) return true
  const groups = namesIn(zat, KELAS)
  return kelasOf(nama, obat).some((kelas) => groups.includes(kelas)) || (namesIn(zat, obat).length === 0 && isWithin(zat, nama))
}

/** Letters of a word from which on a slip of the hand can be told from another word; its first letter is seldom the wrong one. */
const SALAH_EJA_MIN = 6

/** An allergy as it was typed, and the medicines and groups of the built-in list that its unknown words may be misspelt from. */
function bacaAlergi(zat: string): readonly string[] {
  const meant = keysOfWords(zat)
    .filter((key) => key.length >= SALAH_EJA_MIN && !DIKENAL.has(key))
    .flatMap((key) =>
      nearestTo(
        key,
        [...DIKENAL.keys()].filter((other) => other[0] === key[0]),
      ),
    )
  return [zat, ...new Set(meant.flatMap((key) => DIKENAL.get(key) ?? []))]
}

/** By its key what each name of one word, and each group, is called. */
const DIKENAL: ReadonlyMap<string, string> = new Map([
  ...[...OBAT].map(([key, { nama }]) => [key, nama] as const),
  ...[...KELAS].map(([key, kelas]) => [key, kelas as string] as const),
])

/** Is a substance that no list knows named in this one's name? */
const isWithin = (zat: string, nama: string): boolean =>
  bareKeyOf(zat) !== '' && namesIn(nama, new Map([[bareKeyOf(zat), true]])).length > 0

/** Does what is to be overridden name this allergy? */
const isSameZat = (a: string, b: string): boolean => bareKeyOf(a) === bareKeyOf(b) || keyOf(a) === keyOf(b)

interface Diresepkan {
  readonly nama: string
  readonly kekuatan?: string | null | undefined
  readonly catatan?: string | null | undefined
}

/** Some of a substance: what a note has in a mixture, and not what it warns of. */
const TAKARAN = /\d\s*(?:mg|mcg|ug|µg|g|gr|gram|ml|tab|tablet|kaps|kapsul|%)(?![a-z])/i

/** What says what is in it: its name, and where the parts of a mixture are written beside that, they too. */
const isinya = ({ nama, kekuatan, catatan }: Diresepkan): string[] => [
  nama,
  ...[kekuatan ?? ''].filter(Boolean),
  ...(catatan ?? '').split(/[;\n+&]|,(?!\d)|\bdan\b/).filter((part) => TAKARAN.test(part)),
]

/** Why a resep cannot be issued: which obat, and what about it. */
export interface Keberatan {
  /** Place of the obat in the resep, from 0. */
  readonly ke: number
  readonly sebab: SebabKeberatan
  /** The allergy that it meets, or the obat that has the same substance. */
  readonly dengan?: string
  /** The dokter has given a reason: it is said, and stands against nothing. */
  readonly diabaikan: boolean
}

/**
 * What is to be said of a resep; nothing stands against it when all of that is `diabaikan`. Interactions are not looked at.
 * @param alergi substances that the pasien does not bear
 * @param abaikan those of them that the dokter has given a reason for
 */
export function periksaResep(
  daftar: readonly Diresepkan[],
  alergi: readonly string[],
  abaikan: readonly string[],
  obat = OBAT,
): Keberatan[] {
  const isIgnored = (zat: string) => abaikan.some((one) => isSameZat(one, zat))
  const terbaca = alergi.map((zat) => ({ zat, dibaca: bacaAlergi(zat) }))
  return daftar.flatMap((diresepkan, ke): Keberatan[] => {
    const isi = isinya(diresepkan)
    if (isi.some(isTerlarang)) return [{ ke, sebab: 'terlarang', diabaikan: false }]
    const met = terbaca.filter(({ dibaca }) => isi.some((nama) => hasAny(nama, dibaca, obat))).map(({ zat }) => zat)
    const twin = daftar.slice(0, ke).find((other) => isTwin(other, diresepkan, obat))
    return [
      ...met.map((zat) => ({ ke, sebab: 'alergi', dengan: zat, diabaikan: isIgnored(zat) }) as const),
      ...(twin ? [{ ke, sebab: 'ganda', dengan: twin.nama, diabaikan: false } as const] : []),
    ]
  })
}

function isTwin(a: Diresepkan, b: Diresepkan, obat: ReadonlyMap<string, Obat>): boolean {
  if (a.catatan || b.catatan) return false
  const first = zatOf(a.nama, obat)
  return [...zatOf(b.nama, obat)].some((zat) => first.has(zat))
}
