import { type Endpoint, methodOf, pathOf, refusalsOf } from '@/lib/contract/endpoint'
import { ENDPOINTS } from '@/lib/contract/endpoints/calls'
import { ErrorView } from '@/lib/contract/envelope'
import { INFO, TAGS } from './info'
import { type Operation, operationOf } from './operation'
import { responseComponents } from './responses'
import { openSchemaWriter, type Schema } from './schemas'

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
  for (const operation of operations()) addTo(paths, operation, operationOf(operation, writer))
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

function addTo(paths: Record<string, Record<string, object>>, { path, method }: Operation, operation: object): void {
  paths[path] = { ...paths[path], [method]: operation }
}

/** The calls, with those that differ only by the noun of the id in their path as one. */
function operations(): Operation[] {
  const known = new Map<string, Operation>()
  for (const [call, endpoint] of Object.entries<Endpoint>(ENDPOINTS)) {
    const { of } = endpoint
    const declared: Operation = {
      ...endpoint,
      method: methodOf(call).toLowerCase(),
      path: `/api/v1${pathOf(call)}`,
      nouns: of ? [of] : [],
      codes: refusalsOf(call, endpoint),
    }
    const twin = known.get(nameless(call))
    known.set(nameless(call), twin ? join(twin, declared) : declared)
  }
  return [...known.values()]
}

/** `{konsultasi_id}` and `{id}` are both "some id". */
export const nameless = (call: string) => call.replace(/\{\w+\}/g, '{}')

/** The first one has the wider query. */
const join = (first: Operation, second: Operation): Operation => ({
  ...second,
  ...first,
  name: second.name,
  path: second.path,
  nouns: [...first.nouns, ...second.nouns],
  summary: `${first.summary}, or ${second.summary.charAt(0).toLowerCase()}${second.summary.slice(1)}`,
  description: `The prefix of the id says which is meant. ${first.description}`,
  answers: [...first.answers, ...second.answers],
})

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
