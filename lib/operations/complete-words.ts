import type { ObatView } from '@/lib/contract/dokumen'
import { readDaftar } from '@/lib/data/daftar'
import { listPrescribed } from '@/lib/data/dokumen'
import { DAFTAR_DIAGNOSA, type Diagnosa } from '@/lib/domain/dokumen/daftar-diagnosa'
import { DAFTAR_OBAT, type Obat } from '@/lib/domain/dokumen/daftar-obat'
import { keyOf } from '@/lib/domain/dokumen/nama-obat'
import { isSediaan, mergeSediaan, type Sediaan, sediaanWords } from '@/lib/domain/dokumen/sediaan'
import { fold, nameWords } from '@/lib/domain/folding'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canCompleteWords } from '@/lib/policy/dokumen'

/** How many are offered. */
const OFFERED = 20

/**
 * What a typed beginning may be, in any spelling, with the forms and strengths that words behind it mean (`amox syr`): what this dokter prescribes
 * first, the most usual before the rest, then those of the list, and of them those whose own name begins so first.
 * @throws Refusal `forbidden`
 */
export async function completeObat(actor: Actor, q: string): Promise<ObatView[]> {
  allow(canCompleteWords(actor))
  const listed = keyedObat((await readDaftar('obat'))?.entri ?? DAFTAR_OBAT)
  const usual = keyed((await listPrescribed(actor.id)).map(({ nama, sediaan }) => ({ nama, namaLain: [], sediaan })))
  for (const typed of readingsOf(q)) {
    const found = offered(typed, listed, usual)
    if (found.length > 0) return found
  }
  return []
}

/** What is typed, as a name and words for forms and strengths behind it. */
interface Typed {
  readonly nama: string
  readonly sediaan: readonly string[]
}

/** Words behind a name at most: `tablet lepas lambat 500 mg`. */
const BEHIND_MAX = 6

/** How it may be read: all of it as a name first (`vitamin b 12`). */
function readingsOf(q: string): Typed[] {
  const words = q.split(/\s+/)
  return words
    .slice(0, BEHIND_MAX + 1)
    .map((_, behind) => words.length - behind)
    .filter((named) => named > 0)
    .map((named) => ({ nama: keyOf(words.slice(0, named).join(' ')), sediaan: sediaanWords(words.slice(named).join(' ')) }))
    .filter(({ nama }) => nama !== '')
}

function offered({ nama: typed, sediaan: words }: Typed, listed: readonly KeyedObat[], usual: readonly KeyedObat[]): ObatView[] {
  const begins = ({ keys }: KeyedObat) => keys.some((key) => key.startsWith(typed))
  const first = ({ key }: KeyedObat) => (key.startsWith(typed) ? 0 : 1)
  const ofList = listed.filter(begins).sort((a, b) => first(a) - first(b) || a.obat.nama.localeCompare(b.obat.nama))
  const ofThisDokter = usual.filter(begins).map((used) => {
    const same = ofList.find(({ key }) => key === used.key)
    return same ? { ...same, obat: { ...same.obat, sediaan: mergeSediaan(used.obat.sediaan, same.obat.sediaan) } } : used
  })
  const used = new Set(ofThisDokter.map(({ key }) => key))
  const all = [...ofThisDokter, ...ofList.filter(({ key }) => !used.has(key))]
  return (words.length === 0 ? all.slice(0, OFFERED) : all)
    .map(({ obat: { nama, namaLain, sediaan } }) => ({
      nama,
      nama_lain: [...namaLain],
      sediaan: mergeSediaan(sediaan).filter((one) => isNamed(one) && isSediaan(one, words)),
    }))
    .filter(({ sediaan }) => words.length === 0 || sediaan.length > 0)
    .slice(0, OFFERED)
}

/** Of what was prescribed as free text neither may be known. */
const isNamed = ({ bentuk, kekuatan }: Sediaan) => bentuk !== null || kekuatan !== null

type Named = Pick<Obat, 'nama' | 'namaLain' | 'sediaan'>

/** An obat with the key of its name, and those of all its names and their words. */
interface KeyedObat {
  readonly obat: Named
  readonly key: string
  readonly keys: readonly string[]
}

const keyed = (daftar: readonly Named[]): KeyedObat[] =>
  daftar.map((obat) => ({
    obat,
    key: keyOf(obat.nama),
    keys: [obat.nama, ...obat.namaLain].flatMap((nama) => [nama, ...nama.split(/[^\p{L}\d]+/u)]).map(keyOf),
  }))

const keyedObat = once(keyed)

/** What typed words may name, or the beginning of a code. @throws Refusal `forbidden` */
export async function completeDiagnosa(actor: Actor, q: string): Promise<Diagnosa[]> {
  allow(canCompleteWords(actor))
  const [typed, words] = [fold(q), nameWords(q)]
  const begins = ({ kode, nama }: FoldedDiagnosa) => kode.startsWith(typed) || nama.startsWith(typed)
  const isNamed = ({ nama }: FoldedDiagnosa) => words.length > 0 && words.every((word) => nama.includes(word))
  const found = foldedDiagnosa((await readDaftar('diagnosa'))?.entri ?? DAFTAR_DIAGNOSA).filter((one) => begins(one) || isNamed(one))
  return found
    .sort((a, b) => Number(begins(b)) - Number(begins(a)) || a.nama.localeCompare(b.nama))
    .slice(0, OFFERED)
    .map(({ diagnosa }) => diagnosa)
}

interface FoldedDiagnosa extends Diagnosa {
  readonly diagnosa: Diagnosa
}

const foldedDiagnosa = once((daftar: readonly Diagnosa[]): FoldedDiagnosa[] =>
  daftar.map((diagnosa) => ({ diagnosa, kode: fold(diagnosa.kode), nama: fold(diagnosa.nama) })),
)

/** Prepares a list when it is first looked through: it may have tens of thousands of entries. */
function once<Entri extends object, Made>(prepare: (daftar: readonly Entri[]) => Made): (daftar: readonly Entri[]) => Made {
  const made = new WeakMap<readonly Entri[], Made>()
  return (daftar) => {
    const known = made.get(daftar) ?? prepare(daftar)
    made.set(daftar, known)
    return known
  }
}
