import type { z } from 'zod'
import type { IdPrefix } from '@/lib/domain/id'
import type { Peran } from '@/lib/domain/pengguna'
import { REFUSAL_CODES, type RefusalCode } from '@/lib/domain/refusal'
import type { Beside } from '@/lib/domain/sesi'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** A call by its method and its path under `/api/v1`: `PUT /pesan/{id}/dibaca`. At most one id stands in a path, and beside it a `{kode}`. */
export type CallName = `${Method} /${string}`

/** A schema by the name that it has in the document: `{ SendPesan }`. */
export type Named = Readonly<Record<string, z.ZodType>>

/** A success as it is answered. Several with one status are alternatives. */
export interface DeclaredAnswer {
  readonly status: 200 | 201 | 204 | 206 | 304 | 416
  readonly means: string
  /** Of the envelope; without it `data` is null. */
  readonly data?: z.ZodType
  readonly meta?: z.ZodType
  readonly pagination?: z.ZodType
  /** The whole body, for what has no envelope. */
  readonly bare?: z.ZodType
  /** The media types of a body that is bytes and no JSON. */
  readonly bytes?: readonly string[]
  /** Headers beside `X-Request-Id`, with what they say. */
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * One call of the API, declared once: the route serves it, and the OpenAPI document, the typed clients and the access test are made from it.
 * What follows from these facts (401 for who must be signed in, 422 where there is a form …) is not repeated here.
 */
export interface Endpoint {
  /** Its name in the document. */
  readonly name: string
  readonly tag: string
  readonly summary: string
  readonly description?: string
  /** Who may ever call it; `all` are signed in, `anyone` need not be. */
  readonly peran: 'anyone' | 'all' | readonly Peran[]
  /** Reached also by somebody who must first set up a second factor (REQUIRE_2FA): what signing out and setting up need. */
  readonly beforeFactor?: true
  /** The noun whose id stands in the path. */
  readonly of?: IdPrefix
  /** What the `{kode}` in the path is. */
  readonly kode?: string
  /** The konsultasi in the path is found together with the session, and the handler is reached only by who may read it (else 404, 403). */
  readonly withKonsultasi?: true
  /** What is read in the statement that finds the session, and handed to the handler by its name; or the parameter of the query that says what. */
  readonly beside?: Beside | { readonly named: string }
  readonly query?: z.ZodType
  /** Request headers that mean something here. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Named
  /** Where the body is a form and no JSON. */
  readonly form?: Named
  /** Where the body is a form with a file in it. */
  readonly multipart?: Named
  /** A body or query that is accepted, where one is needed. */
  readonly example?: Readonly<Record<string, unknown>>
  readonly answers: readonly DeclaredAnswer[]
  /** What this call refuses beside what follows from its facts. */
  readonly refuses?: readonly RefusalCode[]
  /** What an admin reads with it is written down: never because a page of another site led them here. */
  readonly isRecorded?: true
  /** It needs no database, so that it never answers `unavailable`. */
  readonly isStatic?: true
}

/** Calls by their names. */
export type Endpoints = Readonly<Record<CallName, Endpoint>>

/** Declares calls, and keeps what they say as types. */
export const endpoints = <const Declared extends Endpoints>(declared: Declared): Declared => declared

export const PARTICIPANTS = ['pasien', 'dokter'] as const

export const methodOf = (call: string) => call.slice(0, call.indexOf(' ')) as Method
export const pathOf = (call: string) => call.slice(call.indexOf(' ') + 1)

/** Every code that a call can answer with, in the order in which refusals are made. */
export function refusalsOf(call: string, endpoint: Endpoint): RefusalCode[] {
  const { peran, beforeFactor, body, form, multipart, query, of, withKonsultasi, refuses = [], isStatic, isRecorded } = endpoint
  const isSignedIn = peran !== 'anyone'
  const follows: [RefusalCode, boolean][] = [
    ['unauthenticated', isSignedIn],
    ['cross_site', methodOf(call) !== 'GET' || isRecorded === true],
    ['forbidden', isSignedIn && (!beforeFactor || withKonsultasi === true)],
    ['invalid_json', body !== undefined || multipart !== undefined],
    ['payload_too_large', body !== undefined || form !== undefined || multipart !== undefined],
    ['validation_failed', body !== undefined || multipart !== undefined || query !== undefined],
    ['not_found', of !== undefined],
    ['internal', true],
    ['unavailable', !isStatic],
  ]
  const codes = new Set([...follows.filter(([, does]) => does).map(([code]) => code), ...refuses])
  return REFUSAL_CODES.filter((code) => codes.has(code))
}

/** What a schema of the endpoint lets through; nothing where it has none. */
type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

export type BodyOf<E extends Endpoint> = E extends { body: infer Body extends Named } ? z.output<Body[keyof Body]> : undefined
export type QueryOf<E extends Endpoint> = E extends { query: infer Query } ? Output<Query> : undefined
