import { PASSWORD } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'

const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36'

test('one sees one’s own sessions, with the device in a few words, and ends any of them: at once, and nobody else’s', async ({
  api,
  clinic,
}) => {
  const [person, other] = await Promise.all([clinic.pasien(), clinic.pasien()])
  const { token } = expectSuccess(await api.post('/auth/login', { email: person.email, password: PASSWORD }, { 'User-Agent': ANDROID }))
  const phone = api.bearing(token)
  const listed = expectSuccess(await phone.get('/akun/sesi'))
  expect(listed.map(({ perangkat, ini }) => [perangkat, ini])).toEqual(
    expect.arrayContaining([
      ['Chrome di Android', true],
      [null, false],
    ]),
  )
  expect(listed).toHaveLength(2)
  for (const { id, alamat, terakhir_dipakai } of listed) {
    expect(id).toMatch(/^sesi_/)
    expect(alamat).toMatch(/127\.0\.0\.1/)
    expect(Date.parse(terakhir_dipakai)).toBeLessThanOrEqual(Date.now())
  }
  const phoneId = listed.find(({ ini }) => ini)?.id
  expectRefusal(await other.api.delete(`/akun/sesi/${phoneId}`), 'not_found')
  expectRefusal(await person.api.delete('/akun/sesi/bukan-id'), 'not_found')
  expectSuccess(await phone.get('/auth/me'))
  expectSuccess(await person.api.delete(`/akun/sesi/${phoneId}`))
  expectRefusal(await phone.get('/auth/me'), 'unauthenticated')
  expectRefusal(await person.api.delete(`/akun/sesi/${phoneId}`), 'not_found')
})

test('ending all others leaves just this one', async ({ clinic }) => {
  const [person, stranger] = await Promise.all([clinic.pasien(), clinic.pasien()])
  const others = [await clinic.signIn(person.email, PASSWORD), await clinic.signIn(person.email, PASSWORD)]
  expectSuccess(await person.api.delete('/akun/sesi'))
  for (const { api } of others) expectRefusal(await api.get('/auth/me'), 'unauthenticated')
  expect(expectSuccess(await person.api.get('/akun/sesi'))).toMatchObject([{ ini: true }])
  expectSuccess(await stranger.api.get('/auth/me'))
})
