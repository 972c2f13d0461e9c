import { DAFTAR_DIAGNOSA, type Diagnosa } from '@/lib/domain/dokumen/daftar-diagnosa'
import { DAFTAR_OBAT } from '@/lib/domain/dokumen/daftar-obat'
import { keyOf } from '@/lib/domain/dokumen/nama-obat'
import { isNamed } from '@/lib/domain/folding'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canCompleteWords } from '@/lib/policy/dokumen'

/** How many are offered. */
const OFFERED = 20

interface ObatDitawarkan {
  readonly nama: string
  readonly nama_lain: string[]
}

/** What a typed beginning may be, in any spelling: those whose own name begins so first. @throws Refusal `forbidden` */
export function completeObat(actor: Actor, q: string): ObatDitawarkan[] {
  allow(canCompleteWords(actor))
  const typed = keyOf(q)
  const found = DAFTAR_OBAT.filter(({ nama, namaLain }) => [nama, ...namaLain].some((one) => hasWord(one, typed)))
  const first = (nama: string) => (keyOf(nama).startsWith(typed) ? 0 : 1)
  return found
    .sort((a, b) => first(a.nama) - first(b.nama) || a.nama.localeCompare(b.nama))
    .slice(0, OFFERED)
    .map(({ nama, namaLain }) => ({ nama, nama_lain: [...namaLain] }))
}

/** Does one of the words of this name begin so? */
const hasWord = (nama: string, typed: string): boolean =>
  typed !== '' && [nama, ...nama.split(/[^\p{L}\d]+/u)].some((word) => keyOf(word).startsWith(typed))

/** What typed words may name, or the beginning of a code. @throws Refusal `forbidden` */
export function completeDiagnosa(actor: Actor, q: string): Diagnosa[] {
  allow(canCompleteWords(actor))
  const begins = ({ kode, nama }: Diagnosa) =>
    kode.toLowerCase().startsWith(q.toLowerCase()) || nama.toLowerCase().startsWith(q.toLowerCase())
  const found = DAFTAR_DIAGNOSA.filter((one) => begins(one) || isNamed(one.nama, q))
  return found.sort((a, b) => Number(begins(b)) - Number(begins(a)) || a.nama.localeCompare(b.nama)).slice(0, OFFERED)
}
