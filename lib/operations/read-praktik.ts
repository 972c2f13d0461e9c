import { prisma } from '@/lib/data/prisma'
import type { Actor, StatusVerifikasi } from '@/lib/domain/pengguna'
import type { StatusSip } from '@/lib/domain/sip'
import { presentSip } from './present-sip'

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
  const row = await prisma().dokter.findUnique({
    where: { penggunaId: actor.id },
    select: { statusVerifikasi: true, alasan: true, tersedia: true, sipBerlakuSampai: true },
  })
  return row && { status: row.statusVerifikasi, alasan: row.alasan, tersedia: row.tersedia, ...presentSip(row.sipBerlakuSampai) }
}
