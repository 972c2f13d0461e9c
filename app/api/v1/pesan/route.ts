import { SearchPesan } from '@/lib/contract/cari'
import { SendPesan } from '@/lib/contract/pesan'
import { created, ok } from '@/lib/http/answer'
import { methods, PARTICIPANTS, route } from '@/lib/http/route'
import { searchPesan } from '@/lib/operations/search-pesan'
import { sendPesan } from '@/lib/operations/send-pesan'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ peran: PARTICIPANTS, query: SearchPesan }, async ({ actor, query }) => {
    const { data, pagination } = await searchPesan(actor, query)
    return ok(data, { pagination })
  }),
  POST: route({ peran: PARTICIPANTS, body: SendPesan }, async ({ actor, body }) => {
    const { pesan, replayed } = await sendPesan(actor, body)
    return { ...(replayed ? ok(pesan) : created(pesan)), message: 'pesanTerkirim' }
  }),
})
