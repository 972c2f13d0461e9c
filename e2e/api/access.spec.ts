import { readFileSync } from 'node:fs'
import { Client as Database } from 'pg'
import { pdf } from '@/e2e/berkas/dokumen'
import type { Client, Reply } from '@/e2e/client'
import { type Clinic, type Konsultasi, mark, type Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { NextAuthBrowser } from '@/e2e/next-auth-browser'
import { Device } from '@/e2e/push/device'
import { formOf, uploaded } from '@/e2e/unggah'
import { buildApp } from '@/lib/cli/artifacts'
import type { LampiranView } from '@/lib/contract/lampiran'
import type { PesanView } from '@/lib/contract/pesan'
import { PRIVASI_VERSI } from '@/lib/domain/privasi'

/** The columns: nobody, a pasien and a dokter who are strangers to the konsultasi, a dokter who waits to be verified, an admin. */
const COLUMNS = ['nobody', 'pasien', 'dokter', 'unverified', 'admin'] as const
type Statuses = readonly [number, number, number, number, number]

interface Scene {
  readonly k: Konsultasi
  readonly pesan: PesanView
  readonly waiting: Person
  /** Of the pesan. */
  readonly lampiran: LampiranView
}
type Row = readonly [call: string, statuses: Statuses, request?: (scene: Scene) => { json?: unknown; raw?: BodyInit }]

const EVERYBODY: Statuses = [200, 200, 200, 200, 200]
const SIGNED_IN: Statuses = [401, 200, 200, 200, 200]
const SIGNED_IN_PAGE: Statuses = [307, 200, 200, 200, 200]
const READERS: Statuses = [401, 403, 403, 403, 200]
const PARTICIPANTS: Statuses = [401, 403, 403, 403, 403]
const ADMINS: Statuses = [401, 403, 403, 403, 200]

/** Every call of the API on what belongs to other people, each with a body that would be accepted from them. */
const API: readonly Row[] = [
  ['GET /api/live', EVERYBODY],
  ['GET /api/ready', EVERYBODY],
  // The system with realtime has a token for them; nobody's session is one.
  ['GET /api/metrics', [401, 401, 401, 401, 401]],
  ['GET /api/v1/openapi.json', EVERYBODY],
  ['POST /api/v1/auth/register', [422, 422, 422, 422, 422], () => ({ json: {} })],
  [
    'POST /api/v1/auth/login',
    [401, 401, 401, 401, 401],
    () => ({ json: { email: `${mark()}@uji.test`, password: 'bukan-sandi-siapa-pun' } }),
  ],
  ['POST /api/v1/auth/lupa-sandi', EVERYBODY, () => ({ json: { email: `${mark()}@uji.test` } })],
  ['POST /api/v1/auth/atur-ulang-sandi', [422, 422, 422, 422, 422], () => ({ json: { token: 'bukan-token', baru: 'laut-tenang-81' } })],
  ['GET /api/v1/auth/me', SIGNED_IN],
  ['PUT /api/v1/auth/password', [401, 422, 422, 422, 422], () => ({ json: { lama: 'bukan-yang-ini', baru: 'laut-tenang-81' } })],
  ['GET /api/v1/akun', SIGNED_IN],
  // Of people without a second factor, whose password this is not.
  ['POST /api/v1/akun/faktor-kedua', [401, 422, 422, 422, 422], () => ({ json: { password: 'bukan-yang-ini' } })],
  ['PUT /api/v1/akun/faktor-kedua', [401, 409, 409, 409, 409], () => ({ json: { totp: '123456' } })],
  ['DELETE /api/v1/akun/faktor-kedua', [401, 409, 409, 409, 409], () => ({ json: { password: 'bukan-yang-ini' } })],
  ['PUT /api/v1/akun/faktor-kedua/kode-pemulihan', [401, 409, 409, 409, 409], () => ({ json: { password: 'bukan-yang-ini' } })],
  ['PUT /api/v1/akun/email', [401, 422, 422, 422, 422], () => ({ json: { email: `${mark()}@uji.test`, password: 'bukan-yang-ini' } })],
  ['POST /api/v1/akun/email/konfirmasi', SIGNED_IN],
  ['POST /api/v1/auth/konfirmasi-email', [422, 422, 422, 422, 422], () => ({ json: { token: 'bukan-token' } })],
  ['DELETE /api/v1/akun', [401, 422, 422, 422, 403], () => ({ json: { password: 'bukan-yang-ini' } })],
  ['GET /api/v1/akun/data', SIGNED_IN],
  ['GET /api/v1/akun/persetujuan', SIGNED_IN],
  ['PUT /api/v1/akun/persetujuan', SIGNED_IN, () => ({ json: { persetujuan: PRIVASI_VERSI } })],
  ['DELETE /api/v1/akun/persetujuan', SIGNED_IN],
  ['GET /api/v1/akun/sesi', SIGNED_IN],
  ['DELETE /api/v1/akun/sesi', SIGNED_IN],
  ['DELETE /api/v1/akun/sesi/[id]', [401, 404, 404, 404, 404]],
  ['GET /api/v1/dokter', SIGNED_IN],
  ['PUT /api/v1/dokter/saya/ketersediaan', [401, 403, 200, 403, 403], () => ({ json: { tersedia: true } })],
  ['GET /api/v1/konsultasi', SIGNED_IN],
  [
    'POST /api/v1/konsultasi',
    [401, 201, 403, 403, 403],
    ({ k }) => ({ json: { dokter_id: k.dokter.id, keluhan: 'Pusing sejak kemarin sore' } }),
  ],
  ['GET /api/v1/konsultasi/[id]', READERS],
  ['PUT /api/v1/konsultasi/[id]/terima', PARTICIPANTS],
  ['PUT /api/v1/konsultasi/[id]/tolak', PARTICIPANTS, () => ({ json: { alasan: 'penuh' } })],
  ['PUT /api/v1/konsultasi/[id]/batalkan', PARTICIPANTS],
  ['PUT /api/v1/konsultasi/[id]/selesaikan', PARTICIPANTS, () => ({ json: { catatan_penutup: 'sembuh' } })],
  ['PUT /api/v1/konsultasi/[id]/mengetik', PARTICIPANTS],
  ['POST /api/v1/pesan', PARTICIPANTS, ({ k }) => ({ json: { konsultasi_id: k.id, pesan: 'Halo' } })],
  ['GET /api/v1/pesan', PARTICIPANTS],
  ['GET /api/v1/pesan/[id]', READERS],
  ['GET /api/v1/pesan/[id]/unread-count', READERS],
  ['PUT /api/v1/pesan/[id]/mark-all-read', PARTICIPANTS],
  ['PUT /api/v1/pesan/[id]/dibaca', PARTICIPANTS],
  ['PUT /api/v1/pesan/[id]/reaksi', PARTICIPANTS, () => ({ json: { emoji: '👍' } })],
  ['DELETE /api/v1/pesan/[id]/reaksi', PARTICIPANTS],
  ['GET /api/v1/kabar', [401, 200, 200, 200, 403]],
  ['PUT /api/v1/kehadiran', PARTICIPANTS, ({ k }) => ({ json: { konsultasi_id: k.id } })],
  ['GET /api/v1/push/config', SIGNED_IN],
  ['POST /api/v1/push/langganan', [401, 201, 201, 201, 403], () => ({ json: new Device('https://push.example.com').subscription })],
  ['DELETE /api/v1/push/langganan', [401, 200, 200, 200, 403], () => ({ json: { endpoint: 'https://push.example.com/x' } })],
  ['POST /api/v1/lampiran', PARTICIPANTS, ({ k }) => ({ raw: formOf(k.id, { bytes: pdf() }) })],
  ['GET /api/v1/lampiran/[id]', READERS],
  ['GET /api/v1/realtime/config', SIGNED_IN],
  [
    'POST /api/v1/realtime/auth',
    PARTICIPANTS,
    ({ k }) => ({ raw: new URLSearchParams({ socket_id: '12.34', channel_name: `private-${k.pasien.id}` }) }),
  ],
  ['POST /api/v1/realtime/user-auth', SIGNED_IN, () => ({ raw: new URLSearchParams({ socket_id: '12.34' }) })],
  ['GET /api/v1/admin/audit', ADMINS],
  ['GET /api/v1/admin/audit/csv', ADMINS],
  ['GET /api/v1/admin/audit/rantai', ADMINS],
  ['GET /api/v1/admin/audit/jangkauan', ADMINS],
  ['GET /api/v1/admin/dokter', ADMINS],
  ['PUT /api/v1/admin/dokter/[id]/verifikasi', ADMINS, () => ({ json: { disetujui: false, alasan: 'STR tidak terbaca' } })],
  ['GET /api/v1/admin/pengguna', ADMINS],
  ['PUT /api/v1/admin/pengguna/[id]/status', ADMINS, () => ({ json: { aktif: false, alasan: 'uji akses' } })],
  ['DELETE /api/v1/admin/pengguna/[id]/faktor-kedua', ADMINS, () => ({ json: { alasan: 'uji akses' } })],
  ['DELETE /api/v1/admin/pengguna/[id]/sesi', ADMINS, () => ({ json: { alasan: 'uji akses' } })],
  ['GET /api/v1/admin/statistik', ADMINS],
  // These two change what the others look at.
  ['DELETE /api/v1/pesan/[id]', READERS, () => ({ json: { alasan: 'salah kirim' } })],
  ['POST /api/v1/auth/logout', SIGNED_IN],
]

/** Doors that are not of the API's envelope: next-auth's own, and the one for what does not exist. */
const OTHERS: readonly Row[] = [
  ['GET /api/auth/[...nextauth]', EVERYBODY],
  ['GET /api/[[...lain]]', [404, 404, 404, 404, 404]],
]

/** Every page: 307 leads to signing in, or to one's own wing. */
const PAGES: readonly Row[] = [
  ['GET /', [200, 307, 307, 307, 307]],
  ['GET /masuk', [200, 307, 307, 307, 307]],
  ['GET /daftar', [200, 307, 307, 307, 307]],
  ['GET /daftar/terkirim', EVERYBODY],
  ['GET /luring', EVERYBODY],
  ['GET /lupa-sandi', EVERYBODY],
  ['GET /konfirmasi-email', EVERYBODY],
  ['GET /privasi', EVERYBODY],
  ['GET /akun', SIGNED_IN_PAGE],
  ['GET /akun/keamanan', SIGNED_IN_PAGE],
  ['GET /akun/data', SIGNED_IN_PAGE],
  ['GET /pasien', [307, 200, 403, 403, 403]],
  ['GET /pasien/konsultasi', [307, 200, 403, 403, 403]],
  ['GET /pasien/konsultasi/baru', [307, 200, 403, 403, 403]],
  ['GET /pasien/konsultasi/[id]', [307, 403, 403, 403, 403]],
  ['GET /pasien/cari', [307, 200, 403, 403, 403]],
  ['GET /dokter', [307, 403, 200, 200, 403]],
  ['GET /dokter/konsultasi', [307, 403, 200, 200, 403]],
  ['GET /dokter/konsultasi/[id]', [307, 403, 403, 403, 403]],
  ['GET /dokter/cari', [307, 403, 200, 200, 403]],
  ['GET /admin', [307, 403, 403, 403, 200]],
  ['GET /admin/dokter', [307, 403, 403, 403, 200]],
  ['GET /admin/dokter/[id]', [307, 403, 403, 403, 200]],
  ['GET /admin/pengguna', [307, 403, 403, 403, 200]],
  ['GET /admin/pengguna/[id]', [307, 403, 403, 403, 200]],
  ['GET /admin/konsultasi', [307, 403, 403, 403, 200]],
  ['GET /admin/konsultasi/[id]', [307, 403, 403, 403, 200]],
  ['GET /admin/audit', [307, 403, 403, 403, 200]],
  ['GET /admin/audit/jangkauan', [307, 403, 403, 403, 200]],
]

const routeOf = ([call]: Row) => call.slice(call.indexOf(' ') + 1)
const methodOf = ([call]: Row) => call.slice(0, call.indexOf(' '))

/** The address of a row in this scene: whose id stands in it depends on what the route is about. */
function addressOf(row: Row, { k, pesan, waiting, lampiran }: Scene): string {
  const route = routeOf(row)
  if (route.includes('[...nextauth]')) return '/api/auth/session'
  if (route.includes('[[...lain]]')) return '/api/tidak-ada'
  if (route.endsWith('/audit/jangkauan')) return `${route}?pengguna=${k.pasien.id}`
  if (route.includes('/admin/dokter/') || route.includes('/admin/pengguna/')) return route.replace('[id]', waiting.id)
  if (route === '/api/v1/pesan' && methodOf(row) === 'GET') return `${route}?q=Rahasia&konsultasi_id=${k.id}`
  if (route.includes('/lampiran/')) return route.replace('[id]', lampiran.id)
  const isOnePesan = /dibaca|reaksi/.test(route) || (methodOf(row) === 'DELETE' && route.includes('/pesan/'))
  return route.replace('[id]', isOnePesan ? pesan.id : k.id)
}

async function sceneOf(clinic: Clinic): Promise<Scene> {
  const [k, waiting] = await Promise.all([clinic.active(), clinic.unverifiedDokter()])
  const lampiran = await uploaded(k.pasien, k, { bytes: pdf() })
  return { k, pesan: await clinic.send(k.pasien, k, 'Rahasia', { lampiran_id: lampiran.id }), waiting, lampiran }
}

const strangersOf = async (clinic: Clinic) => Promise.all([clinic.pasien(), clinic.dokter(), clinic.unverifiedDokter(), adminOfOwn(clinic)])

/** An admin whom no other test is: some rows end sessions. Nobody becomes one over HTTP. */
async function adminOfOwn(clinic: Clinic): Promise<Person> {
  const person = await clinic.pasien()
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  try {
    await database.query(`UPDATE pengguna SET peran = 'admin' WHERE email = $1`, [person.email])
  } finally {
    await database.end()
  }
  return person
}

const askRow = (client: Client, row: Row, scene: Scene): Promise<Reply> =>
  client.ask(methodOf(row), addressOf(row, scene), row[2]?.(scene) ?? {})

test('the tables name every route and every page of the build, and nothing else', async () => {
  const manifest = JSON.parse(readFileSync(`${await buildApp()}/app-path-routes-manifest.json`, 'utf8')) as Record<string, string>
  const built = Object.values(manifest).filter((route) => !route.startsWith('/_'))
  const named = [...API, ...OTHERS, ...PAGES].map(routeOf)
  expect([...new Set(named)].sort()).toEqual([...new Set(built)].sort())
})

test('the table names every method that a route has', async ({ api, clinic }) => {
  const scene = await sceneOf(clinic)
  for (const row of API) {
    const route = routeOf(row)
    const methods = new Set(API.filter((other) => routeOf(other) === route).map(methodOf))
    const allowed = (await api.ask('OPTIONS', addressOf(row, scene))).headers.get('allow')?.split(', ') ?? []
    expect(allowed.filter((method) => method !== 'HEAD' && method !== 'OPTIONS').sort(), route).toEqual([...methods].sort())
  }
})

test('every call answers every kind of person as the table says', async ({ api, clinic }) => {
  const scene = await sceneOf(clinic)
  const clients = [api, ...(await strangersOf(clinic)).map((person) => person.api)]
  for (const row of [...API, ...OTHERS])
    for (const [column, client] of clients.entries()) {
      const { status, text } = await askRow(client, row, scene)
      expect.soft(status, `${row[0]} by ${COLUMNS[column]}: ${text.slice(0, 200)}`).toBe(row[1][column])
    }
})

test('a garbage token, an ended session and a suspended account are nobody', async ({ api, clinic }) => {
  const scene = await sceneOf(clinic)
  const [ended, suspended] = await Promise.all([clinic.pasien(), clinic.pasien()])
  await ended.api.post('/auth/logout')
  await clinic.setActive(suspended, false)
  const nobodies = { garbage: api.bearing('bukan.token.siapa-pun'), ended: ended.api, suspended: suspended.api }
  for (const row of API.filter(([, [nobody]]) => nobody === 401))
    for (const [who, client] of Object.entries(nobodies))
      expect.soft((await askRow(client, row, scene)).status, `${row[0]} by ${who}`).toBe(401)
})

test('every page opens to those of its wing and of its konsultasi only', async ({ api, clinic }) => {
  const scene = await sceneOf(clinic)
  const people = await strangersOf(clinic)
  const browsers = [api, ...people].map(() => new NextAuthBrowser(api.url))
  for (const [n, person] of people.entries()) await browsers[n + 1]?.signIn(person.email, person.password)
  for (const row of PAGES)
    for (const [column, browser] of browsers.entries()) {
      const answer = await browser.get(addressOf(row, scene))
      expect.soft(answer.status, `${row[0]} by ${COLUMNS[column]}`).toBe(row[1][column])
      expect.soft(await answer.text(), `${row[0]} by ${COLUMNS[column]}`).not.toContain('Rahasia')
    }
})
