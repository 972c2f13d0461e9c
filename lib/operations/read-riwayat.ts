import { writeAuditCursor } from '@/lib/contract/admin'
import type { ListPembaca, ListRiwayat, PembacaView, ProfilView, RiwayatView } from '@/lib/contract/profil'
import { recordAccess, recordRiwayat } from '@/lib/data/audit'
import { listPembacaRows } from '@/lib/data/audit-log'
import { listDokumenOfMany } from '@/lib/data/dokumen'
import { findProfilFor, listRiwayatRows, readProfilOf } from '@/lib/data/profil'
import { toId } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canHaveProfil, canReadAnyRiwayat, canReadProfilOf, canReadRiwayat } from '@/lib/policy/profil'
import { presentDokumen } from '@/lib/presenters/dokumen'
import { cutPage, pageOf, type TimedPage } from '@/lib/presenters/page'
import { presentProfil, presentRiwayat } from '@/lib/presenters/profil'

/** Whom a konsultasi treats: as it is while that is open, then as it was at its end. @throws Refusal `not_found`, `forbidden` */
export async function readProfilOfKonsultasi(actor: Actor, id: string, alasan?: string): Promise<ProfilView> {
  const { pasien_id, dokter_id, penerus_id, ...k } = await readProfilOf(id)
  const pair = { pasienId: pasien_id, dokterId: dokter_id }
  allow(canReadProfilOf(actor, { ...pair, penerusId: penerus_id }))
  await recordAccess(actor, 'profil', { id: k.id, ...pair }, alasan)
  return presentProfil(k.profil_id, k.profil)
}

/**
 * What was before, of the same profil, for the dokter who treats it now. Each reading is written down before the answer leaves.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function listRiwayat(actor: Actor, id: string, { per_page, cursor }: ListRiwayat): Promise<TimedPage<RiwayatView>> {
  allow(canReadAnyRiwayat(actor))
  const k = await readProfilOf(id)
  allow(canReadRiwayat(actor, { dokterId: k.dokter_id, status: k.status, bagikanRiwayat: k.bagikan_riwayat }))
  const found = await listRiwayatRows(k.profil_id, cursor ?? null, per_page + 1)
  const { shown, pagination } = pageOf(found, per_page, ({ selesai, id }) => ({ pada: selesai, id }))
  await recordRiwayat(actor, shown.length > 0 ? shown.map(({ id }) => id) : [k.id])
  const dokumen = await listDokumenOfMany(shown.map(({ id }) => id))
  const of = (id: string) => dokumen.filter(({ konsultasi_id }) => konsultasi_id === id).map((row) => presentDokumen(row.dokumen))
  return { data: shown.map((row) => presentRiwayat(row, of(row.id))), pagination }
}

/** Who read what of one's own profil, newest first. @throws Refusal `forbidden`, `not_found` */
export async function listPembaca(actor: Actor, id: string, { per_page, cursor }: ListPembaca): Promise<TimedPage<PembacaView>> {
  allow(canHaveProfil(actor))
  const profil = await findProfilFor(actor, id)
  const found = await listPembacaRows(profil.id, cursor ?? null, per_page + 1)
  const { shown, pagination } = cutPage(found, per_page, ({ nomor }) => writeAuditCursor(nomor))
  return {
    data: shown.map(({ nomor: _, konsultasi_id, ...reading }) => ({ ...reading, konsultasi_id: toId('konsultasi', konsultasi_id) })),
    pagination,
  }
}
