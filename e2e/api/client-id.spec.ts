import { randomUUID } from 'node:crypto'
import type { Konsultasi, Person } from '@/e2e/clinic'
import { ask, read, revOf } from '@/e2e/conversation'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'

const send = (from: Person, k: Konsultasi, client_id: unknown, pesan = 'Halo', more: object = {}) =>
  from.api.post('/pesan', { konsultasi_id: k.id, pesan, client_id, ...more })

test('the same client_id again is the same pesan: 200, and neither rev nor ETag moves', async ({ clinic }) => {
  const k = await clinic.active()
  const client_id = randomUUID()
  const sent = expectSuccess(await send(k.pasien, k, client_id), 201)
  const before = await read(k.dokter, k)
  expect(expectSuccess(await send(k.pasien, k, client_id))).toEqual(sent)
  expect(expectSuccess(await send(k.pasien, k, client_id.toUpperCase(), '  Halo\n'))).toEqual(sent)
  expect(await read(k.dokter, k)).toEqual(before)
})

test('a replay answers with the pesan as it is now: read, reacted to, or a tombstone', async ({ clinic }) => {
  const k = await clinic.active()
  const client_id = randomUUID()
  const { id } = expectSuccess(await send(k.pasien, k, client_id), 201)
  expectSuccess(await k.dokter.api.put(`/pesan/${id}/dibaca`))
  expectSuccess(await k.dokter.api.put(`/pesan/${id}/reaksi`, { emoji: '🙏' }))
  const now = expectSuccess(await k.pasien.api.get(`/pesan/${id}`))
  expect(now).toMatchObject({ dibaca_pada: expect.any(String), reaksi: [{ emoji: '🙏', pengguna_id: k.dokter.id }] })
  expect(expectSuccess(await send(k.pasien, k, client_id))).toEqual(now)
  expectSuccess(await k.pasien.api.delete(`/pesan/${id}`))
  expect(expectSuccess(await send(k.pasien, k, client_id))).toMatchObject({ id, pesan: '', dihapus_pada: expect.any(String) })
})

test('a client_id is remembered for ever: also when the konsultasi has ended, before any 409', async ({ clinic }) => {
  const k = await clinic.active()
  const client_id = randomUUID()
  const sent = expectSuccess(await send(k.pasien, k, client_id), 201)
  await clinic.complete(k)
  expect(expectSuccess(await send(k.pasien, k, client_id)).id).toBe(sent.id)
  expectRefusal(await send(k.pasien, k, client_id, 'Lain'), 'idempotency_mismatch')
  expectRefusal(await send(k.pasien, k, randomUUID()), 'konsultasi_not_active')
})

test('other content under the same client_id is 422, compared with the original even when that is deleted', async ({ clinic }) => {
  const k = await clinic.active()
  const client_id = randomUUID()
  const question = await clinic.send(k.dokter, k, 'Sejak kapan?')
  const { id } = expectSuccess(await send(k.pasien, k, client_id, 'Kemarin', { balas_ke: question.id }), 201)
  const others = [
    send(k.pasien, k, client_id, 'kemarin', { balas_ke: question.id }),
    send(k.pasien, k, client_id, 'Kemarin'),
    send(k.pasien, k, client_id, 'Kemarin', { balas_ke: id }),
    send(k.pasien, k, client_id, 'Kemarin', { balas_ke: 'x' }),
    send(k.pasien, k, client_id, 'Kemarin', { balas_ke: question.id, lampiran_id: 'lampiran_01h45ytscbebyvny4gc8cr8ma2' }),
  ]
  for (const reply of await Promise.all(others)) expectRefusal(reply, 'idempotency_mismatch')
  expectSuccess(await k.pasien.api.delete(`/pesan/${id}`))
  expectRefusal(await send(k.pasien, k, client_id, '', { balas_ke: question.id }), 'validation_failed', ['pesan'])
  expectRefusal(await send(k.pasien, k, client_id, 'Bukan itu', { balas_ke: question.id }), 'idempotency_mismatch')
  expect(expectSuccess(await send(k.pasien, k, client_id, 'Kemarin', { balas_ke: question.id })).id).toBe(id)
})

test('a client_id belongs to one sender in one konsultasi: elsewhere the same one is a new pesan', async ({ clinic }) => {
  const pasien = await clinic.pasien()
  const [k, other] = [await clinic.active({ pasien }), await clinic.active({ pasien })]
  const client_id = randomUUID()
  const replies = [await send(pasien, k, client_id), await send(k.dokter, k, client_id), await send(pasien, other, client_id)]
  expect(new Set(replies.map((reply) => expectSuccess(reply, 201).id)).size).toBe(3)
})

test('null or missing means none: the same words twice are two pesan', async ({ clinic }) => {
  const k = await clinic.active()
  for (const client_id of [null, undefined, null]) expect(expectSuccess(await send(k.pasien, k, client_id), 201).client_id).toBeNull()
  expect((await read(k.pasien, k)).data.length).toBe(3)
})

test('a client_id that is no UUID is 422', async ({ clinic }) => {
  const k = await clinic.active()
  for (const client_id of ['', 'x', randomUUID().replaceAll('-', ''), `${randomUUID()}0`, `{${randomUUID()}}`, 5, [randomUUID()]]) {
    expectRefusal(await send(k.pasien, k, client_id), 'validation_failed', ['client_id'])
  }
})

test('two people using one client_id for different konsultasi at once never see each other’s', async ({ clinic }) => {
  const [one, other] = await Promise.all([clinic.active(), clinic.active()])
  const client_id = randomUUID()
  const [a, b] = await Promise.all([send(one.pasien, one, client_id, 'Punya saya'), send(other.pasien, other, client_id, 'Punya saya')])
  expect(expectSuccess(a, 201).konsultasi_id).toBe(one.id)
  expect(expectSuccess(b, 201).konsultasi_id).toBe(other.id)
  expectRefusal(await send(one.pasien, other, client_id, 'Punya saya'), 'forbidden')
  expect(await revOf(one.dokter, one)).toBe(expectSuccess(a, 201).rev)
  expectRefusal(await ask(one.pasien, other), 'forbidden')
})
