import { mark, PASSWORD } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'

test('signing in gives a bearer token, how long it can last, and who one is', async ({ api, clinic }) => {
  const { id, nama, email } = await clinic.pasien()
  const session = expectSuccess(await api.post('/auth/login', { email, password: PASSWORD }))
  expect(session).toEqual({
    token: expect.stringMatching(/^[\w-]{40,}$/),
    token_type: 'Bearer',
    berlaku_sampai: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    pengguna: { id, nama, email, peran: 'pasien', aktif: true, terverifikasi: true },
  })
  expect(Date.parse(session.berlaku_sampai)).toBeGreaterThan(Date.now())
  const me = await api.bearing(session.token).get('/auth/me')
  expect(expectSuccess(me).pengguna).toEqual(session.pengguna)
})

test('every sign-in is a session of its own', async ({ clinic }) => {
  const { email, token } = await clinic.pasien()
  expect((await clinic.signIn(email, PASSWORD)).token).not.toBe(token)
})

test('a wrong address and a wrong password are one answer', async ({ api, clinic }) => {
  const { email } = await clinic.pasien()
  const replies = [
    await api.post('/auth/login', { email, password: 'bukan kata sandinya' }),
    await api.post('/auth/login', { email: `${mark()}@uji.test`, password: PASSWORD }),
    await api.post('/auth/login', { email: 'bukan alamat', password: '' }),
  ]
  for (const reply of replies) expectRefusal(reply, 'unauthenticated')
  expect(new Set(replies.map(({ body }) => JSON.stringify({ ...body, request_id: '' }))).size).toBe(1)
})

test('a suspended account is answered like a wrong password', async ({ api, clinic }) => {
  const person = await clinic.pasien()
  await clinic.setActive(person, false)
  const [suspended, wrong] = [
    await api.post('/auth/login', { email: person.email, password: PASSWORD }),
    await api.post('/auth/login', { email: `${mark()}@uji.test`, password: PASSWORD }),
  ]
  expectRefusal(suspended, 'unauthenticated')
  expect({ ...suspended.body, request_id: '' }).toEqual({ ...wrong.body, request_id: '' })
})

test('an unknown address takes about as long as a wrong password', async ({ api, clinic }) => {
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  const time = async (kind: 'known' | 'unknown', email: string) => {
    const start = performance.now()
    expectRefusal(await api.post('/auth/login', { email, password: 'bukan kata sandinya' }), 'unauthenticated')
    times[kind].push(performance.now() - start)
  }
  for (let round = 0; round < 9; round++) {
    const { email } = await clinic.pasien()
    await time('known', email)
    await time('unknown', `${mark()}@uji.test`)
  }
  // Checking a password is most of the work: without it an answer would take a small part of this.
  expect(Math.min(...times.unknown)).toBeGreaterThan(Math.min(...times.known) / 3)
  expect(Math.min(...times.known)).toBeGreaterThan(Math.min(...times.unknown) / 3)
})

test('no token, a garbage token and one of another form are 401', async ({ api }) => {
  for (const Authorization of [
    '',
    'Bearer',
    'Bearer ',
    'Bearer x',
    'Basic YTpi',
    `Bearer ${'x'.repeat(5000)}`,
    'Token abc',
    'Bearer a b',
  ]) {
    expectRefusal(await api.get('/auth/me', { Authorization }), 'unauthenticated')
  }
})
