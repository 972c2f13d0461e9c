import type { CheckResep, KeberatanView } from '@/lib/contract/dokumen'
import { readDaftar } from '@/lib/data/daftar'
import { readProfilOf } from '@/lib/data/profil'
import { knownObat, periksaResep } from '@/lib/domain/dokumen/periksa-resep'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canIssue } from '@/lib/policy/dokumen'
import { canReadProfilOf } from '@/lib/policy/profil'

/**
 * What will be said of the medicines of a resep when it is issued, while it is still typed: by the list that counts now, and for the profil as it is
 * known now. Issuing looks again, and has the last word.
 * @throws Refusal `not_found`, `forbidden`
 */
export async function checkResep(actor: Actor, konsultasi: string, { obat, abaikan }: CheckResep): Promise<KeberatanView[]> {
  const { pasien_id, dokter_id, penerus_id, profil } = await readProfilOf(konsultasi)
  const k = { pasienId: pasien_id, dokterId: dokter_id, penerusId: penerus_id }
  allow(canReadProfilOf(actor, k))
  allow(canIssue(actor, k))
  const known = knownObat((await readDaftar('obat'))?.entri ?? null)
  const found = periksaResep(
    obat,
    (profil.alergi ?? []).map(({ zat }) => zat),
    abaikan.map(({ zat }) => zat),
    known,
  )
  return found.map(({ dengan = null, ...rest }) => ({ ...rest, dengan }))
}
