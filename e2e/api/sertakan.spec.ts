import { demand, type Konsultasi, type Person } from '@/e2e/clinic'
import { ask, read } from '@/e2e/conversation'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'

const kabarOf = async ({ api }: Person) => expectSuccess(await api.get('/kabar'))
const asks = (person: Person, k: Konsultasi, place: string, etag: string) => ask(person, k, place, { 'If-None-Match': etag })
const ALL = 'since=99&sertakan=kabar,meja'

test('a question about a conversation answers for the badge too, in the words of GET /kabar, by token and by cookie', async ({
  api,
  clinic,
}) => {
  const k = await clinic.active()
  await clinic.send(k.dokter, k, 'Halo')
  const cookie = api.with({ Cookie: `next-auth.session-token=${k.pasien.token}` })
  for (const client of [k.pasien.api, cookie])
    for (const place of ['sertakan=kabar', 'since=0&sertakan=kabar', 'before=9&sertakan=kabar,meja']) {
      const { body } = await client.get<unknown, { kabar?: unknown }>(`/pesan/${k.id}?${place}`)
      expect(body.meta.kabar).toEqual(await kabarOf(k.pasien))
      expect(body.meta).not.toHaveProperty('meja')
    }
})

test('without the parameter an answer is what it was, and has another ETag than with it', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.talk(k, 2)
  const [plain, more] = [await read(k.pasien, k, 'since=0'), await read(k.pasien, k, 'since=0&sertakan=kabar')]
  expect(Object.keys(plain.meta)).toEqual(['rev', 'epoch', 'unread_count', 'status', 'mengetik'])
  const { kabar, ...meta } = more.meta
  expect({ ...more, meta, etag: '' }).toEqual({ ...plain, etag: '' })
  expect(kabar).toEqual(await kabarOf(k.pasien))
  expect((await asks(k.pasien, k, 'since=0&sertakan=kabar', plain.etag)).status).toBe(200)
  expect((await asks(k.pasien, k, 'since=0', more.etag)).status).toBe(200)
})

test('its ETag is of all of it: what comes in another konsultasi changes it, and nothing else does', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  const [k, other] = [await clinic.active({ dokter }), await clinic.active({ dokter })]
  const changes: Record<string, () => Promise<unknown>> = {
    'a pesan': () => clinic.send(other.pasien, other, 'Halo'),
    'that it was read': async () => expectSuccess(await dokter.api.put(`/pesan/${other.id}/mark-all-read`)),
    'a read mark of the other side': async () => {
      await clinic.send(dokter, other, 'Baik')
      expectSuccess(await other.pasien.api.put(`/pesan/${other.id}/mark-all-read`))
    },
    'a booking': () => clinic.booked({ dokter }),
    'its own mark': async () => expectSuccess(await dokter.api.put(`/konsultasi/${other.id}/penanda`, { disematkan: true })),
    'an end': () => clinic.complete(other),
    'a read mark in what has ended': async () => expectSuccess(await other.pasien.api.put(`/pesan/${other.id}/mark-all-read`)),
  }
  for (const [change, make] of Object.entries(changes)) {
    const desk = async () => demand(200, await dokter.api.get('/konsultasi?urut=meja&per_page=100'))
    const [before, listed] = [await read(dokter, k, ALL), await desk()]
    expect((await asks(dokter, k, ALL, before.etag)).status).toBe(304)
    await make()
    const now = await asks(dokter, k, ALL, before.etag)
    const isOther = JSON.stringify(await desk()) !== JSON.stringify(listed)
    expect({ change, status: now.status, isOther }).toEqual({ change, status: isOther ? 200 : 304, isOther })
    if (isOther) expect(now.body.meta.meja).not.toBe(before.meta.meja)
  }
})

test('of a desk the mark is another one for each dokter, and what others do leaves it as it is', async ({ clinic }) => {
  const [k, other] = [await clinic.active(), await clinic.active()]
  const marks = [(await read(k.dokter, k, ALL)).meta.meja, (await read(other.dokter, other, ALL)).meta.meja]
  expect(new Set(marks).size).toBe(2)
  await clinic.talk(other, 2)
  expect((await read(k.dokter, k, ALL)).meta.meja).toBe(marks[0])
})

test('an admin is told of nothing beside, 304 comes only after the same authorization, and another word is refused', async ({
  api,
  clinic,
}) => {
  const k = await clinic.active()
  const { etag } = await read(k.pasien, k, 'sertakan=kabar')
  const admin = await clinic.admin()
  const seen = await read(admin, k, 'sertakan=kabar,meja&alasan=keluhan')
  expect([seen.meta.kabar, seen.meta.meja]).toEqual([undefined, undefined])
  for (const known of [etag, '*']) {
    expectRefusal(await api.get(`/pesan/${k.id}?sertakan=kabar`, { 'If-None-Match': known }), 'unauthenticated')
    expectRefusal(await asks(await clinic.pasien(), k, 'sertakan=kabar', known), 'forbidden')
    for (const word of ['', 'unread', 'kabar,', 'meja', 'kabar&sertakan=kabar'])
      expectRefusal(await asks(k.pasien, k, `sertakan=${word}`, known), 'validation_failed', ['sertakan'])
  }
  expectSuccess(await k.pasien.api.post('/auth/logout'))
  expectRefusal(await asks(k.pasien, k, 'sertakan=kabar', etag), 'unauthenticated')
})

test('who reads what was handed over to them is told of nothing beside: news elsewhere is no reading of it', async ({ clinic }) => {
  const [k, to] = [await clinic.active(), await clinic.dokter()]
  const isi = { situasi: 'Ruam', latar: 'Lima hari', penilaian: 'Mungkin alergi', saran: 'Periksa kulit' }
  expectSuccess(await k.dokter.api.post(`/konsultasi/${k.id}/alih`, { dokter_id: to.id, ...isi }), 201)
  expectSuccess(await k.pasien.api.put(`/konsultasi/${k.id}/alih/setuju`))
  const { meta, etag } = await read(to, k, ALL)
  expect([meta.kabar, meta.meja]).toEqual([undefined, undefined])
  const other = await clinic.active({ dokter: to })
  await clinic.send(other.pasien, other, 'Selamat pagi, Dok')
  expect((await asks(to, k, ALL, etag)).status).toBe(304)
})
