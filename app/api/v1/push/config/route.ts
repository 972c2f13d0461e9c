import { env } from '@/lib/env'
import { ok } from '@/lib/http/answer'
import { methods, route } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({}, async () => ok({ kunci: env().vapid.publicKey })),
})
