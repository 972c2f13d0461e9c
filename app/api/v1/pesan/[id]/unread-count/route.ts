import { PESAN } from '@/lib/contract/endpoints/pesan'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(PESAN, {
  'GET /pesan/{konsultasi_id}/unread-count': async ({ id, unread }) => ok({ konsultasi_id: id, unread_count: unread }),
})
