import { randomUUID } from 'node:crypto'
import type { NextRequest } from 'next/server'
import type { z } from 'zod'
import { ADDRESS_HEADER } from '@/lib/auth/address'
import { noteAsker } from '@/lib/auth/asker'
import { type Credentials, credentialsOf, refuseCrossSite, refuseForeignReading } from '@/lib/auth/credentials'
import { hashOf } from '@/lib/auth/token'
import { PENGGUNA_HEADER } from '@/lib/contract/headers'
import { findSesi, type KonsultasiNow, type SignedIn } from '@/lib/data/sesi'
import { toId, uuidOf } from '@/lib/domain/id'
import type { Actor, Peran } from '@/lib/domain/pengguna'
import { Refusal } from '@/lib/domain/refusal'
import { env } from '@/lib/env'
import { mustSetUpFactor } from '@/lib/policy/faktor-kedua'
import { canRead, isAdmin } from '@/lib/policy/konsultasi'
import { type Answer, type Question, respond, respondToError } from './answer'
import { languageOf } from './language'
import { parseBody, parseQuery } from './parse'

/** A path without a variable part comes without params. */
type Params = { params: Promise<Record<string, string | string[] | undefined> | undefined> }
export type Handler = (request: NextRequest, context: Params) => Promise<Response>

interface Shape<Body extends z.ZodType, Query extends z.ZodType> {
  readonly body?: Body
  readonly query?: Query
  /** The roles that may ever come here; everybody who is signed in unless given. */
  readonly peran?: readonly Peran[]
  /** Reached also by somebody who must first set up a second factor (REQUIRE_2FA): what signing out and setting up need. */
  readonly beforeFactor?: true
  /** What an admin reads here is written down: never because a page of another site led them here. */
  readonly isRecorded?: true
}

/** What a handler is told. `body` and `query` are parsed; `id` is the path's own, unparsed. */
export interface Told<Body, Query> extends Question {
  readonly request: NextRequest
  readonly actor: Actor
  readonly id: string
  readonly body: Body
  readonly query: Query
}

export interface ToldOfKonsultasi<Body, Query> extends Told<Body, Query> {
  readonly konsultasi: KonsultasiNow
}

export const PARTICIPANTS: readonly Peran[] = ['pasien', 'dokter']

/**
 * A handler for somebody who is signed in. Refusals come in the contract's order: 401, `cross_site`, 403 for the role, 400, 422 for the
 * form; what depends on the database (404, 403 for this one, 409) is the operation's to say.
 */
export const route = <Body extends z.ZodType, Query extends z.ZodType>(
  shape: Shape<Body, Query>,
  handle: (told: Told<z.output<Body>, z.output<Query>>) => Promise<Answer>,
): Handler => answering(async (request, question, id) => handle(await admit(shape, request, question, id, null)))

/** A handler for a konsultasi in the path, which reaches it only when this person may read it (else 404, 403). */
export const konsultasiRoute = <Body extends z.ZodType, Query extends z.ZodType>(
  shape: Shape<Body, Query>,
  handle: (told: ToldOfKonsultasi<z.output<Body>, z.output<Query>>) => Promise<Answer>,
): Handler =>
  answering(async (request, question, id) => {
    const told = await admit(shape, request, question, id, uuidOf('konsultasi', id))
    if (!told.konsultasi) throw new Refusal('not_found')
    if (!canRead(told.actor, told.konsultasi)) throw new Refusal('forbidden')
    return handle({ ...told, konsultasi: told.konsultasi })
  })

type PublicTold<Body> = Question & { readonly request: NextRequest; readonly body: Body }

/** The visible exception: a handler that anybody reaches, signed in or not. */
export const publicRoute = <Body extends z.ZodType>(
  shape: { readonly body?: Body },
  handle: (told: PublicTold<z.output<Body>>) => Promise<Answer>,
): Handler =>
  answering(async (request, question) => {
    if (credentialsOf(request.headers)?.door === 'cookie') refuseCrossSite(request)
    const body = shape.body ? await parseBody(request, shape.body) : undefined
    return handle({ request, ...question, body: body as z.output<Body> })
  })

async function admit<Body extends z.ZodType, Query extends z.ZodType>(
  shape: Shape<Body, Query>,
  request: NextRequest,
  question: Question,
  id: string,
  konsultasiId: string | null,
) {
  const credentials = credentialsOf(request.headers)
  const { actor, konsultasi } = await authenticate(credentials, konsultasiId, request.headers.get(ADDRESS_HEADER))
  refuseAnother(actor, request.headers.get(PENGGUNA_HEADER))
  noteAsker(question.requestId, actor.id)
  if (credentials?.door === 'cookie') refuseCrossSite(request)
  if (credentials?.door === 'cookie' && shape.isRecorded && isAdmin(actor)) refuseForeignReading(request)
  if (shape.peran && !shape.peran.includes(actor.peran)) throw new Refusal('forbidden')
  if (!shape.beforeFactor && mustSetUpFactor(actor, env().requireSecondFactor))
    throw new Refusal('forbidden', { messageKey: 'wajib_faktor' })
  const body = (shape.body ? await parseBody(request, shape.body) : undefined) as z.output<Body>
  const query = (shape.query ? parseQuery(request.url, shape.query) : undefined) as z.output<Query>
  return { request, ...question, actor, konsultasi, id, body, query }
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
  (handle: (request: NextRequest, question: Question, id: string) => Promise<Answer>): Handler =>
  async (request, context) => {
    const question = {
      requestId: request.headers.get('x-request-id') ?? randomUUID(),
      bahasa: languageOf(request.headers.get('accept-language')),
    }
    try {
      const id = (await context.params)?.id
      return respond(await handle(request, question, typeof id === 'string' ? id : ''), question)
    } catch (error) {
      return respondToError(error, question)
    }
  }

/** Unknown paths are 404 for everybody, signed in or not. */
export const unknownPath: Handler = answering(async () => {
  throw new Refusal('not_found')
})

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
type Method = (typeof METHODS)[number]

/** All methods of a path: the given ones, HEAD as GET, OPTIONS, and 405 with `Allow` for the rest. */
export function methods(given: Partial<Record<Exclude<Method, 'HEAD' | 'OPTIONS'>, Handler>>): Record<Method, Handler> {
  const offered = METHODS.filter((method) => method === 'OPTIONS' || (method === 'HEAD' ? given.GET : given[method]))
  const allow = { Allow: offered.join(', ') }
  const refuse = answering(async () => {
    throw new Refusal('method_not_allowed', { headers: allow })
  })
  const tell = answering(async () => ({ status: 204, headers: allow }))
  const all = METHODS.map((method) => [method, method === 'OPTIONS' ? tell : ((method === 'HEAD' ? given.GET : given[method]) ?? refuse)])
  return Object.fromEntries(all)
}
