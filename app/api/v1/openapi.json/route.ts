import { openApiDocument } from '@/lib/contract/openapi/document'
import { bare } from '@/lib/http/answer'
import { methods, publicRoute } from '@/lib/http/route'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: publicRoute({}, async () => bare(openApiDocument())),
})
