import { OPERASI } from '@/lib/contract/endpoints/operasi'
import { openApiDocument } from '@/lib/contract/openapi/document'
import { bare } from '@/lib/http/answer'
import { serve } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = serve(OPERASI, {
  'GET /openapi.json': async () => bare(openApiDocument()),
})
