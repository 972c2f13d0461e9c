import { z } from 'zod'
import type { Client, Reply } from './client'
import { demand } from './clinic'

type Schema = z.core.JSONSchema.BaseSchema

interface Document {
  readonly openapi: string
  readonly paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, { schema: Schema }> }> }>>
  readonly components: { readonly schemas: Record<string, Schema> }
}

/** The document as the running server gives it, and what it says about answers. */
export class OpenApi {
  private constructor(readonly document: Document) {}

  static async of(api: Client): Promise<OpenApi> {
    const reply = await api.get('/openapi.json')
    demand(200, reply)
    return new OpenApi(reply.body as unknown as Document)
  }

  /**
   * What is wrong with an answer to this call (`get /konsultasi/{id}`), in words; empty when it fits. Fields that the document does not
   * name are wrong too: clients may not mind, but here something would leave the server that nobody had meant to.
   */
  problemsOf(call: string, { status, body }: Reply): string[] {
    const [method = '', path = ''] = call.split(' ')
    const response = this.document.paths[`/api/v1${path}`]?.[method]?.responses[status]
    if (!response) return [`${call} may not answer ${status}`]
    const schema = response.content?.['application/json']?.schema
    if (!schema) return body === undefined ? [] : [`${call} answers ${status} with a body`]
    const result = this.validatorOf(schema).safeParse(body)
    return result.success ? [] : [`${call} ${status}: ${z.prettifyError(result.error)}`]
  }

  private validatorOf(schema: Schema): z.ZodType {
    const whole = { ...schema, $defs: this.document.components.schemas }
    return z.fromJSONSchema(closed(JSON.parse(JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/'))))
  }
}

/** The same schema with every object closed that says what it needs. */
function closed(schema: Schema): Schema {
  if (Array.isArray(schema)) return schema.map(closed) as unknown as Schema
  if (typeof schema !== 'object' || schema === null) return schema
  const inner = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value as Schema)]))
  return schema.type === 'object' && schema.required && schema.properties ? { ...inner, additionalProperties: false } : inner
}
