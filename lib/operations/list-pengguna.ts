import type { ListPengguna, PenggunaAdminView } from '@/lib/contract/admin'
import { listPenggunaRows, type PenggunaListRow } from '@/lib/data/pengguna-list'
import { nameWords } from '@/lib/domain/folding'
import { uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canReadPengguna } from '@/lib/policy/pengguna'
import { pageOf, type TimedPage } from './page-of'
import { presentPengguna } from './present-pengguna'

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
  const { shown, pagination } = pageOf(found, per_page, ({ dibuatPada, id }) => ({ pada: dibuatPada, id }))
  return { data: shown.map(presentPenggunaRow), pagination }
}

/** Somebody as an admin sees them. */
export const presentPenggunaRow = ({ dibuatPada, ditutup, statusVerifikasi, ...row }: PenggunaListRow): PenggunaAdminView => ({
  ...presentPengguna({ ...row, dokter: statusVerifikasi && { statusVerifikasi } }),
  dibuat_pada: dibuatPada.toISOString(),
  ditutup,
})
