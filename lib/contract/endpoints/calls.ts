import type { z } from 'zod'
import { type DeclaredAnswer, endpoints, type Named } from '@/lib/contract/endpoint'
import { ADMIN } from './admin'
import { AKUN } from './akun'
import { AKUN_SENDIRI } from './akun-sendiri'
import { BALASAN_CEPAT } from './balasan-cepat'
import { DOKUMEN } from './dokumen'
import { KABAR } from './kabar'
import { KONSULTASI } from './konsultasi'
import { LAMPIRAN } from './lampiran'
import { OPERASI } from './operasi'
import { PESAN } from './pesan'
import { PROFIL } from './profil'
import { TRIASE } from './triase'

/** Every call of the API. A route that is not here, or here and not on disk, fails a test. */
export const ENDPOINTS = endpoints({
  ...AKUN,
  ...AKUN_SENDIRI,
  ...KONSULTASI,
  ...PROFIL,
  ...DOKUMEN,
  ...BALASAN_CEPAT,
  ...TRIASE,
  ...PESAN,
  ...LAMPIRAN,
  ...KABAR,
  ...OPERASI,
  ...ADMIN,
})

// Types from here on: browser code imports these and none of the schemas.

export type Call = keyof typeof ENDPOINTS

type EndpointOf<Name extends Call> = (typeof ENDPOINTS)[Name]

/** The JSON body of a call, as a client writes it. */
export type JsonOf<Name extends Call> = JsonIn<EndpointOf<Name>>
type JsonIn<Declared> = Declared extends { body: infer Body extends Named } ? z.input<Body[keyof Body]> : never

/** The names in the query of a call. */
export type QueryNames<Name extends Call> = NamesIn<EndpointOf<Name>>
type NamesIn<Declared> = Declared extends { query: infer Query extends z.ZodType } ? keyof z.input<Query> : never

/** The whole body of a success, as a client reads it. */
export type Answered<Name extends Call> = BodyOfAnswer<EndpointOf<Name>['answers'][number]>

type BodyOfAnswer<Answer extends DeclaredAnswer> = Answer extends { bare: infer Bare extends z.ZodType }
  ? z.output<Bare>
  : Answer extends { status: 200 | 201 }
    ? {
        readonly success: true
        readonly message: string
        readonly data: PartOf<Answer, 'data', null>
        readonly meta: PartOf<Answer, 'meta', undefined>
        readonly pagination: PartOf<Answer, 'pagination', undefined>
      }
    : never

type PartOf<Answer, Part extends string, Else> = Answer extends Record<Part, infer Schema extends z.ZodType> ? z.output<Schema> : Else
