import { countUnread } from '@/lib/data/pesan'
import { ok } from '@/lib/http/answer'
import { konsultasiRoute, methods } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: konsultasiRoute({}, async ({ actor, konsultasi, id }) =>
    ok({ konsultasi_id: id, unread_count: await countUnread(konsultasi.id, actor.id) }),
  ),
})
