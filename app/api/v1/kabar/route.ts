import { KABAR } from '@/lib/contract/endpoints/kabar'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { countUnreadOf } from '@/lib/operations/count-unread'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KABAR, {
  'GET /kabar': async ({ actor }) => ok(await countUnreadOf(actor)),
})
