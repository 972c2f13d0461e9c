import type { ListPengguna, PenggunaAdminView } from '@/lib/contract/admin'
import { listPenggunaRows } from '@/lib/data/pengguna'
import { nameWords } from '@/lib/domain/folding'
import { uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
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
