import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { NextRequest } from 'next/server'
import { ADDRESS_HEADER } from '@/lib/auth/address'
import type { Asked } from '@/lib/auth/asked'
import { noteAsker } from '@/lib/auth/asker'
import { type Credentials, credentialsOf, refuseCrossSite, refuseForeignReading } from '@/lib/auth/credentials'
import { hashOf } from '@/lib/auth/token'
import {
  type BodyOf,
  type CallName,
  type Endpoint,
  type Endpoints,
  type Method,
  methodOf,
  pathOf,
  type QueryOf,
} from '@/lib/contract/endpoint'
import { PENGGUNA_HEADER } from '@/lib/contract/headers'
import { findSesi, type KonsultasiNow, type ReadBeside, type SignedIn } from '@/lib/data/sesi'
import { languageOf } from '@/lib/domain/bahasa'
import { toId, uuidOf } from '@/lib/domain/id'
import type { Actor } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { type Beside, SERTAKAN } from '@/lib/domain/sesi'
import { isPlainText } from '@/lib/domain/text'
import { env } from '@/lib/env'
import { mustSetUpFactor } from '@/lib/policy/faktor-kedua'
import { canRead, isAdmin } from '@/lib/policy/konsultasi'
import { type Answer, type AnswerOf, type Question, respond, respondToError } from './answer'
import { openDoor, type Path } from './door'
import { parseBody, parseQuery } from './parse'
import { askedOfWeb, type Reply, webResponseOf } from './reply'

/** A path without a variable part comes without params. */
type Params = { params: Promise<Record<string, string | string[] | undefined> | undefined> }
type Handler = (request: NextRequest, context: Params) => Promise<Response>

/** The same whoever asks: Next.js, or the door past it. */
type Served = (asked: Asked, path: Path) => Promise<Reply>

/** What a handler is told. `body` and `query` are parsed; `id` is the path's own, unparsed. */
type Told<E extends Endpoint> = Question & {
  readonly request: Asked
  readonly id: string
  /** The word beside the id in the path; empty where it has none. */
  readonly kode: string
  readonly body: BodyOf<E>
  readonly query: QueryOf<E>
} & (E extends { peran: 'anyone' } ? unknown : { readonly actor: Actor }) &
  (E extends { withKonsultasi: true } ? { readonly konsultasi: KonsultasiNow } : unknown) &
  (E extends { beside: infer Name extends keyof ReadBeside } ? Pick<ReadBeside, Name> : unknown) &
  (E extends { beside: { named: string } } ? Partial<ReadBeside> : unknown)

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
  const given: Partial<Record<Method, Served>> = {}
  const calls = Object.entries(handlers) as [keyof Declared & CallName, AnyHandle][]
  for (const [call, handle] of calls) {
    const endpoint: Endpoint = declared[call]
    const method = methodOf(call)
    const first = given[method]
    const served = answering(handlerOf(endpoint, handle))
    given[method] = first ? chosenById(`${endpoint.of}_`, served, first) : served
  }
  const offered = offer(given)
  // All of them have one path, whatever they call its id.
  for (const [call] of calls.slice(0, 1)) openDoor(pathOf(call), (asked, path) => offered[asked.method as HttpMethod](asked, path))
  return routes(offered)
}

type AnyHandle = (told: never) => Promise<Answer>
type Answering = (request: Asked, question: Question, path: Path) => Promise<Answer>

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
  (prefix: string, second: Served, first: Served): Served =>
  async (asked, path) =>
    path.id.startsWith(prefix) ? second(asked, path) : first(asked, path)

/** What is looked at before a handler is asked, at hand. */
type Shape = ReturnType<typeof shapeOf>

const shapeOf = ({ peran, beforeFactor, isRecorded, beside, body = {}, query }: Endpoint) => ({
  peran: typeof peran === 'string' ? undefined : peran,
  beforeFactor,
  isRecorded,
  beside,
  body: Object.values(body)[0],
  query,
})

/** Anybody, signed in or not. */
async function welcome(shape: Shape, request: Asked, question: Question, path: Path) {
  if (credentialsOf(request.headers)?.door === 'cookie') refuseCrossSite(request)
  const body = shape.body && (await parseBody(request, shape.body))
  const query = shape.query && parseQuery(request.url, shape.query)
  return { request, ...question, ...path, body, query }
}

