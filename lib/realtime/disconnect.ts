import { toId } from '@/lib/domain/id'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { pusher } from './publish'

/**
 * Makes the open sockets of somebody (a UUID) show again that they may listen, because a session of theirs ended: nobody but the server knows
 * which of the sockets was that session's. Those of other sessions come back and are let in; the ended one's stays outside.
 * Call it after the commit and do not wait for it. The embedded gateway asks them to come back at once; to hosted Pusher, which knows no such
 * thing, it is a `disconnect`: pages look again after half a minute, and poll until then.
 */
export function reauthorize(penggunaId: string): void {
  if (env().pusher?.embedded) askBack(penggunaId)
  else disconnect(penggunaId)
}

function askBack(penggunaId: string): void {
  const path = `/users/${toId('pengguna', penggunaId)}/terminate_connections`
  void pusher()
    ?.post({ path, body: '', params: { kembali: '1' } })
    .catch((error: unknown) => log.warn('realtime did not close the connections of an ended session', { error }))
}

/**
 * Closes the open sockets of somebody (a UUID) whose access ended. Call it after the commit and do not wait for it: from then on their channel
 * cannot be signed again, and this only ends what was signed before. The embedded gateway closes every socket that listens to their channel;
 * hosted Pusher closes those that signed in to it as that user, which our pages do (`connection.ts`).
 * https://pusher.com/docs/channels/server_api/terminating-user-connections/
 */
export function disconnect(penggunaId: string): void {
  void pusher()
    ?.terminateUserConnections(toId('pengguna', penggunaId))
    .catch((error: unknown) => log.warn('realtime did not close the connections of a suspended account', { error }))
}
