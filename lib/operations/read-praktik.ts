import { prisma } from '@/lib/data/prisma'
import type { Actor, StatusVerifikasi } from '@/lib/domain/pengguna'

/** How a dokter stands at this clinic: verified or not (and why not), and whether they take new konsultasi. */
export interface Praktik {
  readonly status: StatusVerifikasi
  readonly alasan: string | null
  readonly tersedia: boolean
}

/** One's own; null for anybody who is no dokter. */
export async function readPraktik(actor: Actor): Promise<Praktik | null> {
  const row = await prisma().dokter.findUnique({
    where: { penggunaId: actor.id },
    select: { statusVerifikasi: true, alasan: true, tersedia: true },
  })
  return row && { status: row.statusVerifikasi, alasan: row.alasan, tersedia: row.tersedia }
}
