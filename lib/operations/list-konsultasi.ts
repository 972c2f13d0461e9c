import type { KonsultasiView, ListKonsultasi } from '@/lib/contract/konsultasi'
import { readKonsultasiRows } from '@/lib/data/konsultasi-row'
import { named } from '@/lib/data/nama'
import { type Prisma, prisma } from '@/lib/data/prisma'
import type { Actor } from '@/lib/domain/pengguna'
import { visibleTo } from '@/lib/policy/konsultasi'
import { pageOf, type TimedPage } from './page-of'
import { presentKonsultasi } from './present-konsultasi'

/** One's own konsultasi (an admin's are all), newest activity first; those that all the filters fit. */
export async function listKonsultasi(actor: Actor, { per_page, cursor, ...filters }: ListKonsultasi): Promise<TimedPage<KonsultasiView>> {
  const after = cursor && { OR: [{ aktivitasPada: { lt: cursor.pada } }, { aktivitasPada: cursor.pada, id: { lt: cursor.id } }] }
  const found = await prisma().konsultasi.findMany({
    where: { AND: [visibleTo(actor), await fitting(filters), after ?? {}] },
    orderBy: [{ aktivitasPada: 'desc' }, { id: 'desc' }],
    select: { id: true, aktivitasPada: true },
    take: per_page + 1,
  })
  const { shown, pagination } = pageOf(found, per_page, ({ aktivitasPada, id }) => ({ pada: aktivitasPada, id }))
  const ids = shown.map(({ id }) => id)
  const rows = new Map((await readKonsultasiRows(ids, actor.id)).map((row) => [row.id, presentKonsultasi(row)]))
  return { data: ids.flatMap((id) => rows.get(id) ?? []), pagination }
}

async function fitting({
  status,
  pasien,
  dokter,
  dari,
  sampai,
}: Omit<ListKonsultasi, 'per_page' | 'cursor'>): Promise<Prisma.KonsultasiWhereInput> {
  return {
    ...(status && { status }),
    ...(pasien && { pasien: await named(pasien) }),
    ...(dokter && { dokter: { pengguna: await named(dokter) } }),
    ...((dari || sampai) && { dibuatPada: { ...(dari && { gte: dari }), ...(sampai && { lt: sampai }) } }),
  }
}
