import { TOTP } from 'otpauth'
import { Client as Database } from 'pg'
import { API, PAGES, type Row, routeOf, rowNameOf } from '@/e2e/access-table'
import { type App, findDescendant, startApp } from '@/e2e/app'
import { Client } from '@/e2e/client'
import { Clinic, demand } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { NextAuthBrowser } from '@/e2e/next-auth-browser'
import { type Endpoint, methodOf } from '@/lib/contract/endpoint'
import { ENDPOINTS } from '@/lib/contract/endpoints/calls'
import { newUuid, toId } from '@/lib/domain/id'

const SET = {
  // Three seconds.
  KONSULTASI_EXPIRES_HOURS: String(3 / 3600),
  TRUSTED_PROXY: '127.0.0.1',
  REQUIRE_2FA: 'admin',
  CLINIC_NAME: 'Klinik Teluk & Bening',
  CLINIC_CONTACT: '+62 21 555-0100',
  WAJIB_RINGKASAN: 'on',
}

/** What somebody without the second factor that their role needs can do all the same: look who they are, leave, and set it up. */
const BEFORE_THE_WALL = new Set([
  'GET /api/metrics',
  'POST /api/v1/auth/login',
  'GET /akun/keamanan',
  ...Object.entries<Endpoint>(ENDPOINTS).flatMap(([call, { beforeFactor }]) => (beforeFactor ? [rowNameOf(call)] : [])),
])

/** The wall stands before every question about an id. */
const addressOf = (row: Row) => routeOf(row).replace('[id]', toId('konsultasi', newUuid()))

test('what an operator sets holds: admins set up a second factor first, a konsultasi expires in its time, a trusted proxy says where somebody came from, the privacy notice who is responsible, and none ends without its ringkasan', async () => {
  // A whole start of its own.
  test.setTimeout(180_000)
  const app = await startApp(SET)
  try {
    const clinic = new Clinic(new Client(app.url))
    await expectWall(clinic)
    await expectExpiry(clinic)
    await expectAddress(clinic)
    await expectNotice(app.url)
    await expectRingkasan(clinic)
    await expectFreeWhileDrawn(clinic, app)
  } finally {
    await app.stop()
  }
})

/** Signing in works; everything else waits for the second factor, and opens with it, in the same session. */
async function expectWall(clinic: Clinic): Promise<void> {
  const { api, email, password } = await clinic.admin()
  const browser = new NextAuthBrowser(api.url)
  expect((await browser.signIn(email, password)).status).toBe(200)
  for (const row of API.filter(({ call, statuses: [nobody] }) => nobody === 401 && !BEFORE_THE_WALL.has(call))) {
    const { status, body } = await api.ask(methodOf(row.call), addressOf(row))
    expect.soft([status, body.code], row.call).toEqual([403, 'forbidden'])
  }
  for (const row of PAGES.filter(({ call, statuses: [nobody] }) => nobody === 307 && !BEFORE_THE_WALL.has(call))) {
    const answer = await browser.get(addressOf(row))
    expect.soft([answer.status, answer.headers.get('location')], row.call).toEqual([307, '/akun/keamanan'])
  }
  expect(await (await browser.get('/akun/keamanan')).text()).toContain('Klinik mewajibkan ini untuk peran Anda')
  demand(200, await api.get('/auth/me'))
  demand(422, await api.put('/auth/password', { lama: 'bukan-yang-ini', baru: 'laut-tenang-81' }))
  const { rahasia } = demand(201, await api.post('/akun/faktor-kedua', { password }))
  demand(200, await api.put('/akun/faktor-kedua', { totp: new TOTP({ secret: rahasia }).generate() }))
  demand(200, await api.get('/admin/statistik'))
  expect((await browser.get('/admin')).status).toBe(200)
  // Others are not asked for one.
  demand(200, await (await clinic.pasien()).api.get('/konsultasi'))
}

async function expectExpiry(clinic: Clinic): Promise<void> {
  const { id, pasien, dokter } = await clinic.booked()
  const read = async () => demand(200, await pasien.api.get(`/konsultasi/${id}`))
  await expect.poll(async () => (await read()).status, { timeout: 10_000 }).toBe('expired')
  // Booked is the first change, expired the second.
  expect((await pasien.api.get(`/pesan/${id}?since=1`)).body.meta).toMatchObject({ rev: 2, status: 'expired' })
  for (const verb of ['terima', 'tolak'])
    expect((await dokter.api.put(`/konsultasi/${id}/${verb}`, { alasan: 'penuh' })).body.code).toBe('invalid_transition')
  // Its place is free again.
  await clinic.booked({ pasien, dokter })
}

