import { z } from 'zod'
import type { Endpoint, Named } from '@/lib/contract/endpoint'
import type { RefusalCode } from '@/lib/domain/refusal'
import { PARAMETER_MEANS } from './parameters'
import { responsesOf } from './responses'
import { type SchemaWriter, tidy } from './schemas'

/** A call as the document has it: what is declared, with what follows from that. */
export interface Operation extends Endpoint {
  readonly method: string
  readonly path: string
  /** Whose ids may stand in the path. */
  readonly nouns: readonly NonNullable<Endpoint['of']>[]
  readonly codes: readonly RefusalCode[]
}

/** One call as an Operation Object: https://spec.openapis.org/oas/v3.1.0.html#operation-object */
export function operationOf(operation: Operation, writer: SchemaWriter): object {
  const { name, tag, summary, peran, body, form, multipart, example } = operation
  return {
    operationId: name,
    tags: [tag],
    summary,
    description: [operation.description, whoMay(operation)].filter(Boolean).join('\n\n'),
    ...(peran === 'anyone' ? { security: [] } : {}),
    ...listed('parameters', [...pathParameters(operation), ...queryParameters(operation), ...headerParameters(operation)]),
    ...(body ? { requestBody: requestBody('application/json', body, writer, example) } : {}),
    ...(form ? { requestBody: requestBody('application/x-www-form-urlencoded', form, writer) } : {}),
    ...(multipart ? { requestBody: requestBody('multipart/form-data', multipart, writer) } : {}),
    responses: responsesOf(operation.answers, operation.codes, writer),
  }
}

const listed = (name: string, list: object[]) => (list.length > 0 ? { [name]: list } : {})

function whoMay({ peran }: Operation): string {
  if (peran === 'anyone') return 'For anyone.'
  return peran === 'all' ? 'For everybody who is signed in.' : `For ${peran.join(' and ')} only.`
}

/** A malformed id is not found, so the pattern tells what is worth asking for. */
function pathParameters({ path, nouns, kode }: Operation): object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    if (name === 'kode') return { name, in: 'path', required: true, description: kode, schema: { type: 'string' } }
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

function queryParameters({ query, example = {} }: Operation): object[] {
  if (!query) return []
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input', override: tidy })
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    description: PARAMETER_MEANS[name] ?? '',
    schema,
    ...(name in example && { example: example[name] }),
  }))
}

const headerParameters = ({ headers = {} }: Operation): object[] =>
  Object.entries(headers).map(([name, description]) => ({ name, in: 'header', required: false, description, schema: { type: 'string' } }))

/** A body may be missing where nothing in it is required. */
function requestBody(mediaType: string, body: Named, writer: SchemaWriter, example?: object): object {
  const [[name, schema]] = Object.entries(body) as [[string, z.ZodType]]
  const required = !schema.safeParse({}).success
  return { required, content: { [mediaType]: { schema: writer.request(name, schema), ...(example && { example }) } } }
}
