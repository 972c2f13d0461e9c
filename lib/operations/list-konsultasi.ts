import type { KonsultasiView, ListKonsultasi } from '@/lib/contract/konsultasi'
import { listKonsultasiPlaces } from '@/lib/data/konsultasi-list'
import { readKonsultasiRows } from '@/lib/data/konsultasi-row'
import type { Actor } from '@/lib/domain/pengguna'
import { visibleTo } from '@/lib/policy/konsultasi'
import { presentKonsultasi } from '@/lib/presenters/konsultasi'
import { pageOf, type TimedPage } from '@/lib/presenters/page'

/** One's own konsultasi (an admin's are all), newest activity first; those that all the filters fit. */
export async function listKonsultasi(actor: Actor, { per_page, cursor, ...filters }: ListKonsultasi): Promise<TimedPage<KonsultasiView>> {
  const found = await listKonsultasiPlaces({ ...filters, ...visibleTo(actor), after: cursor ?? null, limit: per_page + 1 })
  const { shown, pagination } = pageOf(found, per_page, ({ aktivitas_pada, id }) => ({ pada: aktivitas_pada, id }))
  const ids = shown.map(({ id }) => id)
  const rows = new Map((await readKonsultasiRows(ids, actor.id)).map((row) => [row.id, presentKonsultasi(row)]))
  return { data: ids.flatMap((id) => rows.get(id) ?? []), pagination }
}
