import { SendPesan } from '@/lib/contract/pesan'
import { created, ok } from '@/lib/http/answer'
import { methods, PARTICIPANTS, route } from '@/lib/http/route'
import { sendPesan } from '@/lib/operations/send-pesan'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route({ peran: PARTICIPANTS, body: SendPesan }, async ({ actor, body }) => {
    const { pesan, replayed } = await sendPesan(actor, body)
    return { ...(replayed ? ok(pesan) : created(pesan)), message: 'pesanTerkirim' }
  }),
})
