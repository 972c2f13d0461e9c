import { KABAR } from '@/lib/contract/endpoints/kabar'
import { env } from '@/lib/env'
import { ok } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(KABAR, {
  'GET /push/config': async () => ok({ kunci: env().vapid.publicKey }),
})
