import { OPERASI } from '@/lib/contract/endpoints/operasi'
import { toId } from '@/lib/domain/id'
import { Refusal } from '@/lib/domain/refusal'
import { bare } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { readSocketForm } from '@/lib/http/socket-form'
import { channelOf } from '@/lib/realtime/channels'
import { pusher } from '@/lib/realtime/publish'

// Signs exactly one thing: this very person's own channel. Whatever else is asked for, or cannot be read, is refused, whoever asks.
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(OPERASI, {
  'POST /realtime/auth': async ({ actor, request }) => {
    const { socketId, channelName } = await readSocketForm(request)
    const channel = channelOf(toId('pengguna', actor.id))
    const client = pusher()
    if (!client || socketId === null || channelName !== channel) throw new Refusal('forbidden')
    return bare(client.authorizeChannel(socketId, channel))
  },
})
