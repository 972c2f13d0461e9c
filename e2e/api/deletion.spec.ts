import { catchUp, read, revOf } from '@/e2e/conversation'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { PesanView } from '@/lib/contract/pesan'

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)

test('its sender deletes a pesan and leaves a tombstone, for everybody and in its place', async ({ clinic }) => {
  const k = await clinic.active()
  const question = await clinic.send(k.dokter, k, 'Sejak kapan?')
  const sent = await clinic.send(k.pasien, k, 'Rahasia', { balas_ke: question.id })
  expectSuccess(await k.dokter.api.put(`/pesan/${sent.id}/reaksi`, { emoji: '😢' }))
  await clinic.send(k.dokter, k, 'Baik')
  const rev = await revOf(k.pasien, k)
  const tombstone = expectSuccess(await k.pasien.api.delete(`/pesan/${sent.id}`))
  expect(tombstone).toEqual({ ...sent, pesan: '', lampiran: null, reaksi: [], dihapus_pada: TIME, rev: rev + 1 })
  for (const person of [k.pasien, k.dokter, await clinic.admin()]) {
    expect((await read(person, k)).data[1]).toEqual(tombstone)
    expect(expectSuccess(await person.api.get(`/pesan/${sent.id}`))).toEqual(tombstone)
  }
  expect((await catchUp(k.dokter, k, rev)).changed).toEqual([tombstone])
})

test('deleting again is 200 and changes nothing, also after the konsultasi has ended', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await clinic.send(k.pasien, k, 'Keliru')
  const tombstone = expectSuccess(await k.pasien.api.delete(`/pesan/${id}`))
  expect(expectSuccess(await k.pasien.api.delete(`/pesan/${id}`))).toEqual(tombstone)
  await clinic.complete(k)
  const rev = await revOf(k.pasien, k)
  expect(expectSuccess(await k.pasien.api.delete(`/pesan/${id}`))).toEqual(tombstone)
  expect(await revOf(k.pasien, k)).toBe(rev)
})

test('after the end a sender deletes nothing more', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await clinic.send(k.pasien, k, 'Tetap tercatat')
  await clinic.complete(k)
  expectRefusal(await k.pasien.api.delete(`/pesan/${id}`), 'konsultasi_not_active')
  expect(expectSuccess(await k.dokter.api.get<PesanView>(`/pesan/${id}`)).pesan).toBe('Tetap tercatat')
})

test('nobody but its sender and an admin deletes a pesan', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await clinic.send(k.pasien, k, 'Milik saya')
  for (const { api } of [k.dokter, await clinic.pasien(), await clinic.dokter()])
    expectRefusal(await api.delete(`/pesan/${id}`), 'forbidden')
})

test('an admin deletes at any time, but says why', async ({ clinic }) => {
  const k = await clinic.active()
  const { api } = await clinic.admin()
  const [first, second] = await clinic.talk(k, 2)
  for (const body of [undefined, {}, { alasan: null }, { alasan: ' ' }]) {
    expectRefusal(await api.delete(`/pesan/${first?.id}`, body), 'validation_failed', ['alasan'])
  }
  expect(expectSuccess(await api.delete(`/pesan/${first?.id}`, { alasan: 'Data orang lain' }))).toMatchObject({ pesan: '' })
  await clinic.complete(k)
  expect(expectSuccess(await api.delete(`/pesan/${second?.id}`, { alasan: 'Data orang lain' })).dihapus_pada).toEqual(TIME)
})

test('a read mark stays on a tombstone', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await clinic.send(k.pasien, k, 'Halo')
  const { dibaca_pada } = expectSuccess(await k.dokter.api.put(`/pesan/${id}/dibaca`))
  expect(expectSuccess(await k.pasien.api.delete(`/pesan/${id}`)).dibaca_pada).toBe(dibaca_pada)
})

test('many deletions of one pesan at the same moment move rev once', async ({ clinic }) => {
  const k = await clinic.active()
  const { id, rev } = await clinic.send(k.pasien, k, 'Keliru')
  const { api: admin } = await clinic.admin()
  const replies = await Promise.all([
    ...Array.from({ length: 5 }, () => k.pasien.api.delete(`/pesan/${id}`)),
    admin.delete(`/pesan/${id}`, { alasan: 'Keliru' }),
  ])
  expect(new Set(replies.map((reply) => expectSuccess(reply).dihapus_pada)).size).toBe(1)
  expect(await revOf(k.pasien, k)).toBe(rev + 1)
})
