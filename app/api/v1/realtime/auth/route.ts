import { toId } from '@/lib/domain/id'
import { Refusal } from '@/lib/domain/refusal'
import { bare } from '@/lib/http/answer'
import { readText } from '@/lib/http/parse'
import { methods, route } from '@/lib/http/route'
import { channelOf } from '@/lib/realtime/channels'
import { pusher } from '@/lib/realtime/publish'

/** Bytes of a form with two short fields. */
const FORM_MAX_BYTES = 4096

const SOCKET_ID = /^\d+\.\d+$/

// Signs exactly one thing: this very person's own channel. Whatever else is asked for, or cannot be read, is refused, whoever asks.
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route({}, async ({ actor, request }) => {
    const form = new URLSearchParams(await readText(request, FORM_MAX_BYTES).catch(() => ''))
    const socketId = form.get('socket_id') ?? ''
    const channel = channelOf(toId('pengguna', actor.id))
    const client = pusher()
    if (!client || !SOCKET_ID.test(socketId) || form.get('channel_name') !== channel) throw new Refusal('forbidden')
    return bare(client.authorizeChannel(socketId, channel))
  }),
})
