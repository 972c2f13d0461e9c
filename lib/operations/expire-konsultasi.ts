import { expireBookedBefore } from '@/lib/data/konsultasi'
import { publishKonsultasi } from '@/lib/realtime/publish'
import { expiryTime } from './move-konsultasi'

/** Expires every konsultasi that nobody accepted in time. Any instance may run it: each konsultasi expires once. @returns how many did */
export async function expireKonsultasi(): Promise<number> {
  const expired = await expireBookedBefore(expiryTime())
  for (const konsultasi of expired) publishKonsultasi(konsultasi)
  return expired.length
}
