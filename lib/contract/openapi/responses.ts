import { z } from 'zod'
import type { DeclaredAnswer } from '@/lib/contract/endpoint'
import { REFUSALS, type RefusalCode } from '@/lib/domain/refusal'
import { refTo, type Schema, type SchemaWriter } from './schemas'

const JSON_TYPE = 'application/json'
const REQUEST_ID = { 'X-Request-Id': { $ref: '#/components/headers/X-Request-Id' } }

/** The Responses Object of a call: its successes, and its refusals gathered by status. */
export function responsesOf(answers: readonly DeclaredAnswer[], codes: readonly RefusalCode[], writer: SchemaWriter): object {
  const successes = groupBy(answers, ({ status }) => status)
  const refusals = groupBy(codes, (code) => REFUSALS[code].status)
  return Object.fromEntries([
    ...[...successes].map(([status, same]) => [status, success(same, writer)] as const),
    ...[...refusals].map(([status, same]) => [status, refusal(same)] as const),
  ])
}

function success(answers: readonly DeclaredAnswer[], writer: SchemaWriter): object {
  const bodies = answers.filter(({ status, bytes }) => !BODILESS.has(status) && !bytes).map((answer) => writer.answer(bodyOf(answer)))
  const bytes = answers.flatMap((answer) => answer.bytes ?? [])
  const [only, ...others] = bodies
  const schema = others.length > 0 ? { oneOf: bodies } : only
  const headers = Object.assign({}, ...answers.map(({ headers = {} }) => headers)) as Record<string, string>
  return {
    description: answers.map(({ means }) => means).join(' '),
    headers: { ...REQUEST_ID, ...mapValues(headers, (description) => ({ description, schema: { type: 'string' } })) },
    ...(schema ? { content: { [JSON_TYPE]: { schema } } } : {}),
    // Bytes have no schema: https://spec.openapis.org/oas/v3.1.0.html#considerations-for-file-uploads
    ...(bytes.length > 0 ? { content: Object.fromEntries(bytes.map((type) => [type, {}])) } : {}),
  }
}

const BODILESS = new Set([204, 304, 416])

/** The envelope of a success: `meta` and `pagination` only where the call has them. */
const bodyOf = ({ data, meta, pagination, bare }: DeclaredAnswer): z.ZodType =>
  bare ??
  z.object({
    success: z.literal(true),
    message: z.string(),
    data: data ?? z.null(),
    ...(meta && { meta }),
    ...(pagination && { pagination }),
  })

function refusal(codes: readonly RefusalCode[]): object {
  const waits = codes.some((code) => code === 'rate_limited' || code === 'unavailable')
  return {
    description: codes.map((code) => `\`${code}\`: ${REFUSALS[code].means}`).join('\n\n'),
    headers: { ...REQUEST_ID, ...(waits ? { 'Retry-After': { $ref: '#/components/headers/Retry-After' } } : {}) },
    content: { [JSON_TYPE]: { schema: oneOf(codes) } },
  }
}

const oneOf = (codes: readonly RefusalCode[]): Schema => ({
  allOf: [refTo('Error'), { type: 'object', properties: { code: { enum: [...codes] } } }],
})

/** What every response shares. */
export const responseComponents = () => ({
  headers: {
    'X-Request-Id': {
      description: 'Names this request; an error has the same in `request_id`.',
      schema: { type: 'string', format: 'uuid' },
    },
    'Retry-After': { description: 'Seconds to wait before asking again.', schema: { type: 'integer', minimum: 1 } },
  },
})

const mapValues = <From, To>(record: Record<string, From>, change: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]))

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