async function admit(shape: Shape, request: Asked, question: Question, path: Path, konsultasiId: string | null) {
  const credentials = credentialsOf(request.headers)
  const { actor, konsultasi, beside } = await authenticate(credentials, (tokenHash) =>
    findSesi(tokenHash, konsultasiId, request.headers.get(ADDRESS_HEADER), besideOf(shape, request.url)),
  )
  refuseAnother(actor, request.headers.get(PENGGUNA_HEADER))
  noteAsker(question.requestId, actor.id)
  if (credentials?.door === 'cookie') refuseCrossSite(request)
  if (credentials?.door === 'cookie' && shape.isRecorded && isAdmin(actor)) refuseForeignReading(request)
  if (shape.peran && !shape.peran.includes(actor.peran)) throw new Refusal('forbidden')
  if (!shape.beforeFactor && mustSetUpFactor(actor, env().requireFaktorKedua))
    throw new Refusal('forbidden', { messageKey: 'wajib_faktor' })
  const body = shape.body && (await parseBody(request, shape.body))
  const query = shape.query && parseQuery(request.url, shape.query)
  return { request, ...question, actor, konsultasi, ...beside, ...path, body, query }
}

/** What is asked for by the query is looked at with the rest of it later: here it only decides what is read. */
function besideOf({ beside }: Shape, url: string): Beside | undefined {
  if (typeof beside !== 'object') return beside
  const named = new URLSearchParams(url.split('?')[1]).get(beside.named)
  return SERTAKAN.find((one) => one === named)
}

async function authenticate(credentials: Credentials | null, find: (tokenHash: Buffer) => Promise<SignedIn | null>): Promise<SignedIn> {
  const signedIn = credentials && (await find(hashOf(credentials.token)))
  if (!signedIn) throw new Refusal('unauthenticated')
  return signedIn
}

/** A page says whose it is: it may still be open when somebody else has signed in at its browser, and must not act with their cookie. */
function refuseAnother(actor: Actor, named: string | null) {
  if (named !== null && named !== toId('pengguna', actor.id)) throw new Refusal('unauthenticated')
}

/** Runs a handler and answers whatever comes of it, in the reader's language and with the request's id. */
const answering =
  (handle: Answering): Served =>
  async (request, { id, kode }) => {
    const question = {
      requestId: request.headers.get('x-request-id') ?? randomUUID(),
      bahasa: languageOf(request.headers.get('accept-language')),
    }
    try {
      return withoutBody(request, respond(await handle(request, question, { id, kode: namedBy(kode) }), question))
    } catch (error) {
      return respondToError(error, question)
    }
  }

/** What the database cannot hold names nothing: it is looked for as nothing is, and found by nobody. */
const namedBy = (kode: string): string => (isPlainText(kode) ? kode : '')

/** Whoever asks for the headers alone gets no bytes, and nothing goes on making them. */
function withoutBody({ method }: Asked, reply: Reply): Reply {
  if (method !== 'HEAD' || !(reply.body instanceof Readable)) return reply
  reply.body.destroy()
  return { ...reply, body: null }
}

/** As Next.js calls it. */
const routed =
  (served: Served): Handler =>
  async (request, context) => {
    const { id = '', kode = '' } = (await context.params) ?? {}
    return webResponseOf(await served(askedOfWeb(request), { id: String(id), kode: String(kode) }))
  }

/** For what is no call of the contract: a handler that anybody reaches. */
export const publicRoute = (handle: (request: Asked) => Promise<Answer>): Served => answering(handle)

const unknown = answering(async () => {
  throw new Refusal('not_found')
})

/** Unknown paths are 404 for everybody, signed in or not. */
export const unknownPath: Handler = routed(unknown)

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
type HttpMethod = (typeof METHODS)[number]

/** All methods of a path: the given ones, HEAD as GET, OPTIONS, and 405 with `Allow` for the rest. */
function offer(given: Partial<Record<Exclude<HttpMethod, 'HEAD' | 'OPTIONS'>, Served>>): Record<HttpMethod, Served> {
  const offered = METHODS.filter((method) => method === 'OPTIONS' || (method === 'HEAD' ? given.GET : given[method]))
  const allow = { Allow: offered.join(', ') }
  const refuse = answering(async () => {
    throw new Refusal('method_not_allowed', { headers: allow })
  })
  const tell = answering(async () => ({ status: 204, headers: allow }))
  const all = METHODS.map((method) => [method, method === 'OPTIONS' ? tell : ((method === 'HEAD' ? given.GET : given[method]) ?? refuse)])
  return Object.fromEntries(all)
}

const routes = (offered: Record<HttpMethod, Served>) =>
  Object.fromEntries(Object.entries(offered).map(([method, served]) => [method, routed(served)])) as Record<HttpMethod, Handler>

/** The same for what is no call of the contract. */
export const methods = (given: Parameters<typeof offer>[0]) => routes(offer(given))
