import { Readable } from 'node:stream'
import type { z } from 'zod'
import type { DeclaredAnswer, Endpoint } from '@/lib/contract/endpoint'
import { Written } from '@/lib/contract/written'
import { isUnavailable } from '@/lib/data/availability'
import type { Bahasa } from '@/lib/domain/bahasa'
import { type FieldProblems, REFUSALS, Refusal } from '@/lib/domain/refusal'
import { log } from '@/lib/log'
import { type OkKey, say } from './language'
import type { Reply } from './reply'

/** What a handler answers; `serve` gives it its envelope and headers. `message` is a sentence of the catalogue (`api.ok`). */
export interface Answer {
  readonly status: number
  readonly data?: unknown
  readonly meta?: unknown
  readonly pagination?: unknown
  readonly message?: OkKey
  readonly headers?: Record<string, string>
  /** Another body than the envelope, for a protocol that is not ours. */
  readonly bare?: unknown
  /** Bytes (or pieces of text) instead of JSON, whose headers say all about them; null for the headers alone. */
  readonly bytes?: Readable | null
}

/** What the handler of an endpoint may answer: one of the answers that are declared. */
export type AnswerOf<E extends Endpoint> = OneAnswer<E['answers'][number]>

type OneAnswer<Declared extends DeclaredAnswer> = Declared extends { bare: infer Body extends z.ZodType }
  ? Without<'bare' | 'bytes'> & { readonly status: 200 } & ({ readonly bare: z.output<Body> } | Required<Pick<Answer, 'bytes'>>)
  : Declared extends unknown
    ? Without<Part> & { readonly status: Declared['status'] } & {
        readonly [Name in Part as Name extends keyof Declared ? Name : never]: PartOf<Declared, Name>
      } & { readonly [Name in Part as Name extends keyof Declared ? never : Name]?: Name extends 'data' ? null : undefined }
    : never

type Part = 'data' | 'meta' | 'pagination'
type Without<Names extends keyof Answer> = Omit<Answer, 'status' | Names>

type PartOf<Declared, Part extends string> =
  Declared extends Record<Part, infer Schema extends z.ZodType>
    ? z.output<Schema> | (Part extends 'data' ? Written<z.output<Schema>> : never)
    : undefined

type Extras = Pick<Answer, 'message' | 'headers'>

export const ok = <Data>(data: Data, extras: Extras = {}) => ({ status: 200 as const, data, ...extras })
export const created = <Data>(data: Data, extras: Extras = {}) => ({ status: 201 as const, data, ...extras })
export const bare = <Body>(body: Body) => ({ status: 200 as const, bare: body })
export const noContent = () => ({ status: 204 as const })
export const notModified = (headers: Record<string, string>) => ({ status: 304 as const, headers })

/** An answer of bytes, or of nothing but headers. */
export type BytesAnswer<Status extends number> = Without<Part> & { readonly status: Status }

/** A page of a list, with what comes beside its rows. */
export const page = <Page extends { data: unknown }>(of: Page) => ({ status: 200 as const, ...of })

/** Which request is being answered, and in which language. */
export interface Question {
  readonly requestId: string
  readonly bahasa: Bahasa
}

const HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  Vary: 'Authorization, Cookie, Accept-Language, Accept-Encoding',
}

/** A success as the contract shapes it. */
export const respond = (answer: Answer, question: Question): Reply => ({
  status: answer.status,
  headers: { ...HEADERS, 'X-Request-Id': question.requestId, ...answer.headers },
  body: bodyOf(answer, question.bahasa),
})

function bodyOf(answer: Answer, bahasa: Bahasa): Reply['body'] {
  if (answer.bytes !== undefined) return answer.bytes
  if (answer.data instanceof Written) return Readable.from(inEnvelope(answer, answer.data, bahasa))
  if (answer.status === 204 || answer.status === 304) return null
  return JSON.stringify(answer.bare ?? envelope(answer, bahasa))
}

const envelope = ({ message = 'berhasil', data = null, meta, pagination }: Answer, bahasa: Bahasa) => ({
  success: true,
  message: say(bahasa, `ok.${message}`),
  data,
  meta,
  pagination,
})

/** What is written out already goes as it is, between the halves of its envelope. */
function inEnvelope(answer: Answer, { pieces }: Written<unknown>, bahasa: Bahasa): Uint8Array[] {
  const mark = 'isi'
  const [before = '', after = ''] = JSON.stringify(envelope({ ...answer, data: mark }, bahasa)).split(`"${mark}"`)
  return [Buffer.from(before), ...pieces, Buffer.from(after)]
}

/** Translates whatever was thrown: an expected refusal by its code, a database that is away as 503, all else as `internal`. */
export function respondToError(error: unknown, question: Question): Reply {
  if (error instanceof Refusal) return refuse(error, question)
  const unavailable = isUnavailable(error)
  log.error(unavailable ? 'the database is away' : 'unexpected error', { requestId: question.requestId, error })
  return refuse(new Refusal(unavailable ? 'unavailable' : 'internal', unavailable ? { retryAfterSeconds: 2 } : {}), question)
}

function refuse({ code, details }: Refusal, { requestId, bahasa }: Question): Reply {
  const body = {
    success: false,
    code,
    message: say(bahasa, `galat.${details.messageKey ?? code}`, details.params),
    errors: details.fields && translate(details.fields, bahasa),
    tanda: details.tanda?.map(({ kode, tingkat, kalimat }) => ({ kode, tingkat, kalimat: kalimat[bahasa] })),
    request_id: requestId,
  }
  const headers: Record<string, string> = { ...HEADERS, 'X-Request-Id': requestId, ...details.headers }
  if (details.retryAfterSeconds !== undefined) headers['Retry-After'] = String(Math.max(1, Math.ceil(details.retryAfterSeconds)))
  return { status: REFUSALS[code].status, headers, body: JSON.stringify(body) }
}

const translate = (fields: FieldProblems, bahasa: Bahasa) =>
  Object.fromEntries(
    Object.entries(fields).map(([field, problems]) => [field, problems.map(({ key, params }) => say(bahasa, `validasi.${key}`, params))]),
  )
