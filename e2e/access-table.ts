import { pdf } from '@/e2e/berkas/dokumen'
import { type Konsultasi, mark, type Person } from '@/e2e/clinic'
import { formOf } from '@/e2e/unggah'
import type { DokumenView, PermintaanView } from '@/lib/contract/dokumen'
import { type Endpoint, pathOf } from '@/lib/contract/endpoint'
import { type Call, ENDPOINTS, type JsonOf, type QueryNames } from '@/lib/contract/endpoints/calls'
import type { LampiranView } from '@/lib/contract/lampiran'
import type { PesanView } from '@/lib/contract/pesan'
import type { ProfilView } from '@/lib/contract/profil'

/** The columns: nobody, a pasien and a dokter who are strangers to the konsultasi, a dokter who waits to be verified, an admin. */
export const COLUMNS = ['nobody', 'pasien', 'dokter', 'unverified', 'admin'] as const
type Column = (typeof COLUMNS)[number]
type Statuses = readonly [number, number, number, number, number]

export interface Scene {
  readonly k: Konsultasi
  readonly pesan: PesanView
  readonly waiting: Person
  /** Of the pesan. */
  readonly lampiran: LampiranView
  /** A child of the pasien of the konsultasi. */
  readonly profil: ProfilView
  readonly dokumen: DokumenView
  readonly permintaan: PermintaanView
}

/** A call or a page by its route, what it answers to each column, and how it is asked about what belongs to other people. */
export interface Row {
  readonly call: string
  readonly statuses: Statuses
  /** Of what is in the path: a konsultasi unless said. */
  readonly of?: Endpoint['of']
  readonly ask?: (scene: Scene) => Question
}

interface Question {
  readonly json?: unknown
  readonly raw?: BodyInit
  readonly query?: Readonly<Record<string, unknown>>
}

/** What a call is asked with where its example does not do, because it depends on the scene or would end what the others look at. */
interface Asked<Name extends Call> {
  readonly json?: (scene: Scene) => JsonOf<Name>
  readonly query?: (scene: Scene) => { readonly [Key in QueryNames<Name>]?: string }
  readonly raw?: (scene: Scene) => BodyInit
  /** What is answered, instead of a success, to those who may ask, or to one of them. */
  readonly answers?: number | { readonly [Who in Column]?: number }
}

const wrong = { json: () => ({ password: 'bukan-yang-ini' }) }

const ASKED: { readonly [Name in Call]?: Asked<Name> } = {
  'POST /auth/register': {
    json: () => ({ nama: 'Sari', email: `${mark()}@uji.test`, password: 'laut-tenang-81', peran: 'pasien' }),
  },
  'POST /auth/login': { json: () => ({ email: `${mark()}@uji.test`, password: 'bukan-sandi-siapa-pun' }), answers: 401 },
  'POST /auth/lupa-sandi': { json: () => ({ email: `${mark()}@uji.test` }) },
  'POST /auth/atur-ulang-sandi': { answers: 422 },
  'POST /auth/konfirmasi-email': { answers: 422 },
  'PUT /auth/password': { answers: 422 },
  // Of people without a second factor, whose password this is not.
  'POST /akun/faktor-kedua': { ...wrong, answers: 422 },
  'PUT /akun/faktor-kedua': { answers: 409 },
  'DELETE /akun/faktor-kedua': { ...wrong, answers: 409 },
  'PUT /akun/faktor-kedua/kode-pemulihan': { ...wrong, answers: 409 },
  'PUT /akun/email': { answers: 422 },
  'DELETE /akun': { ...wrong, answers: 422 },
  'DELETE /akun/sesi/{id}': { answers: 404 },
  'PUT /dokter/saya/ketersediaan': { answers: { unverified: 403 } },
  'POST /konsultasi': { json: ({ k }) => ({ dokter_id: k.dokter.id, keluhan: 'Pusing sejak kemarin sore' }) },
  'POST /pesan': { json: ({ k }) => ({ konsultasi_id: k.id, pesan: 'Halo' }) },
  'GET /pesan': { query: ({ k }) => ({ q: 'Rahasia', konsultasi_id: k.id }) },
  'PUT /kehadiran': { json: ({ k }) => ({ konsultasi_id: k.id }) },
  'POST /lampiran': { raw: ({ k }) => formOf(k.id, { bytes: pdf() }) },
  // The channel of its pasien.
  'POST /realtime/auth': {
    raw: ({ k }) => new URLSearchParams({ socket_id: '12.34', channel_name: `private-${k.pasien.id}` }),
    answers: { pasien: 403, dokter: 403, unverified: 403, admin: 403 },
  },
  'POST /realtime/user-auth': { raw: () => new URLSearchParams({ socket_id: '12.34' }) },
  // A lab has nothing to redeem.
  'POST /verifikasi/{kode}/tebus': { answers: 409 },
  'GET /admin/audit/jangkauan': { query: ({ k }) => ({ pengguna: k.pasien.id }) },
}

