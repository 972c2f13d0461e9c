import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'
import { realtimeConfigFor } from '@/lib/realtime/config'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({}, async ({ request }) => ok(realtimeConfigFor(request.headers.get('host')))),
})
