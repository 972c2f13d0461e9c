import { doneAlready } from '@/lib/data/jobs'
import { countSesiOf, type Ended } from '@/lib/data/sesi'
import { toId } from '@/lib/domain/id'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { pusher } from './publish'

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

/**
 * Makes the open sockets of somebody (a UUID) show again that they may listen, because a session of theirs ended: nobody but the server knows
 * which of the sockets was that session's. Those of other sessions come back and are let in; the ended one's stays outside.
 * The embedded gateway asks them to come back at once; to hosted Pusher, which knows no such thing, it is a `disconnect`: pages look again
 * after half a minute, and poll until then.
 * @throws when the realtime server does not take it
 */
const reauthorize = (penggunaId: string): Promise<void> => (env().pusher?.embedded ? askBack(penggunaId) : disconnect(penggunaId))

async function askBack(penggunaId: string): Promise<void> {
  const path = `/users/${toId('pengguna', penggunaId)}/terminate_connections`
  await pusher()?.post({ path, body: '', params: { kembali: '1' } })
}

/**
 * Closes the open sockets of somebody (a UUID) whose access ended. The embedded gateway closes every socket that listens to their channel;
 * hosted Pusher closes those that signed in to it as that user, which our pages do (`connection.ts`).
 * https://pusher.com/docs/channels/server_api/terminating-user-connections/
 * @throws when the realtime server does not take it
 */
async function disconnect(penggunaId: string): Promise<void> {
  await pusher()?.terminateUserConnections(toId('pengguna', penggunaId))
}
