import { setTersedia } from '@/lib/data/dokter'
import type { Actor } from '@/lib/domain/pengguna'
import { allow } from '@/lib/policy/allow'
import { canSetKetersediaan } from '@/lib/policy/konsultasi'

/** A verified dokter takes new konsultasi, or takes none for now. @throws Refusal `forbidden` */
export async function setKetersediaan(actor: Actor, tersedia: boolean): Promise<{ tersedia: boolean }> {
  allow(canSetKetersediaan(actor))
  await setTersedia(actor.id, tersedia)
  return { tersedia }
}
