import { randomUUID } from 'node:crypto'
import type { Konsultasi, Person } from '@/e2e/clinic'
import { ask, read } from '@/e2e/conversation'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'

const etagOf = async (person: Person, k: Konsultasi, place = '') => (await read(person, k, place)).etag
const asks = (person: Person, k: Konsultasi, tag: string, place = '', more: Record<string, string> = {}) =>
  ask(person, k, place, { 'If-None-Match': tag, ...more })

test('who knows the ETag is told 304 without a body, with the same ETag, for as long as nothing changes', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.talk(k, 2)
  for (const place of ['', 'before=2', 'after=1', 'since=1', 'since=99', 'per_page=1']) {
    const tag = await etagOf(k.pasien, k, place)
    expect(tag).toMatch(/^(W\/)?"[\x21\x23-\x7e]+"$/)
    const { status, text, headers } = await asks(k.pasien, k, tag, place)
    expect({ status, text, tag: headers.get('etag'), cache: headers.get('cache-control') }).toEqual({
      status: 304,
      text: '',
      tag,
      cache: 'private, no-cache',
    })
  }
})

test('If-None-Match is compared weakly, may be a list or a star, and no-cache makes no difference', async ({ clinic }) => {
  const k = await clinic.active()
  const tag = await etagOf(k.pasien, k)
  const opaque = tag.replace(/^W\//, '')
  for (const known of [tag, opaque, `W/${opaque}`, `"lain", ${tag}`, `W/"lain" , ${opaque},"x"`, '*', ` ${tag} `]) {
    expect((await asks(k.pasien, k, known)).status, known).toBe(304)
    expect((await asks(k.pasien, k, known, '', { 'Cache-Control': 'no-cache', Pragma: 'no-cache' })).status).toBe(304)
  }
  for (const unknown of ['"lain"', 'W/"lain"', opaque.slice(1, -1), '""', 'x', opaque.toUpperCase()]) {
    expect((await asks(k.pasien, k, unknown)).status, unknown).toBe(200)
  }
})

test('an ETag changes with everything that an answer shows', async ({ clinic }) => {
  const k = await clinic.active()
  const [first, second] = await clinic.talk(k, 2)
  const changes: Record<string, () => Promise<unknown>> = {
    'a new pesan': () => clinic.send(k.dokter, k, 'Baru'),
    'a read mark': async () => expectSuccess(await k.dokter.api.put(`/pesan/${first?.id}/dibaca`)),
    'a reaction': async () => expectSuccess(await k.dokter.api.put(`/pesan/${first?.id}/reaksi`, { emoji: '👍' })),
    'a reaction taken back': async () => expectSuccess(await k.dokter.api.delete(`/pesan/${first?.id}/reaksi`)),
    'a deletion': async () => expectSuccess(await k.dokter.api.delete(`/pesan/${second?.id}`)),
    'typing of the other': async () => expect((await k.dokter.api.put(`/konsultasi/${k.id}/mengetik`)).status).toBe(204),
    'the end': () => clinic.complete(k),
  }
  for (const [change, make] of Object.entries(changes)) {
    const before = await etagOf(k.pasien, k)
    await make()
    const answer = await asks(k.pasien, k, before)
    expect({ change, status: answer.status }).toEqual({ change, status: 200 })
    expect(answer.headers.get('etag')).not.toBe(before)
  }
})

test('an ETag stays when nothing changes: a second dibaca, marking none, the same reaction, a replay, a second deletion', async ({
  clinic,
}) => {
  const k = await clinic.active()
  const { id } = await clinic.send(k.pasien, k, 'Halo')
  const { id: buried } = await clinic.send(k.dokter, k, 'Keliru')
  const replayed = { konsultasi_id: k.id, pesan: 'Sekali', client_id: randomUUID() }
  const acts = [
    () => k.dokter.api.put(`/pesan/${id}/dibaca`),
    () => k.dokter.api.put(`/pesan/${k.id}/mark-all-read`),
    () => k.dokter.api.put(`/pesan/${id}/reaksi`, { emoji: '🙏' }),
    () => k.dokter.api.delete(`/pesan/${buried}`),
    () => k.dokter.api.post('/pesan', replayed),
  ]
  for (const act of acts) expect((await act()).status).toBeLessThan(300)
  expectSuccess(await k.dokter.api.delete(`/pesan/${id}/reaksi`))
  const again = [
    ...acts.filter((_, n) => n !== 2),
    () => k.dokter.api.delete(`/pesan/${id}/reaksi`),
    () => k.pasien.api.put(`/pesan/${buried}/dibaca`),
  ]
  const before = await read(k.pasien, k)
  for (const act of again) expectSuccess<unknown>(await act())
  expect(await read(k.pasien, k)).toEqual(before)
})

test('one’s own typing changes nothing that one is shown', async ({ clinic }) => {
  const k = await clinic.active()
  const tag = await etagOf(k.pasien, k)
  expect((await k.pasien.api.put(`/konsultasi/${k.id}/mengetik`)).status).toBe(204)
  expect((await asks(k.pasien, k, tag)).status).toBe(304)
})

test('an ETag of one person, place, language or konsultasi is nothing to another', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  const [k, other] = [await clinic.active({ dokter }), await clinic.active({ dokter })]
  await clinic.talk(k, 3)
  const tag = await etagOf(k.pasien, k)
  expect((await asks(k.dokter, k, tag)).status).toBe(200)
  expect((await asks(await clinic.admin(), k, tag)).status).toBe(200)
  for (const place of ['per_page=1', 'before=2', 'after=0', 'since=0']) expect((await asks(k.pasien, k, tag, place)).status).toBe(200)
  expect((await asks(k.pasien, k, tag, '', { 'Accept-Language': 'en' })).status).toBe(200)
  expect(await etagOf(dokter, k)).not.toBe(await etagOf(dokter, other))
})

test('304 comes only after the same authorization as 200', async ({ api, clinic }) => {
  const k = await clinic.active()
  const tag = await etagOf(k.pasien, k)
  for (const known of [tag, '*']) {
    expectRefusal(await api.get(`/pesan/${k.id}`, { 'If-None-Match': known }), 'unauthenticated')
    expectRefusal(await asks(await clinic.pasien(), k, known), 'forbidden')
    expectRefusal(await asks(k.pasien, k, known, 'per_page=0'), 'validation_failed', ['per_page'])
  }
  expectSuccess(await k.pasien.api.post('/auth/logout'))
  expectRefusal(await asks(k.pasien, k, '*'), 'unauthenticated')
})
