import type { DokterVerifikasiView, ListDokterVerifikasi } from '@/lib/contract/pengguna'
import { type Prisma, prisma } from '@/lib/data/prisma'
import { sipIs } from '@/lib/data/sip'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { isAdmin } from '@/lib/policy/konsultasi'
import { pageOf, type TimedPage } from './page-of'
import { PENGGUNA_COLUMNS, presentPengguna } from './present-pengguna'
import { presentSip } from './present-sip'

const COLUMNS = {
  spesialisasi: true,
  nomorStr: true,
  nomorSip: true,
  sipBerlakuSampai: true,
  statusVerifikasi: true,
  alasan: true,
  diverifikasiPada: true,
  pengguna: { select: { ...PENGGUNA_COLUMNS, dibuatPada: true } },
} as const

/** Dokter as the admin who verifies sees them, those who registered last first; without those who closed their account: nothing is to be decided. */
export async function listDokterVerifikasi(
  actor: Actor,
  { status, sip, per_page, cursor }: ListDokterVerifikasi,
): Promise<TimedPage<DokterVerifikasiView>> {
  if (!isAdmin(actor)) throw new Refusal('forbidden')
  const after = cursor && { OR: [{ dibuatPada: { lt: cursor.pada } }, { dibuatPada: cursor.pada, id: { lt: cursor.id } }] }
  const found = await prisma().dokter.findMany({
    where: { ...(status ? { statusVerifikasi: status } : {}), ...(sip ? sipIs(sip) : {}), pengguna: { ditutupPada: null, ...after } },
    orderBy: [{ pengguna: { dibuatPada: 'desc' } }, { penggunaId: 'desc' }],
    select: COLUMNS,
    take: per_page + 1,
  })
  const { shown, pagination } = pageOf(found, per_page, ({ pengguna }) => ({ pada: pengguna.dibuatPada, id: pengguna.id }))
  return { data: shown.map(present), pagination }
}

/** One dokter as the admin who verifies sees them. `id` is a UUID. @throws Refusal `not_found` */
export async function readDokterVerifikasi(id: string): Promise<DokterVerifikasiView> {
  const found = await prisma().dokter.findUnique({ where: { penggunaId: id }, select: COLUMNS })
  if (!found) throw new Refusal('not_found')
  return present(found)
}

type DokterRow = Prisma.DokterGetPayload<{ select: typeof COLUMNS }>

const present = (row: DokterRow): DokterVerifikasiView => ({
  ...presentPengguna(row.pengguna),
  spesialisasi: row.spesialisasi,
  nomor_str: row.nomorStr,
  nomor_sip: row.nomorSip,
  ...presentSip(row.sipBerlakuSampai),
  status: row.statusVerifikasi,
  alasan: row.alasan,
  diverifikasi_pada: row.diverifikasiPada?.toISOString() ?? null,
  dibuat_pada: row.pengguna.dibuatPada.toISOString(),
})
