import { prisma } from '@/lib/data/prisma'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { canTreatAnybody } from '@/lib/policy/konsultasi'

/** A verified dokter takes new konsultasi, or takes none for now. @throws Refusal `forbidden` */
export async function setKetersediaan(actor: Actor, tersedia: boolean): Promise<{ tersedia: boolean }> {
  if (!canTreatAnybody(actor)) throw new Refusal('forbidden')
  return prisma().dokter.update({ where: { penggunaId: actor.id }, data: { tersedia }, select: { tersedia: true } })
}
