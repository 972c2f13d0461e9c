import { OPERASI } from '@/lib/contract/endpoints/operasi'
import { toId } from '@/lib/domain/id'
import { Refusal } from '@/lib/domain/refusal'
import { bare } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { readSocketForm } from '@/lib/http/socket-form'
import { pusher } from '@/lib/realtime/publish'

// Says whose socket this is: the asker's own, never anybody's who is named. With that the server can end it together with the session.
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(OPERASI, {
  'POST /realtime/user-auth': async ({ actor, request }) => {
    const { socketId } = await readSocketForm(request)
    const client = pusher()
    if (!client || socketId === null) throw new Refusal('forbidden')
    return bare(client.authenticateUser(socketId, { id: toId('pengguna', actor.id) }))
  },
})
