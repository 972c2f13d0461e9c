import type { ListPengguna, PenggunaAdminView } from '@/lib/contract/admin'
import { findFaktorKedua } from '@/lib/data/faktor-kedua'
import { listPenggunaRows } from '@/lib/data/pengguna'
import { countSesiOf } from '@/lib/data/sesi'
import { nameWords } from '@/lib/domain/folding'
import { uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canReadPengguna } from '@/lib/policy/pengguna'
import { pageOf, type TimedPage } from '@/lib/presenters/page'
import { presentPenggunaOfList } from '@/lib/presenters/pengguna'

/**
 * People as an admin sees them, those who registered last first. `q` is part of a name or an address (each of its words must be in there),
 * or somebody's whole id. @throws Refusal `forbidden`
 */
export async function listPengguna(actor: Actor, { q = '', peran, per_page, cursor }: ListPengguna): Promise<TimedPage<PenggunaAdminView>> {
  allow(canReadPengguna(actor))
  const found = await listPenggunaRows({
    words: nameWords(q),
    id: uuidOf('pengguna', q),
    peran: peran ?? null,
    after: cursor ?? null,
    limit: per_page + 1,
  })
  const { shown, pagination } = pageOf(found, per_page, ({ dibuat_pada, id }) => ({ pada: dibuat_pada, id }))
  return { data: shown.map(presentPenggunaOfList), pagination }
}

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
