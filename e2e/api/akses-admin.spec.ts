import { png } from '@/e2e/berkas/gambar'
import type { Konsultasi, Person } from '@/e2e/clinic'
import { ask, read } from '@/e2e/conversation'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import { uploaded } from '@/e2e/unggah'

const accesses = async ({ id, pasien }: Konsultasi) => expectSuccess(await pasien.api.get(`/konsultasi/${id}`)).akses_admin
const reasons = async (k: Konsultasi) => (await accesses(k)).map(({ alasan }) => alasan)

test('participants see when and why an admin opened their konsultasi, its list of pesan or a pesan', async ({ clinic }) => {
  const admin = await clinic.admin()
  const [k, other] = [await clinic.active(), await clinic.active()]
  const { id } = await clinic.send(k.pasien, k, 'Halo')
  expect(await accesses(k)).toEqual([])
  for (const [path, alasan] of [
    [`/konsultasi/${k.id}`, 'keluhan pasien'],
    [`/pesan/${k.id}`, 'pemeriksaan mutu'],
    [`/pesan/${id}`, 'permintaan dokter'],
  ]) {
    expectSuccess(await admin.api.get(`${path}?alasan=${encodeURIComponent(alasan ?? '')}`))
  }
  const shown = await accesses(k)
  expect(shown.map(({ alasan }) => alasan)).toEqual(['permintaan dokter', 'pemeriksaan mutu', 'keluhan pasien'])
  for (const { pada } of shown) expect(pada).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  expect(expectSuccess(await k.dokter.api.get(`/konsultasi/${k.id}`)).akses_admin).toEqual(shown)
  expect(expectSuccess(await k.pasien.api.get('/konsultasi'))[0]?.akses_admin).toEqual(shown)
  expect(await accesses(other)).toEqual([])
})

test('an access is shown once for each alasan and kind of thing read within 15 minutes, however often the admin looks', async ({
  clinic,
}) => {
  const admin = await clinic.admin()
  const k = await clinic.active()
  const { id } = await clinic.send(k.pasien, k, 'Halo')
  for (const path of [`/konsultasi/${k.id}`, `/pesan/${k.id}`, `/pesan/${id}`, `/pesan/${k.id}`]) {
    for (const alasan of ['a', 'b', '%20a%20']) expectSuccess(await admin.api.get(`${path}?alasan=${alasan}`))
  }
  await Promise.all(Array.from({ length: 6 }, () => admin.api.get(`/pesan/${k.id}?alasan=c`)))
  expect(await reasons(k)).toEqual(['c', 'b', 'a', 'b', 'a'])
})

test('an admin who gives no alasan is shown too', async ({ clinic }) => {
  const k = await clinic.active()
  const { api } = await clinic.admin()
  expectSuccess(await api.get(`/konsultasi/${k.id}`))
  expectSuccess(await api.get(`/pesan/${k.id}?alasan=%20`))
  expect(await reasons(k)).toEqual([null, null])
})

test('the audit log tells what of a konsultasi an admin read: the konsultasi itself, its pesan, a lampiran', async ({ clinic }) => {
  const k = await clinic.active()
  const lampiran = await uploaded(k.pasien, k, { bytes: await png() })
  const { id } = await clinic.send(k.pasien, k, '', { lampiran_id: lampiran.id })
  const { api } = await clinic.admin()
  for (const path of [`/konsultasi/${k.id}`, `/pesan/${k.id}`, `/pesan/${id}`, `/lampiran/${lampiran.id}`, `/lampiran/${lampiran.id}`]) {
    expect((await api.get(`${path}?alasan=aduan`)).status).toBe(200)
  }
  const written = expectSuccess(await api.get(`/admin/audit?aksi=konsultasi.dibaca&konsultasi_id=${k.id}`))
  expect(written.map(({ apa, alasan }) => [apa, alasan])).toEqual([
    ['lampiran', 'aduan'],
    ['pesan', 'aduan'],
    ['konsultasi', 'aduan'],
  ])
})

test('the newest 20 are shown', async ({ clinic }) => {
  const k = await clinic.active()
  const { api } = await clinic.admin()
  for (let n = 1; n <= 22; n++) expectSuccess(await api.get(`/konsultasi/${k.id}?alasan=alasan-${n}`))
  expect(await reasons(k)).toEqual(Array.from({ length: 20 }, (_, n) => `alasan-${22 - n}`))
})

