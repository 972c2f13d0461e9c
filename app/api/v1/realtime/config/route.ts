import { OPERASI } from '@/lib/contract/endpoints/operasi'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { realtimeConfigFor } from '@/lib/realtime/config'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(OPERASI, {
  'GET /realtime/config': async ({ request }) => ok(realtimeConfigFor(request.headers.get('host'))),
})
