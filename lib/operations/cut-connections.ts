import { countSesiOf, type Ended } from '@/lib/data/sesi'
import { doneAlready } from '@/lib/jobs/later'
import { log } from '@/lib/log'
import { disconnect, reauthorize } from '@/lib/realtime/disconnect'

/**
 * Cuts what ended sessions still listen to. Call it after the commit and do not wait for it: from then on their channels cannot be signed
 * again, and this only ends what was signed before. Where it fails, or dies, the job that was written with the end of the sessions does it.
 */
export function cutConnections(ended: readonly Ended[]): void {
  for (const { pengguna_id, job_id } of ended)
    void cutConnectionsOf(pengguna_id)
      .then(() => doneAlready(job_id))
      .catch((error: unknown) => log.warn('realtime did not close the connections of an ended session yet', { error }))
}

/** The sockets of somebody (a UUID) who has other sessions may show that they are theirs. @throws when realtime does not take it */
export async function cutConnectionsOf(penggunaId: string): Promise<void> {
  const hasOthers = (await countSesiOf(penggunaId)) > 0
  await (hasOthers ? reauthorize(penggunaId) : disconnect(penggunaId))
}
