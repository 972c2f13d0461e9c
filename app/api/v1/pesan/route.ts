import { PESAN } from '@/lib/contract/endpoints/pesan'
import { created, ok, page } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { searchPesan } from '@/lib/operations/search-pesan'
import { sendPesan } from '@/lib/operations/send-pesan'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(PESAN, {
  'GET /pesan': async ({ actor, query }) => page(await searchPesan(actor, query)),
  'POST /pesan': async ({ actor, body }) => {
    const { pesan, replayed } = await sendPesan(actor, body)
    return (replayed ? ok : created)(pesan, { message: 'pesanTerkirim' })
  },
})
