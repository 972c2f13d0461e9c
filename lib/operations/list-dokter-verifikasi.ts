import type { DokterVerifikasiView, ListDokterVerifikasi } from '@/lib/contract/pengguna'
import { type Prisma, prisma } from '@/lib/data/prisma'
import { sipIs } from '@/lib/data/sip'
import { toId } from '@/lib/domain/id'
import { looksOf } from '@/lib/domain/nama'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { allow } from '@/lib/policy/allow'
import { canVerifyDokter } from '@/lib/policy/pengguna'
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
  allow(canVerifyDokter(actor))
  const after = cursor && { OR: [{ dibuatPada: { lt: cursor.pada } }, { dibuatPada: cursor.pada, id: { lt: cursor.id } }] }
  const found = await prisma().dokter.findMany({
    where: { ...(status ? { statusVerifikasi: status } : {}), ...(sip ? sipIs(sip) : {}), pengguna: { ditutupPada: null, ...after } },
    orderBy: [{ pengguna: { dibuatPada: 'desc' } }, { penggunaId: 'desc' }],
    select: COLUMNS,
    take: per_page + 1,
  })
  const { shown, pagination } = pageOf(found, per_page, ({ pengguna }) => ({ pada: pengguna.dibuatPada, id: pengguna.id }))
  const all = await namesOfDokter()
  return { data: shown.map((row) => present(row, all)), pagination }
}

/** One dokter as the admin who verifies sees them. `id` is a UUID. @throws Refusal `not_found` */
export async function readDokterVerifikasi(id: string): Promise<DokterVerifikasiView> {
  const found = await prisma().dokter.findUnique({ where: { penggunaId: id }, select: COLUMNS })
  if (!found) throw new Refusal('not_found')
  return present(found, await namesOfDokter())
}

type DokterRow = Prisma.DokterGetPayload<{ select: typeof COLUMNS }>

interface Named {
  readonly id: string
  readonly nama: string
  readonly looks: string
}

/** Every dokter with an account that is not closed: as many as a clinic has. */
async function namesOfDokter(): Promise<Named[]> {
  const found = await prisma().dokter.findMany({
    where: { pengguna: { ditutupPada: null } },
    select: { pengguna: { select: { id: true, nama: true } } },
  })
  return found.map(({ pengguna: { id, nama } }) => ({ id, nama, looks: looksOf(nama) }))
}

function looksLike({ id, nama }: { id: string; nama: string }, all: readonly Named[]) {
  const looks = looksOf(nama)
  return all.filter((other) => other.looks === looks && other.id !== id).slice(0, MIRIP_MAX)
}

/** So many others are told. */
const MIRIP_MAX = 5

const present = (row: DokterRow, all: readonly Named[]): DokterVerifikasiView => ({
  ...presentPengguna(row.pengguna),
  nama_mirip: looksLike(row.pengguna, all).map(({ id, nama }) => ({ id: toId('pengguna', id), nama })),
  spesialisasi: row.spesialisasi,
  nomor_str: row.nomorStr,
  nomor_sip: row.nomorSip,
  ...presentSip(row.sipBerlakuSampai),
  status: row.statusVerifikasi,
  alasan: row.alasan,
  diverifikasi_pada: row.diverifikasiPada?.toISOString() ?? null,
  dibuat_pada: row.pengguna.dibuatPada.toISOString(),
})
