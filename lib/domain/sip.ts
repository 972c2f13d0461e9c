import { addDays } from './zona'

/**
 * The licence to practise (Surat Izin Praktik) is given for a time; without a valid one nobody may take patients on: UU 17/2023, articles 263
 * and 264. `segera` is valid still, but not for long.
 */
export const STATUS_SIP = ['tidak_diketahui', 'berlaku', 'segera', 'habis'] as const
export type StatusSip = (typeof STATUS_SIP)[number]

/** How many days before the end of a SIP its dokter and the admins are warned. */
export const SIP_SEGERA_DAYS = 30

/** How a SIP stands on a day (both `YYYY-MM-DD` in WIB): its last day still counts, and one that nobody knows is valid. */
export function statusSip(berlakuSampai: string | null, today: string): StatusSip {
  if (berlakuSampai === null) return 'tidak_diketahui'
  if (berlakuSampai < today) return 'habis'
  return berlakuSampai <= addDays(today, SIP_SEGERA_DAYS) ? 'segera' : 'berlaku'
}
