import { deleteEndedSesi } from '@/lib/data/sesi'
import { reauthorize } from '@/lib/realtime/disconnect'

/** Sweeps sessions whose time is over; what they still listened to falls silent. */
export async function sweepSesi(): Promise<void> {
  for (const penggunaId of new Set(await deleteEndedSesi())) reauthorize(penggunaId)
}
