import { PESAN } from '@/lib/contract/endpoints/pesan'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { markRead } from '@/lib/operations/mark-read'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(PESAN, {
  'PUT /pesan/{id}/dibaca': async ({ actor, id }) => ok(await markRead(actor, id), { message: 'ditandaiDibaca' }),
})
