import type { Person } from '@/e2e/clinic'
import { revOf } from '@/e2e/conversation'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import { EMOJI } from '@/lib/domain/pesan'

const react = ({ api }: Person, id: string, emoji: unknown) => api.put(`/pesan/${id}/reaksi`, { emoji })
const unreact = ({ api }: Person, id: string) => api.delete(`/pesan/${id}/reaksi`)

test('a participant reacts with one of six, and a second reaction replaces the first', async ({ clinic }) => {
  const k = await clinic.active()
  const { id, rev } = await clinic.send(k.dokter, k, 'Istirahat dulu')
  for (const [n, emoji] of ['👍', '❤️', '🙏', '✅', '❓', '😢'].entries()) {
    expect(expectSuccess(await react(k.pasien, id, emoji))).toMatchObject({
      reaksi: [{ emoji, pengguna_id: k.pasien.id }],
      rev: rev + 1 + n,
    })
  }
  expect(EMOJI.length).toBe(6)
})

test('each of the two has a reaction of their own, on one’s own pesan too', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await clinic.send(k.dokter, k, 'Istirahat dulu')
  expectSuccess(await react(k.pasien, id, '🙏'))
  const { reaksi } = expectSuccess(await react(k.dokter, id, '✅'))
  expect(reaksi.length).toBe(2)
  expect(reaksi).toEqual(
    expect.arrayContaining([
      { emoji: '🙏', pengguna_id: k.pasien.id },
      { emoji: '✅', pengguna_id: k.dokter.id },
    ]),
  )
  expect(expectSuccess(await unreact(k.pasien, id)).reaksi).toEqual([{ emoji: '✅', pengguna_id: k.dokter.id }])
})

test('the same reaction again, and taking away what is not there, are 200 and move no rev', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await clinic.send(k.dokter, k, 'Halo')
  expectSuccess(await unreact(k.pasien, id))
  const once = expectSuccess(await react(k.pasien, id, '👍'))
  expect(expectSuccess(await react(k.pasien, id, '👍'))).toEqual(once)
  expect(await revOf(k.pasien, k)).toBe(once.rev)
  const none = expectSuccess(await unreact(k.pasien, id))
  expect(expectSuccess(await unreact(k.pasien, id))).toEqual(none)
  expect(await revOf(k.pasien, k)).toBe(once.rev + 1)
})

test('anything but the six is 422', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await clinic.send(k.dokter, k, 'Halo')
  for (const emoji of ['', '👎', '👍🏽', '👍👍', '❤', ' 👍', 'like', null, 1, ['👍']]) {
    expectRefusal(await react(k.pasien, id, emoji), 'validation_failed', ['emoji'])
  }
})

test('nobody but the participants reacts, and no dokter whose verification was withdrawn', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await clinic.send(k.pasien, k, 'Halo')
  for (const person of [await clinic.pasien(), await clinic.dokter(), await clinic.admin()]) {
    expectRefusal(await react(person, id, '👍'), 'forbidden')
    expectRefusal(await unreact(person, id), 'forbidden')
  }
  await clinic.verify(k.dokter, false)
  expectRefusal(await react(k.dokter, id, '👍'), 'forbidden')
})

test('a tombstone takes no reaction, and after the end nobody reacts', async ({ clinic }) => {
  const k = await clinic.active()
  const [kept, buried] = [await clinic.send(k.pasien, k, 'Halo'), await clinic.send(k.pasien, k, 'Keliru')]
  expectSuccess(await k.pasien.api.delete(`/pesan/${buried.id}`))
  expectRefusal(await react(k.dokter, buried.id, '👍'), 'pesan_deleted')
  expectRefusal(await unreact(k.dokter, buried.id), 'pesan_deleted')
  await clinic.complete(k)
  expectRefusal(await react(k.dokter, kept.id, '👍'), 'konsultasi_not_active')
  expectRefusal(await unreact(k.dokter, kept.id), 'konsultasi_not_active')
})
