import { z } from 'zod'
import { refusalsOf } from './codes'
import type { Endpoint } from './endpoint'
import { PARAMETER_MEANS } from './fields'
import { responsesOf } from './responses'
import { type SchemaWriter, tidy } from './schemas'

/** One call as an Operation Object: https://spec.openapis.org/oas/v3.1.0.html#operation-object */
export function operationOf(endpoint: Endpoint, writer: SchemaWriter): object {
  const { id, tag, summary, peran, body, form, multipart } = endpoint
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: [endpoint.description, whoMay(endpoint)].filter(Boolean).join('\n\n'),
    ...(peran === 'anyone' ? { security: [] } : {}),
    ...listed('parameters', [...pathParameters(endpoint), ...queryParameters(endpoint), ...headerParameters(endpoint)]),
    ...(body ? { requestBody: requestBody('application/json', body, writer) } : {}),
    ...(form ? { requestBody: requestBody('application/x-www-form-urlencoded', form, writer) } : {}),
    ...(multipart ? { requestBody: requestBody('multipart/form-data', multipart, writer) } : {}),
    responses: responsesOf(endpoint.answers, refusalsOf(endpoint), writer),
  }
}

const listed = (name: string, list: object[]) => (list.length > 0 ? { [name]: list } : {})

function whoMay({ peran }: Endpoint): string {
  if (peran === 'anyone') return 'For anyone.'
  return peran === 'all' ? 'For everybody who is signed in.' : `For ${peran.join(' and ')} only.`
}

/** A malformed id is not found, so the pattern tells what is worth asking for. */
function pathParameters({ path, ids = {} }: Endpoint): object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const nouns = ids[name] ?? []
    const pattern = `^(${nouns.join('|')})_[0-7][0-9a-hjkmnp-tv-z]{25}$`
    return {
      name,
      in: 'path',
      required: true,
      description: `A TypeID: ${nouns.map((noun) => `\`${noun}_…\``).join(' or ')}.`,
      schema: { type: 'string', pattern },
    }
  })
}

function queryParameters({ query }: Endpoint): object[] {
  if (!query) return []
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input', override: tidy })
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    description: PARAMETER_MEANS[name] ?? '',
    schema,
  }))
}

const headerParameters = ({ headers = {} }: Endpoint): object[] =>
  Object.entries(headers).map(([name, description]) => ({ name, in: 'header', required: false, description, schema: { type: 'string' } }))

/** A body may be missing where nothing in it is required. */
function requestBody(mediaType: string, body: Readonly<Record<string, z.ZodType>>, writer: SchemaWriter): object {
  const [[name, schema]] = Object.entries(body) as [[string, z.ZodType]]
  const required = !schema.safeParse({}).success
  return { required, content: { [mediaType]: { schema: writer.request(name, schema) } } }
}
