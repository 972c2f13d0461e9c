import { toId } from '@/lib/domain/id'
import { env } from '@/lib/env'
import { pusher } from './publish'

/**
 * Makes the open sockets of somebody (a UUID) show again that they may listen, because a session of theirs ended: nobody but the server knows
 * which of the sockets was that session's. Those of other sessions come back and are let in; the ended one's stays outside.
 * The embedded gateway asks them to come back at once; to hosted Pusher, which knows no such thing, it is a `disconnect`: pages look again
 * after half a minute, and poll until then.
 * @throws when the realtime server does not take it
 */
export const reauthorize = (penggunaId: string): Promise<void> => (env().pusher?.embedded ? askBack(penggunaId) : disconnect(penggunaId))

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
export async function disconnect(penggunaId: string): Promise<void> {
  await pusher()?.terminateUserConnections(toId('pengguna', penggunaId))
}
