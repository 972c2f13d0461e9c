import { MarkAllRead } from '@/lib/contract/pesan'
import { ok } from '@/lib/http/answer'
import { konsultasiRoute, methods, PARTICIPANTS } from '@/lib/http/route'
import { markAllRead } from '@/lib/operations/mark-read'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  PUT: konsultasiRoute({ peran: PARTICIPANTS, body: MarkAllRead }, async ({ actor, konsultasi, body }) =>
    ok(await markAllRead(actor, konsultasi, body.sampai), { message: 'ditandaiDibaca' }),
  ),
})
