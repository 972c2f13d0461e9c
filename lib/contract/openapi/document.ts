import { ErrorView } from '@/lib/contract/envelope'
import type { Endpoint } from './endpoint'
import { INFO, TAGS } from './info'
import { operationOf } from './operation'
import { responseComponents } from './responses'
import { openSchemaWriter, type Schema } from './schemas'
import { ENDPOINTS } from './table'

export interface OpenApiDocument {
  readonly openapi: string
  readonly info: object
  readonly paths: Record<string, Record<string, object>>
  readonly components: { readonly schemas: Record<string, Schema> } & Record<string, object>
  readonly [section: string]: unknown
}

let written: OpenApiDocument | undefined

/** The OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.0.html), written from the very schemas that validate. */
export function openApiDocument(): OpenApiDocument {
  written ??= write()
  return written
}

function write(): OpenApiDocument {
  const writer = openSchemaWriter()
  writer.answer(ErrorView.array())
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of ENDPOINTS) addTo(paths, endpoint, operationOf(endpoint, writer))
  return {
    openapi: '3.1.0',
    info: INFO,
    servers: [{ url: '/', description: 'The server that this document came from.' }],
    tags: TAGS,
    security: [{ bearer: [] }, { cookie: [] }],
    paths,
    components: { schemas: writer.components(), securitySchemes: SECURITY, ...responseComponents() },
  }
}

function addTo(paths: Record<string, Record<string, object>>, { path, method }: Endpoint, operation: object): void {
  paths[path] = { ...paths[path], [method]: operation }
}

const SECURITY = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'The `token` that signing in answers with. Where it is sent, a cookie does not count.',
  },
  cookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'next-auth.session-token',
    description:
      "A browser's session, made by next-auth's own routes under `/api/auth`; under https its name begins with `__Host-`. A request that changes something must then be same-origin (`Origin`, else `Sec-Fetch-Site`), else 403 `cross_site`.",
  },
}
