import { toId } from '@/lib/domain/id'
import { log } from '@/lib/log'
import { pusher } from './publish'

/**
 * Closes the open sockets of somebody (a UUID) whose access ended. Call it after the commit and do not wait for it: from then on their channel
 * cannot be signed again, and this only ends what was signed before. The embedded gateway closes every socket that listens to their channel;
 * hosted Pusher closes those that signed in to it as that user. https://pusher.com/docs/channels/server_api/terminating-user-connections/
 */
export function disconnect(penggunaId: string): void {
  void pusher()
    ?.terminateUserConnections(toId('pengguna', penggunaId))
    .catch((error: unknown) => log.warn('realtime did not close the connections of a suspended account', { error }))
}
