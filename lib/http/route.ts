import { randomUUID } from 'node:crypto'
import type { NextRequest } from 'next/server'
import { ADDRESS_HEADER } from '@/lib/auth/address'
import { noteAsker } from '@/lib/auth/asker'
import { type Credentials, credentialsOf, refuseCrossSite, refuseForeignReading } from '@/lib/auth/credentials'
import { hashOf } from '@/lib/auth/token'
import { type BodyOf, type CallName, type Endpoint, type Endpoints, type Method, methodOf, type QueryOf } from '@/lib/contract/endpoint'
import { PENGGUNA_HEADER } from '@/lib/contract/headers'
import { findSesi, type KonsultasiNow, type SignedIn } from '@/lib/data/sesi'
import { languageOf } from '@/lib/domain/bahasa'
import { toId, uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { isPlainText } from '@/lib/domain/text'
import { env } from '@/lib/env'
import { mustSetUpFactor } from '@/lib/policy/faktor-kedua'
import { canRead, isAdmin } from '@/lib/policy/konsultasi'
import { type Answer, type AnswerOf, type Question, respond, respondToError } from './answer'
import { parseBody, parseQuery } from './parse'

/** A path without a variable part comes without params. */
type Params = { params: Promise<Record<string, string | string[] | undefined> | undefined> }
type Handler = (request: NextRequest, context: Params) => Promise<Response>

/** What a handler is told. `body` and `query` are parsed; `id` is the path's own, unparsed. */
type Told<E extends Endpoint> = Question & {
  readonly request: NextRequest
  readonly id: string
  /** The word beside the id in the path; empty where it has none. */
  readonly kode: string
  readonly body: BodyOf<E>
  readonly query: QueryOf<E>
} & (E extends { peran: 'anyone' } ? unknown : { readonly actor: Actor }) &
  (E extends { withKonsultasi: true } ? { readonly konsultasi: KonsultasiNow } : unknown)

type Handle<E extends Endpoint> = (told: Told<E>) => Promise<AnswerOf<E>>

/**
 * Serves calls of one path as they are declared: who may come and what may be said is looked at before the handler is asked. Refusals come in
 * the contract's order: 401, `cross_site`, 403 for the role, 400, 422 for the form; what depends on the database (404, 403 for this one, 409)
 * is the operation's to say. Two calls of one method differ by the noun of their id: the first one takes whatever is no id of the second.
 */
export function serve<Declared extends Endpoints>(
  declared: Declared,
  handlers: { readonly [Call in keyof Declared & CallName]?: Handle<Declared[Call]> },
): Record<HttpMethod, Handler> {
  const given: Partial<Record<Method, Handler>> = {}
  for (const [call, handle] of Object.entries(handlers) as [keyof Declared & CallName, AnyHandle][]) {
    const endpoint: Endpoint = declared[call]
    const method = methodOf(call)
    const first = given[method]
    const handler = answering(handlerOf(endpoint, handle))
    given[method] = first ? chosenById(`${endpoint.of}_`, handler, first) : handler
  }
  return methods(given)
}

type AnyHandle = (told: never) => Promise<Answer>
type Answering = (request: NextRequest, question: Question, path: Path) => Promise<Answer>

/** What is variable in a path: an id, and in a few a word beside it. */
interface Path {
  readonly id: string
  readonly kode: string
}

function handlerOf(endpoint: Endpoint, handle: AnyHandle): Answering {
  const shape = shapeOf(endpoint)
  const tell = handle as (told: unknown) => Promise<Answer>
  if (endpoint.peran === 'anyone') return async (request, question, path) => tell(await welcome(shape, request, question, path))
  if (!endpoint.withKonsultasi) return async (request, question, path) => tell(await admit(shape, request, question, path, null))
  return async (request, question, path) => {
    const told = await admit(shape, request, question, path, uuidOf('konsultasi', path.id))
    if (!told.konsultasi) throw new Refusal('not_found')
    if (!canRead(told.actor, told.konsultasi)) throw new Refusal('forbidden')
    return tell(told)
  }
}

const chosenById =
  (prefix: string, second: Handler, first: Handler): Handler =>
  async (request, context) =>
    String((await context.params)?.id).startsWith(prefix) ? second(request, context) : first(request, context)

/** What is looked at before a handler is asked, at hand. */
type Shape = ReturnType<typeof shapeOf>

const shapeOf = ({ peran, beforeFactor, isRecorded, body = {}, query }: Endpoint) => ({
  peran: typeof peran === 'string' ? undefined : peran,
  beforeFactor,
  isRecorded,
  body: Object.values(body)[0],
  query,
})

/** Anybody, signed in or not. */
async function welcome(shape: Shape, request: NextRequest, question: Question, path: Path) {
  if (credentialsOf(request.headers)?.door === 'cookie') refuseCrossSite(request)
  const body = shape.body && (await parseBody(request, shape.body))
  const query = shape.query && parseQuery(request.url, shape.query)
  return { request, ...question, ...path, body, query }
}

async function admit(shape: Shape, request: NextRequest, question: Question, path: Path, konsultasiId: string | null) {
  const credentials = credentialsOf(request.headers)
  const { actor, konsultasi } = await authenticate(credentials, konsultasiId, request.headers.get(ADDRESS_HEADER))
  refuseAnother(actor, request.headers.get(PENGGUNA_HEADER))
  noteAsker(question.requestId, actor.id)
  if (credentials?.door === 'cookie') refuseCrossSite(request)
  if (credentials?.door === 'cookie' && shape.isRecorded && isAdmin(actor)) refuseForeignReading(request)
  if (shape.peran && !shape.peran.includes(actor.peran)) throw new Refusal('forbidden')
  if (!shape.beforeFactor && mustSetUpFactor(actor, env().requireFaktorKedua))
    throw new Refusal('forbidden', { messageKey: 'wajib_faktor' })
  const body = shape.body && (await parseBody(request, shape.body))
  const query = shape.query && parseQuery(request.url, shape.query)
  return { request, ...question, actor, konsultasi, ...path, body, query }
}

async function authenticate(credentials: Credentials | null, konsultasiId: string | null, alamat: string | null): Promise<SignedIn> {
  const signedIn = credentials && (await findSesi(hashOf(credentials.token), konsultasiId, alamat))
  if (!signedIn) throw new Refusal('unauthenticated')
  return signedIn
}

/** A page says whose it is: it may still be open when somebody else has signed in at its browser, and must not act with their cookie. */
function refuseAnother(actor: Actor, named: string | null) {
  if (named !== null && named !== toId('pengguna', actor.id)) throw new Refusal('unauthenticated')
}

/** Runs a handler and answers whatever comes of it, in the reader's language and with the request's id. */
const answering =
  (handle: Answering): Handler =>
  async (request, context) => {
    const question = {
      requestId: request.headers.get('x-request-id') ?? randomUUID(),
      bahasa: languageOf(request.headers.get('accept-language')),
    }
    try {
      const { id = '', kode = '' } = (await context.params) ?? {}
      return respond(await handle(request, question, { id: String(id), kode: namedBy(String(kode)) }), question)
    } catch (error) {
      return respondToError(error, question)
    }
  }

/** What the database cannot hold names nothing: it is looked for as nothing is, and found by nobody. */
const namedBy = (kode: string): string => (isPlainText(kode) ? kode : '')

/** For what is no call of the contract: a handler that anybody reaches. */
export const publicRoute = (handle: (request: NextRequest) => Promise<Answer>): Handler => answering(handle)

/** Unknown paths are 404 for everybody, signed in or not. */
export const unknownPath: Handler = answering(async () => {
  throw new Refusal('not_found')
})

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
type HttpMethod = (typeof METHODS)[number]

/** All methods of a path: the given ones, HEAD as GET, OPTIONS, and 405 with `Allow` for the rest. */
export function methods(given: Partial<Record<Exclude<HttpMethod, 'HEAD' | 'OPTIONS'>, Handler>>): Record<HttpMethod, Handler> {
  const offered = METHODS.filter((method) => method === 'OPTIONS' || (method === 'HEAD' ? given.GET : given[method]))
  const allow = { Allow: offered.join(', ') }
  const refuse = answering(async () => {
    throw new Refusal('method_not_allowed', { headers: allow })
  })
  const tell = answering(async () => ({ status: 204, headers: allow }))
  const all = METHODS.map((method) => [method, method === 'OPTIONS' ? tell : ((method === 'HEAD' ? given.GET : given[method]) ?? refuse)])
  return Object.fromEntries(all)
}
