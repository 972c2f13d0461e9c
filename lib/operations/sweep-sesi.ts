import { deleteEndedSesi } from '@/lib/data/sesi'
import { cutConnections } from '@/lib/realtime/disconnect'

/** Sweeps sessions whose time is over, however many have gathered; what they still listened to falls silent. */
export async function sweepSesi(): Promise<void> {
  for (let ended = await deleteEndedSesi(); ended.length > 0; ended = await deleteEndedSesi()) cutConnections(ended)
}
