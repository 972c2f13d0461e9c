import { readDaftar } from '@/lib/data/daftar'
import { listPrescribed } from '@/lib/data/dokumen'
import { DAFTAR_DIAGNOSA, type Diagnosa } from '@/lib/domain/dokumen/daftar-diagnosa'
import { DAFTAR_OBAT, type Obat } from '@/lib/domain/dokumen/daftar-obat'
import { keyOf } from '@/lib/domain/dokumen/nama-obat'
import { fold, nameWords } from '@/lib/domain/folding'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canCompleteWords } from '@/lib/policy/dokumen'

/** How many are offered. */
const OFFERED = 20

interface ObatDitawarkan {
  readonly nama: string
  readonly nama_lain: string[]
}

/**
 * What a typed beginning may be, in any spelling: what this dokter prescribes first, the most usual before the rest, then those of the list, and of them
 * those whose own name begins so first.
 * @throws Refusal `forbidden`
 */
export async function completeObat(actor: Actor, q: string): Promise<ObatDitawarkan[]> {
  allow(canCompleteWords(actor))
  const typed = keyOf(q)
  if (typed === '') return []
  const found = keyedObat((await readDaftar('obat'))?.entri ?? DAFTAR_OBAT).filter(({ keys }) => keys.some((key) => key.startsWith(typed)))
  const first = ({ key }: KeyedObat) => (key.startsWith(typed) ? 0 : 1)
  const listed = found
    .sort((a, b) => first(a) - first(b) || a.obat.nama.localeCompare(b.obat.nama))
    .map(({ key, obat: { nama, namaLain } }) => ({ key, nama, nama_lain: [...namaLain] }))
  const usual = keyed((await listPrescribed(actor.id)).map((nama) => ({ nama, namaLain: [] })))
    .filter(({ keys }) => keys.some((key) => key.startsWith(typed)))
    .map(({ key, obat: { nama } }) => listed.find((one) => one.key === key) ?? { key, nama, nama_lain: [] })
  return [...new Map([...usual, ...listed].map((one) => [one.key, one])).values()]
    .slice(0, OFFERED)
    .map(({ nama, nama_lain }) => ({ nama, nama_lain }))
}

type Named = Pick<Obat, 'nama' | 'namaLain'>

/** An obat with the key of its name, and those of all its names and their words. */
interface KeyedObat {
  readonly obat: Named
  readonly key: string
  readonly keys: readonly string[]
}

function keyed(daftar: readonly Named[]): KeyedObat[] {
  return daftar.map((obat) => ({
    obat,
    key: keyOf(obat.nama),
    keys: [obat.nama, ...obat.namaLain].flatMap((nama) => [nama, ...nama.split(/[^\p{L}\d]+/u)]).map(keyOf),
  }))
}

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
