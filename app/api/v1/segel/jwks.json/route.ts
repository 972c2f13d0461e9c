import { DOKUMEN } from '@/lib/contract/endpoints/dokumen'
import { bare } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'
import { readJwks } from '@/lib/operations/verify-dokumen'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(DOKUMEN, {
  'GET /segel/jwks.json': async () => bare(await readJwks()),
})