/** These change what the others look at. */
const LAST: readonly Call[] = ['DELETE /pesan/{id}', 'POST /auth/logout']

/** As a route on disk is called. */
export const rowNameOf = (call: string) =>
  call
    .replace(' ', ' /api/v1')
    .replace('{kode}', '[kode]')
    .replace(/\{\w+\}/, '[id]')

function rowOf(call: Call): Row {
  const endpoint: Endpoint = ENDPOINTS[call]
  const asked: Asked<never> = ASKED[call] ?? {}
  if ((endpoint.form || endpoint.multipart) && !asked.raw) throw new Error(`${call}: what is sent stands in e2e/access-table.ts`)
  const [nobody, pasien, dokter, unverified, admin] = COLUMNS.map((column) => statusOf(endpoint, asked, column))
  return {
    call: rowNameOf(call),
    statuses: [nobody, pasien, dokter, unverified, admin] as Statuses,
    of: endpoint.of,
    ask: (scene) => questionOf(endpoint, asked, scene),
  }
}

/** 401 for who must be signed in and is not, 403 for a role that may never and for strangers to what is asked about, else a success. */
function statusOf({ peran, answers: [success], ...endpoint }: Endpoint, { answers }: Asked<never>, column: Column): number {
  const expected = (typeof answers === 'object' ? answers[column] : answers) ?? success?.status ?? 200
  if (peran === 'anyone') return expected
  if (column === 'nobody') return 401
  const role = column === 'unverified' ? 'dokter' : column
  if (peran !== 'all' && !peran.includes(role)) return 403
  return role !== 'admin' && isAboutOthers(endpoint) ? 403 : expected
}

/** Is it asked about the konsultasi of the scene, or something in it? */
const isAboutOthers = ({ of, body, query, multipart }: Omit<Endpoint, 'peran' | 'answers'>) =>
  of === 'konsultasi' ||
  of === 'pesan' ||
  of === 'lampiran' ||
  of === 'profil' ||
  of === 'dokumen' ||
  of === 'permintaan' ||
  [...Object.values({ ...body, ...multipart }), query].some(namesKonsultasi)

const namesKonsultasi = (schema: unknown) => 'konsultasi_id' in ((schema as { shape?: object } | undefined)?.shape ?? {})

const questionOf = ({ body, query, example }: Endpoint, asked: Asked<never>, scene: Scene): Question => ({
  json: body && (asked.json?.(scene) ?? example),
  query: query && (asked.query?.(scene) ?? example),
  raw: asked.raw?.(scene),
})

const EVERYBODY: Statuses = [200, 200, 200, 200, 200]

/** Doors of the system itself, outside of the contract. */
const SYSTEM: readonly Row[] = [
  { call: 'GET /api/live', statuses: EVERYBODY },
  { call: 'GET /api/ready', statuses: EVERYBODY },
  // The system with realtime has a token for them; nobody's session is one.
  { call: 'GET /api/metrics', statuses: [401, 401, 401, 401, 401] },
]

const calls = Object.keys(ENDPOINTS) as Call[]

/** Every call of the API on what belongs to other people, each with what would be accepted from them. */
export const API: readonly Row[] = [...SYSTEM, ...calls.filter((call) => !LAST.includes(call)).map(rowOf), ...LAST.map(rowOf)]

const SIGNED_IN_PAGE: Statuses = [307, 200, 200, 200, 200]

