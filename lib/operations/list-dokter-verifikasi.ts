import type { DokterVerifikasiView, ListDokterVerifikasi } from '@/lib/contract/pengguna'
import { listBerkas, listDokterNames } from '@/lib/data/dokter'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canVerifyDokter } from '@/lib/policy/pengguna'
import { presentBerkas } from '@/lib/presenters/dokter'
import { pageOf, type TimedPage } from '@/lib/presenters/page'

/**
 * Dokter as the admin who verifies sees them, those who registered last first; without those who closed their account: nothing is to be decided.
 * @throws Refusal `forbidden`
 */
export async function listDokterVerifikasi(
  actor: Actor,
  { status, sip, per_page, cursor }: ListDokterVerifikasi,
): Promise<TimedPage<DokterVerifikasiView>> {
  allow(canVerifyDokter(actor))
  const [found, names] = await Promise.all([
    listBerkas({ status: status ?? null, sip: sip ?? null, after: cursor ?? null, limit: per_page + 1 }),
    listDokterNames(),
  ])
  const { shown, pagination } = pageOf(found, per_page, ({ dibuat_pada, id }) => ({ pada: dibuat_pada, id }))
  return { data: presentBerkas(shown, names), pagination }
}
