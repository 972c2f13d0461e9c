import { z } from 'zod'
import { documentOf } from '@/lib/contract/documented'

export type Schema = z.core.JSONSchema.BaseSchema

/** Writes zod schemas as JSON Schema and gathers what has a name of its own. */
export interface SchemaWriter {
  /** What the server answers with. */
  readonly answer: (schema: z.ZodType) => Schema
  /** What a client sends, under this name. */
  readonly request: (name: string, schema: z.ZodType) => Schema
  /** What has a name, sorted by it. */
  readonly components: () => Record<string, Schema>
}

export function openSchemaWriter(): SchemaWriter {
  const named: Record<string, Schema> = {}
  const write = (schema: z.ZodType, io: 'input' | 'output'): Schema => {
    const { $schema: _, $defs = {}, ...json } = intoComponents(z.toJSONSchema(schema, { io, override: tidy }))
    Object.assign(named, $defs)
    return json
  }
  return {
    answer: (schema) => write(schema, 'output'),
    request: (name, schema) => {
      named[name] = write(documentOf(schema), 'input')
      return refTo(name)
    },
    components: () => Object.fromEntries(Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

export const refTo = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

const intoComponents = (schema: Schema): Schema => JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'))

/** Takes out what is zod's and no promise of ours: an answer may get more fields, and numbers have no limit worth naming. */
export function tidy({ jsonSchema: json }: { jsonSchema: Schema }): void {
  if (json.additionalProperties === false) delete json.additionalProperties
  if (json.format === 'date-time' || json.format === 'email' || json.type === 'integer') delete json.pattern
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum
  if (json.minLength === 0) delete json.minLength
  delete json.id
}
