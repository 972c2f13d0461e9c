import type { Prisma } from '@/lib/data/prisma'
import { SIP_SEGERA_DAYS, type StatusSip } from '@/lib/domain/sip'
import { addDays, dayAtKlinik, ZONA_KLINIK } from '@/lib/domain/zona'

/** SQL: is the SIP of dokter `d` valid today? The twin of `statusSip`. */
export const SIP_BERLAKU = `(d.sip_berlaku_sampai IS NULL OR d.sip_berlaku_sampai >= (now() AT TIME ZONE '${ZONA_KLINIK}')::date)`

/** A `date` column as the day that it names, and back; Prisma hands days on as midnight in UTC. */
export const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null
const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** The dokter whose SIP stands so today. */
export function sipIs(status: StatusSip): Prisma.DokterWhereInput {
  const today = dateOf(dayAtKlinik(new Date()))
  const soon = dateOf(addDays(dayAtKlinik(new Date()), SIP_SEGERA_DAYS))
  const ranges = {
    tidak_diketahui: null,
    habis: { lt: today },
    segera: { gte: today, lte: soon },
    berlaku: { gt: soon },
  }
  return { sipBerlakuSampai: ranges[status] }
}

/** The dokter who may take patients on today, as far as their SIP goes. */
export const sipIsValid = (): Prisma.DokterWhereInput => ({
  OR: [sipIs('tidak_diketahui'), { sipBerlakuSampai: { gte: dateOf(dayAtKlinik(new Date())) } }],
})
