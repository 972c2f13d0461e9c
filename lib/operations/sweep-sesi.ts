import { deleteEndedSesi } from '@/lib/data/sesi'
import { cutConnections } from './cut-connections'

/** Sweeps sessions whose time is over; what they still listened to falls silent. */
export async function sweepSesi(): Promise<void> {
  cutConnections(await deleteEndedSesi())
}
