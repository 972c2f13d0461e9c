import { findPraktik, setTersedia } from '@/lib/data/dokter'
import type { Actor, StatusVerifikasi } from '@/lib/domain/pengguna'
import type { StatusSip } from '@/lib/domain/sip'
import { allow } from '@/lib/policy/allow'
import { canSetKetersediaan } from '@/lib/policy/konsultasi'
import { presentSip } from '@/lib/presenters/sip'

/** How a dokter stands at this clinic: verified or not (and why not), whether they take new konsultasi, and how their SIP stands today. */
export interface Praktik {
  readonly status: StatusVerifikasi
  readonly alasan: string | null
  readonly tersedia: boolean
  readonly sip_berlaku_sampai: string | null
  readonly status_sip: StatusSip
}

/** One's own; null for anybody who is no dokter. */
export async function readPraktik(actor: Actor): Promise<Praktik | null> {
  const row = await findPraktik(actor.id)
  return row && { status: row.status_verifikasi, alasan: row.alasan, tersedia: row.tersedia, ...presentSip(row.sip_berlaku_sampai) }
}

/** A verified dokter takes new konsultasi, or takes none for now. @throws Refusal `forbidden` */
export async function setKetersediaan(actor: Actor, tersedia: boolean): Promise<{ tersedia: boolean }> {
  allow(canSetKetersediaan(actor))
  await setTersedia(actor.id, tersedia)
  return { tersedia }
}
