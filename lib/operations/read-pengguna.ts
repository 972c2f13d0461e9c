import type { PenggunaAdminView } from '@/lib/contract/admin'
import { findFaktorKedua } from '@/lib/data/faktor-kedua'
import { listPenggunaRows } from '@/lib/data/pengguna'
import { countSesiOf } from '@/lib/data/sesi'
import { uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canReadPengguna } from '@/lib/policy/pengguna'
import { presentPenggunaOfList } from '@/lib/presenters/pengguna'

/** An account as an admin sees it: whose it is, how many sessions of theirs live, and whether it has a second factor. */
export interface PenggunaAkun {
  readonly pengguna: PenggunaAdminView
  readonly jumlah_sesi: number
  readonly faktor_kedua: boolean
}

/** @throws Refusal `forbidden`, `not_found` */
export async function readPengguna(actor: Actor, id: string): Promise<PenggunaAkun> {
  allow(canReadPengguna(actor))
  const penggunaId = uuidOf('pengguna', id)
  if (!penggunaId) throw new Refusal('not_found')
  const [[row], jumlah_sesi, faktor] = await Promise.all([
    listPenggunaRows({ words: [], id: penggunaId, peran: null, after: null, limit: 1 }),
    countSesiOf(penggunaId),
    findFaktorKedua(penggunaId),
  ])
  if (!row) throw new Refusal('not_found')
  return { pengguna: presentPenggunaOfList(row), jumlah_sesi, faktor_kedua: faktor?.aktif ?? false }
}
