import { KABAR } from '@/lib/contract/endpoints/kabar'
import { notModified, ok } from '@/lib/http/answer'
import { etagOf, isKnown, revalidated } from '@/lib/http/etag'
import { serve } from '@/lib/http/route'
import { tellUnread } from '@/lib/operations/count-unread'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KABAR, {
  'GET /kabar': async ({ actor, bahasa, kabar, request }) => {
    const told = tellUnread(actor, kabar)
    const etag = etagOf(actor.id, bahasa, told)
    if (isKnown(request.headers.get('if-none-match'), etag)) return notModified(revalidated(etag))
    return ok(told, { headers: revalidated(etag) })
  },
})
