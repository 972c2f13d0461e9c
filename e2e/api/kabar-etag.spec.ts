import type { Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'

async function look({ api }: Person, headers: Record<string, string> = {}) {
  const reply = await api.get('/kabar', headers)
  return { kabar: expectSuccess(reply), etag: reply.headers.get('etag') ?? '' }
}
const asks = ({ api }: Person, etag: string, headers: Record<string, string> = {}) =>
  api.get('/kabar', { 'If-None-Match': etag, ...headers })

test('who knows what waits is told 304 without a body, with the same ETag, by token and by cookie', async ({ api, clinic }) => {
  const k = await clinic.active()
  await clinic.send(k.dokter, k, 'Halo')
  const { etag } = await look(k.pasien)
  expect(etag).toMatch(/^W\/"[\x21\x23-\x7e]+"$/)
  const cookie = { Cookie: `next-auth.session-token=${k.pasien.token}` }
  for (const client of [k.pasien.api, api.with(cookie)]) {
    const known = await client.get('/kabar', { 'If-None-Match': `"lain", ${etag}` })
    expect([known.status, known.text, known.headers.get('etag')]).toEqual([304, '', etag])
    const whole = await client.get('/kabar')
    expect([whole.status, whole.headers.get('etag')]).toEqual([200, etag])
    for (const { headers } of [known, whole]) expect(headers.get('cache-control')).toBe('private, no-cache')
  }
  expect((await asks(k.pasien, etag, { 'Cache-Control': 'no-cache' })).status).toBe(304)
})

test('its ETag changes with everything that it counts', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  const [k, other] = [await clinic.active({ dokter }), await clinic.active({ dokter })]
  const first = await clinic.send(k.pasien, k, 'Satu')
  const second = await clinic.send(other.pasien, other, 'Dua')
  const remind = () => dokter.api.put(`/konsultasi/${k.id}/penanda`, { ingatkan_pada: new Date(Date.now() + 700).toISOString() })
  const ringing = async () => (await look(dokter)).kabar.pengingat
  const changes: Record<string, () => Promise<unknown>> = {
    'a pesan in another konsultasi': () => clinic.send(other.pasien, other, 'Tiga'),
    'one that is deleted': async () => expectSuccess(await other.pasien.api.delete(`/pesan/${second.id}`)),
    'one that is read': async () => expectSuccess(await dokter.api.put(`/pesan/${first.id}/dibaca`)),
    'the end of a konsultasi': () => clinic.complete(other),
    'a reminder that rings': async () => {
      expectSuccess(await remind())
      await expect.poll(ringing, { timeout: 15_000 }).toEqual(expect.any(String))
    },
    'one that was taken': async () => expectSuccess(await dokter.api.put('/kabar/pengingat')),
  }
  for (const [change, make] of Object.entries(changes)) {
    const before = await look(dokter)
    await make()
    const { status, headers } = await asks(dokter, before.etag)
    expect((await look(dokter)).kabar, change).not.toEqual(before.kabar)
    expect({ change, status }).toEqual({ change, status: 200 })
    expect(headers.get('etag')).not.toBe(before.etag)
  }
})

test('its ETag stays where nothing waits more or less than before', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await clinic.send(k.dokter, k, 'Halo')
  const { etag } = await look(k.pasien)
  await clinic.send(k.pasien, k, 'Halo juga')
  expectSuccess(await k.pasien.api.put(`/pesan/${id}/reaksi`, { emoji: '👍' }))
  expect((await k.dokter.api.put(`/konsultasi/${k.id}/mengetik`)).status).toBe(204)
  expect((await asks(k.pasien, etag)).status).toBe(304)
})

test('304 comes only after the same authorization, and to nobody else or in another language', async ({ api, clinic }) => {
  const k = await clinic.active()
  const { etag } = await look(k.pasien)
  for (const known of [etag, '*']) {
    expectRefusal(await api.get('/kabar', { 'If-None-Match': known }), 'unauthenticated')
    expectRefusal(await asks(await clinic.admin(), known), 'forbidden')
    expectRefusal(await asks(k.pasien, known, { 'X-Pengguna': k.dokter.id }), 'unauthenticated')
  }
  expect((await asks(k.dokter, etag)).status).toBe(200)
  expect((await asks(k.pasien, etag, { 'Accept-Language': 'en' })).status).toBe(200)
  expectSuccess(await k.pasien.api.post('/auth/logout'))
  expectRefusal(await asks(k.pasien, etag), 'unauthenticated')
})