async function expectNotice(url: string): Promise<void> {
  const notice = await (await fetch(`${url}/privasi`)).text()
  expect(notice).toContain('Data Anda dikelola oleh Klinik Teluk &amp; Bening sebagai pengendali data pribadi.')
  expect(notice).toContain('<a href="tel:+62215550100">+62 21 555-0100</a>')
}

/** What a client writes into the header itself stands before what the proxy adds, and is not believed. */
async function expectAddress(clinic: Clinic): Promise<void> {
  const { id } = await clinic.booked()
  const admin = (await clinic.admin()).api
  demand(
    200,
    await admin.get(`/konsultasi/${id}?alasan=audit`, { 'X-Forwarded-For': '192.0.2.1, 198.51.100.7', 'X-Sapa-Alamat': '192.0.2.2' }),
  )
  const [row] = demand(200, await admin.get(`/admin/audit?konsultasi_id=${id}`))
  expect(row).toMatchObject({ aksi: 'konsultasi.dibaca', alasan: 'audit', alamat: '198.51.100.7' })
}

const RINGKASAN = {
  subjektif: 'Batuk',
  diagnosa: [{ nama: 'Rinitis akut', utama: true }],
  rencana: 'Istirahat',
  anjuran: 'Banyak minum',
  layak_jarak_jauh: true,
}

async function expectRingkasan(clinic: Clinic): Promise<void> {
  const k = await clinic.active()
  const end = (body: object) => k.dokter.api.put(`/konsultasi/${k.id}/selesaikan`, body)
  expect((await end({ catatan_penutup: 'Selesai' })).body.errors).toHaveProperty('ringkasan')
  expect(demand(200, await k.pasien.api.get(`/konsultasi/${k.id}`)).status).toBe('active')
  expect(demand(200, await end({ ringkasan: RINGKASAN }))).toMatchObject({ status: 'completed', catatan_penutup: 'Banyak minum' })
  // One that was issued before counts, as long as it holds.
  const other = await clinic.active({ pasien: k.pasien, dokter: k.dokter })
  const { id } = await clinic.issue(other, { jenis: 'ringkasan', isi: RINGKASAN })
  const endOther = () => other.dokter.api.put(`/konsultasi/${other.id}/selesaikan`, { catatan_penutup: 'Selesai' })
  demand(200, await other.dokter.api.put(`/dokumen/${id}/batalkan`, { alasan: 'Salah' }))
  demand(422, await endOther())
  await clinic.issue(other, { jenis: 'ringkasan', isi: RINGKASAN })
  demand(200, await endOther())
}

/** Whoever draws is stopped while a dokumen is drawn: pesan of that konsultasi come all the same, and the dokumen after them. */
async function expectFreeWhileDrawn(clinic: Clinic, { webPid, databaseUrl }: App): Promise<void> {
  const k = await clinic.active()
  const first = await clinic.issue(k, { jenis: 'lab', isi: { pemeriksaan: ['Darah lengkap'] } })
  const printer = findDescendant(webPid, 'cetak/child.mjs')
  const database = new Database({ connectionString: databaseUrl })
  await database.connect()
  const { rows } = await database.query<{ pada: Date }>('SELECT clock_timestamp() AS pada')
  // What it is made of is asked for before it is drawn.
  const isDrawing = async () => {
    const asked =
      "SELECT FROM pg_stat_activity WHERE query LIKE '%potret_profil(k.profil_id)) AS profil, u.nama%' AND query_start > $1 AND pid <> pg_backend_pid()"
    return (await database.query(asked, [rows[0]?.pada])).rowCount === 1
  }
  process.kill(printer, 'SIGSTOP')
  const second = clinic.issue(k, { jenis: 'lab', isi: { pemeriksaan: ['Urine'] } })
  try {
    await expect.poll(isDrawing).toBe(true)
    await clinic.send(k.pasien, k, 'Masih di sini')
  } finally {
    process.kill(printer, 'SIGCONT')
    await database.end()
  }
  expect(Number((await second).nomor.slice(-6))).toBe(Number(first.nomor.slice(-6)) + 1)
  const shown = demand(200, await k.pasien.api.get(`/pesan/${k.id}`))
  expect(shown.map(({ urutan, tipe_pesan }) => [urutan, tipe_pesan])).toEqual([
    [1, 'dokumen'],
    [2, 'text'],
    [3, 'dokumen'],
  ])
}
