import { DAFTAR_OBAT } from '@/lib/domain/dokumen/daftar-obat'
import { keyOf } from '@/lib/domain/dokumen/nama-obat'
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
