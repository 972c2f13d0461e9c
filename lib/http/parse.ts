import type { z } from 'zod'
import type { Asked } from '@/lib/auth/asked'
import { type FieldProblem, JSON_MAX_BYTES, Refusal } from '@/lib/domain/refusal'
import { problemKey } from './language'

/**
 * The body as this schema sees it. It may be missing where nothing in it is required.
 * @throws Refusal `payload_too_large`, `invalid_json`, `validation_failed`
 */
export async function parseBody<Schema extends z.ZodType>(request: Asked, schema: Schema): Promise<z.output<Schema>> {
  const text = await readText(request, JSON_MAX_BYTES)
  if (text === '') return parseMissing(schema)
  return parse(schema, parseObject(text))
}

const TWICE: readonly string[] = []

/** The query as this schema sees it; a name of it that comes twice is no text, and refused. */
export function parseQuery<Schema extends z.ZodType>(url: string, schema: Schema): z.output<Schema> {
  const mark = url.indexOf('?')
  const query = new Map<string, string | typeof TWICE>()
  if (mark >= 0) for (const [name, value] of new URLSearchParams(url.slice(mark + 1))) query.set(name, query.has(name) ? TWICE : value)
  return parse(schema, Object.fromEntries(query))
}

/** @throws Refusal `validation_failed` with what is wrong with each field */
function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  const fields: Record<string, FieldProblem[]> = {}
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? '_')
    fields[field] = [...(fields[field] ?? []), problemOf(issue)]
  }
  throw new Refusal('validation_failed', { fields })
}

function parseMissing<Schema extends z.ZodType>(schema: Schema): z.output<Schema> {
  const result = schema.safeParse({})
  if (result.success) return result.data
  throw new Refusal('invalid_json')
}

/** Reads at most `max` bytes of a body as UTF-8, without keeping more than that in memory. */
export async function readText({ headers, body }: Pick<Asked, 'headers' | 'body'>, max: number): Promise<string> {
  if (Number(headers.get('content-length') ?? 0) > max) throw new Refusal('payload_too_large')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const part of whole(body)) {
    size += part.length
    if (size > max) throw new Refusal('payload_too_large')
    chunks.push(part)
  }
  return decode(Buffer.concat(chunks))
}

/** Whoever goes away in the middle has sent nothing that could be read; that is no trouble of ours. */
async function* whole(body: Asked['body']): AsyncGenerator<Uint8Array> {
  try {
    if (body) yield* body
  } catch {
    throw new Refusal('invalid_json')
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new Refusal('invalid_json')
  }
}

/** @throws Refusal `invalid_json` where the text is not a JSON object */
export function parseObject(text: string): object {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Refusal('invalid_json')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal('invalid_json')
  return value
}

/** Zod's issue as a key of our catalogue. Our own refinements carry the key as their message. */
function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  if (issue.code === 'custom') return { key: problemKey(issue.message), params: issue.params as FieldProblem['params'] }
  if (issue.code === 'invalid_type') return { key: issue.input === undefined ? 'required' : 'type' }
  if (issue.code === 'invalid_value') return { key: 'choice' }
  return { key: /^[a-z_]+$/.test(issue.message) ? problemKey(issue.message) : 'invalid' }
}
