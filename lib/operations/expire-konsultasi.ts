import { addJob } from '@/lib/data/jobs'
import { expireBookedBefore } from '@/lib/data/konsultasi'
import { transaction } from '@/lib/data/sql'
import { publishKonsultasi } from '@/lib/realtime/publish'
import { expiryTime } from './move-konsultasi'

/** Expires every konsultasi that nobody accepted in time, and tells each pasien. Any instance may run it: each konsultasi expires once. @returns how many did */
export async function expireKonsultasi(): Promise<number> {
  const expired = await transaction(async (tx) => {
    const expired = await expireBookedBefore(expiryTime(), tx)
    for (const { id, pasienId } of expired)
      await addJob(tx, 'kabari_konsultasi', { konsultasi_id: id, pengguna_id: pasienId, jenis: 'konsultasi' })
    return expired
  })
  for (const konsultasi of expired) publishKonsultasi(konsultasi)
  return expired.length
}
