import { ERROR_STATUS } from '@/lib/contract/envelope'
import { isUnavailable } from '@/lib/data/availability'
import { type FieldProblems, Refusal } from '@/lib/domain/refusal'
import { log } from '@/lib/log'
import { type Bahasa, say } from './language'

/** What a handler answers; `route` gives it its envelope and headers. `message` is a key of the catalogue (`api.ok`). */
export interface Answer {
  readonly status: number
  readonly data?: unknown
  readonly meta?: unknown
  readonly pagination?: unknown
  readonly message?: string
  readonly headers?: Record<string, string>
  /** Another body than the envelope, for a protocol that is not ours. */
  readonly bare?: unknown
  /** Bytes instead of JSON, whose headers say all about them; null for the headers alone. */
  readonly bytes?: ReadableStream<Uint8Array> | null
}

type Extras = Omit<Answer, 'status' | 'data'>

export const ok = (data: unknown, extras: Extras = {}): Answer => ({ status: 200, data, ...extras })
export const created = (data: unknown, extras: Extras = {}): Answer => ({ status: 201, data, ...extras })
export const bare = (body: unknown): Answer => ({ status: 200, bare: body })
export const noContent = (): Answer => ({ status: 204 })
export const notModified = (headers: Record<string, string>): Answer => ({ status: 304, headers })

/** Which request is being answered, and in which language. */
export interface Question {
  readonly requestId: string
  readonly bahasa: Bahasa
}

const HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  Vary: 'Authorization, Cookie, Accept-Language',
}

/** A success as the contract shapes it. */
export function respond(answer: Answer, question: Question): Response {
  const headers = { ...HEADERS, 'X-Request-Id': question.requestId, ...answer.headers }
  if (answer.bytes !== undefined) return new Response(answer.bytes, { status: answer.status, headers })
  const hasBody = answer.status !== 204 && answer.status !== 304
  const body = hasBody ? JSON.stringify(answer.bare ?? envelope(answer, question.bahasa)) : null
  return new Response(body, { status: answer.status, headers })
}

const envelope = ({ message = 'berhasil', data = null, meta, pagination }: Answer, bahasa: Bahasa) => ({
  success: true,
  message: say(bahasa, `ok.${message}`),
  data,
  meta,
  pagination,
})

/** Translates whatever was thrown: an expected refusal by its code, a database that is away as 503, all else as `internal`. */
export function respondToError(error: unknown, question: Question): Response {
  if (error instanceof Refusal) return refuse(error, question)
  const unavailable = isUnavailable(error)
  log.error(unavailable ? 'the database is away' : 'unexpected error', { requestId: question.requestId, error })
  return refuse(new Refusal(unavailable ? 'unavailable' : 'internal', unavailable ? { retryAfterSeconds: 2 } : {}), question)
}

function refuse({ code, details }: Refusal, { requestId, bahasa }: Question): Response {
  const body = {
    success: false,
    code,
    message: say(bahasa, `galat.${details.messageKey ?? code}`),
    errors: details.fields && translate(details.fields, bahasa),
    request_id: requestId,
  }
  const headers: Record<string, string> = { ...HEADERS, 'X-Request-Id': requestId, ...details.headers }
  if (details.retryAfterSeconds !== undefined) headers['Retry-After'] = String(Math.max(1, Math.ceil(details.retryAfterSeconds)))
  return new Response(JSON.stringify(body), { status: ERROR_STATUS[code], headers })
}

const translate = (fields: FieldProblems, bahasa: Bahasa) =>
  Object.fromEntries(
    Object.entries(fields).map(([field, problems]) => [field, problems.map(({ key, params }) => say(bahasa, `validasi.${key}`, params))]),
  )
