import { PESAN } from '@/lib/contract/endpoints/pesan'
import { countUnread } from '@/lib/data/pesan'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(PESAN, {
  'GET /pesan/{konsultasi_id}/unread-count': async ({ actor, konsultasi, id }) =>
    ok({ konsultasi_id: id, unread_count: await countUnread(konsultasi.id, actor.id) }),
})
