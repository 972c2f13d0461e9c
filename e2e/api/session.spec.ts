import { PASSWORD } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'

const NEW_PASSWORD = 'jendela-hijau-77'

test('signing out ends this session at once, and no other', async ({ clinic }) => {
  const one = await clinic.pasien()
  const other = await clinic.signIn(one.email, PASSWORD)
  expectSuccess(await one.api.post('/auth/logout'))
  expectRefusal(await one.api.get('/auth/me'), 'unauthenticated')
  expectRefusal(await one.api.post('/auth/logout'), 'unauthenticated')
  expectSuccess(await other.api.get('/auth/me'))
})

test('signing out tells a browser to forget what it knows', async ({ clinic }) => {
  const { api } = await clinic.pasien()
  const { headers } = await api.post('/auth/logout')
  expect(headers.get('clear-site-data')).toContain('"storage"')
  expect(headers.get('set-cookie')).toMatch(/next-auth\.session-token=;.*Max-Age=0/)
})

test('a changed password ends all other sessions at once, and keeps this one', async ({ api, clinic }) => {
  const one = await clinic.pasien()
  const other = await clinic.signIn(one.email, PASSWORD)
  expectSuccess(await one.api.put('/auth/password', { lama: PASSWORD, baru: NEW_PASSWORD }))
  expectSuccess(await one.api.get('/auth/me'))
  expectRefusal(await other.api.get('/auth/me'), 'unauthenticated')
  expectRefusal(await api.post('/auth/login', { email: one.email, password: PASSWORD }), 'unauthenticated')
  await clinic.signIn(one.email, NEW_PASSWORD)
})

test('a wrong old password is 422 on it and changes nothing', async ({ clinic }) => {
  const one = await clinic.pasien()
  const other = await clinic.signIn(one.email, PASSWORD)
  expectRefusal(await one.api.put('/auth/password', { lama: 'salah sama sekali', baru: NEW_PASSWORD }), 'validation_failed', ['lama'])
  expectSuccess(await other.api.get('/auth/me'))
  await clinic.signIn(one.email, PASSWORD)
})

test('a new password keeps the rules of registering', async ({ clinic }) => {
  const { api } = await clinic.pasien()
  for (const baru of ['pendek', 'x'.repeat(129), 'password123', null]) {
    expectRefusal(await api.put('/auth/password', { lama: PASSWORD, baru }), 'validation_failed', ['baru'])
  }
  expectRefusal(await api.put('/auth/password', {}), 'validation_failed', ['lama', 'baru'])
})

test('of two password changes at the same moment one wins, and the new password is that one’s', async ({ api, clinic }) => {
  const one = await clinic.pasien()
  const other = await clinic.signIn(one.email, PASSWORD)
  const news = ['jendela-hijau-77', 'pintu-kuning-88']
  const replies = await Promise.all([one, other].map((who, n) => who.api.put('/auth/password', { lama: PASSWORD, baru: news[n] })))
  const winners = replies.flatMap(({ status }, n) => (status === 200 ? [news[n]] : []))
  expect(winners.length).toBe(1)
  const signIns = await Promise.all(news.map((password) => api.post('/auth/login', { email: one.email, password })))
  expect(signIns.flatMap(({ status }, n) => (status === 200 ? [news[n]] : []))).toEqual(winners)
})

test('a suspension ends every session at once, and they stay ended when the account comes back', async ({ api, clinic }) => {
  const one = await clinic.dokter()
  const other = await clinic.signIn(one.email, PASSWORD)
  await clinic.setActive(one, false)
  expectRefusal(await one.api.get('/auth/me'), 'unauthenticated')
  expectRefusal(await other.api.get('/konsultasi'), 'unauthenticated')
  expectRefusal(await api.post('/auth/login', { email: one.email, password: PASSWORD }), 'unauthenticated')
  await clinic.setActive(one, true)
  expectRefusal(await one.api.get('/auth/me'), 'unauthenticated')
  expectRefusal(await other.api.get('/konsultasi'), 'unauthenticated')
  expectSuccess(await (await clinic.signIn(one.email, PASSWORD)).api.get('/auth/me'))
})

test('a withdrawn verification counts on the very next request', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.send(k.dokter, k, 'Halo')
  await clinic.verify(k.dokter, false)
  expectRefusal(await k.dokter.api.post('/pesan', { konsultasi_id: k.id, pesan: 'Masih di sini' }), 'forbidden')
  expect(expectSuccess(await k.dokter.api.get('/auth/me')).pengguna).toMatchObject({ terverifikasi: false })
})

test('a request that names somebody is answered under nobody else’s session, and does nothing there', async ({ clinic }) => {
  const k = await clinic.active()
  const words = { konsultasi_id: k.id, pesan: 'Dari halaman pasien' }
  const named = (id: string) => ({ 'X-Pengguna': id })
  expectRefusal(await k.dokter.api.post('/pesan', words, named(k.pasien.id)), 'unauthenticated')
  expectRefusal(await k.dokter.api.get(`/pesan/${k.id}`, named(k.pasien.id)), 'unauthenticated')
  expectRefusal(await k.dokter.api.get('/auth/me', named('bukan siapa-siapa')), 'unauthenticated')
  expectSuccess(await k.pasien.api.post('/pesan', words, named(k.pasien.id)), 201)
  const { body } = await k.dokter.api.get(`/pesan/${k.id}`, named(k.dokter.id))
  expect(body.data.map(({ pengirim }) => pengirim.id)).toEqual([k.pasien.id])
})
