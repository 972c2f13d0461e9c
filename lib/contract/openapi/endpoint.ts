import type { z } from 'zod'
import type { IdPrefix } from '@/lib/domain/id'
import type { Peran } from '@/lib/domain/pengguna'
import type { RefusalCode } from '@/lib/domain/refusal'

/** A schema by the name that it has in the document: `{ SendPesan }`. */
export type Named = Readonly<Record<string, z.ZodType>>

/** A success as it is answered. Several with one status are alternatives. */
export interface Answer {
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

/** One call of the API. What follows from these facts (401 for who must be signed in, 422 where there is a form …) is not repeated here. */
export interface Endpoint {
  readonly id: string
  readonly method: 'get' | 'post' | 'put' | 'delete'
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly description?: string
  /** Who may ever call it; `all` are signed in, `anyone` need not be. */
  readonly peran: 'anyone' | 'all' | readonly Peran[]
  /** For each name in the path, the nouns whose ids may stand there. */
  readonly ids?: Readonly<Record<string, readonly IdPrefix[]>>
  readonly query?: z.ZodType
  /** Request headers that mean something here. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Named
  /** Where the body is a form and no JSON. */
  readonly form?: Named
  /** Where the body is a form with a file in it. */
  readonly multipart?: Named
  readonly answers: readonly Answer[]
  /** What this call refuses beside what follows from its facts. */
  readonly refuses?: readonly RefusalCode[]
  /** What an admin reads with it is written down. */
  readonly isRecorded?: boolean
  /** It needs no database, so that it never answers `unavailable`. */
  readonly isStatic?: boolean
}