/** Doors that are not of the API's envelope: next-auth's own, and the one for what does not exist. */
export const OTHERS: readonly Row[] = [
  { call: 'GET /api/auth/[...nextauth]', statuses: EVERYBODY },
  { call: 'GET /api/[[...lain]]', statuses: [404, 404, 404, 404, 404] },
]

/** Every page: 307 leads to signing in, or to one's own wing. */
export const PAGES: readonly Row[] = [
  { call: 'GET /', statuses: [200, 307, 307, 307, 307] },
  { call: 'GET /masuk', statuses: [200, 307, 307, 307, 307] },
  { call: 'GET /daftar', statuses: [200, 307, 307, 307, 307] },
  { call: 'GET /daftar/terkirim', statuses: EVERYBODY },
  { call: 'GET /luring', statuses: EVERYBODY },
  { call: 'GET /lupa-sandi', statuses: EVERYBODY },
  { call: 'GET /konfirmasi-email', statuses: EVERYBODY },
  { call: 'GET /privasi', statuses: EVERYBODY },
  { call: 'GET /v/[kode]', statuses: EVERYBODY },
  { call: 'GET /akun', statuses: SIGNED_IN_PAGE },
  { call: 'GET /akun/profil', statuses: [307, 200, 403, 403, 403] },
  { call: 'GET /akun/profil/[id]', of: 'profil', statuses: [307, 403, 403, 403, 403] },
  { call: 'GET /akun/keamanan', statuses: SIGNED_IN_PAGE },
  { call: 'GET /akun/data', statuses: SIGNED_IN_PAGE },
  { call: 'GET /akun/kabar', statuses: SIGNED_IN_PAGE },
  { call: 'GET /pasien', statuses: [307, 200, 403, 403, 403] },
  { call: 'GET /pasien/konsultasi', statuses: [307, 200, 403, 403, 403] },
  { call: 'GET /pasien/konsultasi/baru', statuses: [307, 200, 403, 403, 403] },
  { call: 'GET /pasien/konsultasi/[id]', statuses: [307, 403, 403, 403, 403] },
  { call: 'GET /pasien/dokumen', statuses: [307, 200, 403, 403, 403] },
  { call: 'GET /pasien/dokumen/[id]', of: 'dokumen', statuses: [307, 403, 403, 403, 403] },
  { call: 'GET /pasien/cari', statuses: [307, 200, 403, 403, 403] },
  { call: 'GET /dokter', statuses: [307, 403, 200, 200, 403] },
  { call: 'GET /dokter/konsultasi', statuses: [307, 403, 200, 200, 403] },
  { call: 'GET /dokter/konsultasi/[id]', statuses: [307, 403, 403, 403, 403] },
  { call: 'GET /dokter/konsultasi/[id]/penutup', statuses: [307, 403, 403, 403, 403] },
  { call: 'GET /dokter/dokumen/[id]', of: 'dokumen', statuses: [307, 403, 403, 403, 403] },
  { call: 'GET /dokter/cari', statuses: [307, 403, 200, 200, 403] },
  { call: 'GET /admin', statuses: [307, 403, 403, 403, 200] },
  { call: 'GET /admin/dokter', statuses: [307, 403, 403, 403, 200] },
  { call: 'GET /admin/dokter/[id]', statuses: [307, 403, 403, 403, 200] },
  { call: 'GET /admin/pengguna', statuses: [307, 403, 403, 403, 200] },
  { call: 'GET /admin/pengguna/[id]', statuses: [307, 403, 403, 403, 200] },
  { call: 'GET /admin/konsultasi', statuses: [307, 403, 403, 403, 200] },
  { call: 'GET /admin/konsultasi/[id]', statuses: [307, 403, 403, 403, 200] },
  { call: 'GET /admin/tanda-bahaya', statuses: [307, 403, 403, 403, 200] },
  { call: 'GET /admin/audit', statuses: [307, 403, 403, 403, 200] },
  { call: 'GET /admin/audit/jangkauan', statuses: [307, 403, 403, 403, 200] },
]

export const routeOf = ({ call }: Pick<Row, 'call'>) => pathOf(call)
