import { PESAN } from '@/lib/contract/endpoints/pesan'
import { created, ok, page } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { searchPesan } from '@/lib/operations/search-pesan'
import { sendPesan } from '@/lib/operations/send-pesan'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(PESAN, {
  'GET /pesan': async ({ actor, query }) => page(await searchPesan(actor, query)),
  'POST /pesan': async ({ actor, body, bahasa }) => {
    const { pesan, replayed, meta } = await sendPesan(actor, body, bahasa)
    return replayed ? ok(pesan, { message: 'pesanTerkirim' }) : { ...created(pesan, { message: 'pesanTerkirim' }), meta }
  },
})