test('a 304, a count and the list of konsultasi open nothing', async ({ clinic }) => {
  const k = await clinic.active()
  const admin = await clinic.admin()
  const { etag } = await read(admin, k, 'alasan=pertama')
  expect((await ask(admin, k, 'alasan=pertama', { 'If-None-Match': etag })).status).toBe(304)
  expectSuccess(await admin.api.get(`/pesan/${k.id}/unread-count?alasan=hitung`))
  expectSuccess(await admin.api.get('/konsultasi?alasan=daftar'))
  expect(await reasons(k)).toEqual(['pertama'])
})

test('an admin sees the last pesan of the one konsultasi that they opened, and of none in the list', async ({ clinic }) => {
  const k = await clinic.active()
  const sent = await clinic.send(k.pasien, k, 'Yang terakhir')
  const { api } = await clinic.admin()
  const opened = expectSuccess(await api.get(`/konsultasi/${k.id}?alasan=aduan`))
  expect(opened.pesan_terakhir?.id).toBe(sent.id)
  expect(opened.unread_count).toBe(0)
  const listed = expectSuccess(await api.get('/konsultasi?per_page=100')).find(({ id }) => id === k.id)
  expect(listed?.pesan_terakhir).toBeNull()
})

test('participants who read leave no trace of that, whatever alasan they send', async ({ clinic }) => {
  const k = await clinic.active()
  for (const { api } of [k.pasien, k.dokter]) expectSuccess(await api.get(`/konsultasi/${k.id}?alasan=iseng`))
  expect(await accesses(k)).toEqual([])
})

test('being looked at by an admin moves neither rev nor what participants read', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.talk(k, 2)
  const before = await read(k.pasien, k)
  await read(await clinic.admin(), k, 'alasan=x')
  expect(await read(k.pasien, k)).toEqual(before)
})

const viaCookie = (person: Person, site: string) =>
  person.api.with({ Authorization: '', Cookie: `next-auth.session-token=${person.token}`, 'Sec-Fetch-Site': site })

test('a link on another site makes no admin read, and writes no reason into the log', async ({ clinic }) => {
  const k = await clinic.active()
  const lampiran = await uploaded(k.pasien, k, { bytes: await png() })
  const { id } = await clinic.send(k.pasien, k, '', { lampiran_id: lampiran.id })
  const admin = await clinic.admin()
  for (const site of ['cross-site', 'same-site']) {
    const page = viaCookie(admin, site)
    for (const path of [`/konsultasi/${k.id}`, `/pesan/${k.id}`, `/pesan/${id}`, `/lampiran/${lampiran.id}`]) {
      expectRefusal(await page.get(`${path}?alasan=palsu`), 'cross_site')
    }
    expectRefusal(await page.get('/admin/audit/csv'), 'cross_site')
    expect((await page.get(`/pesan/${k.id}/unread-count`)).status).toBe(200)
  }
  const opened = await fetch(`${admin.api.url}/admin/konsultasi/${k.id}?alasan=palsu`, {
    headers: { Cookie: `next-auth.session-token=${admin.token}`, 'Sec-Fetch-Site': 'cross-site' },
  })
  expect(opened.status).toBe(200)
  expect(await accesses(k)).toEqual([])
})

test('our own pages, an address that was typed and a bearer token still read with a reason', async ({ clinic }) => {
  const k = await clinic.active()
  const admin = await clinic.admin()
  for (const site of ['same-origin', 'none']) expectSuccess(await viaCookie(admin, site).get(`/konsultasi/${k.id}?alasan=${site}`))
  expectSuccess(await admin.api.get(`/konsultasi/${k.id}?alasan=token`, { 'Sec-Fetch-Site': 'cross-site' }))
  expect(await reasons(k)).toEqual(['token', 'none', 'same-origin'])
})

test('participants read from wherever they come', async ({ clinic }) => {
  const k = await clinic.active()
  expectSuccess(await viaCookie(k.pasien, 'cross-site').get(`/konsultasi/${k.id}?alasan=x`))
})
