import { PESAN } from '@/lib/contract/endpoints/pesan'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { markAllRead } from '@/lib/operations/mark-read'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(PESAN, {
  'PUT /pesan/{konsultasi_id}/mark-all-read': async ({ actor, konsultasi, body }) =>
    ok(await markAllRead(actor, konsultasi, body.sampai), { message: 'ditandaiDibaca' }),
})
