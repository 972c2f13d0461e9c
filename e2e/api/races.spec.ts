import { randomUUID } from 'node:crypto'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { KonsultasiView } from '@/lib/contract/konsultasi'

test('two acts on one pending konsultasi at the same moment: exactly one wins, and its outcome is what stays', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  const outcomes = new Set<string>()
  for (let round = 0; round < 6; round++) {
    const k = await clinic.booked({ dokter })
    const path = `/konsultasi/${k.id}`
    const replies = await Promise.all([
      k.dokter.api.put<KonsultasiView>(`${path}/terima`),
      k.pasien.api.put<KonsultasiView>(`${path}/batalkan`),
      k.dokter.api.put<KonsultasiView>(`${path}/tolak`, { alasan: 'Penuh' }),
      k.dokter.api.put<KonsultasiView>(`${path}/terima`),
    ])
    const won = replies.filter(({ status }) => status === 200)
    expect(won.length).toBe(1)
    for (const reply of replies.filter(({ status }) => status !== 200)) expectRefusal(reply, 'invalid_transition')
    const { status } = expectSuccess(await k.pasien.api.get<KonsultasiView>(path))
    expect(status).toBe(won[0]?.body.data.status)
    outcomes.add(status)
  }
  expect(outcomes.size).toBeGreaterThan(0)
})

test('two completions at the same moment: one note is kept, and it is the winner’s', async ({ clinic }) => {
  const k = await clinic.active()
  const notes = ['Catatan pertama', 'Catatan kedua', 'Catatan ketiga']
  const replies = await Promise.all(notes.map((catatan_penutup) => k.dokter.api.put(`/konsultasi/${k.id}/selesaikan`, { catatan_penutup })))
  const won = replies.flatMap(({ status }, n) => (status === 200 ? [notes[n]] : []))
  expect(won.length).toBe(1)
  expect(expectSuccess(await k.pasien.api.get(`/konsultasi/${k.id}`)).catatan_penutup).toBe(won[0])
})

test('pesan sent while a konsultasi is being completed are stored before its end or refused: none comes after', async ({ clinic }) => {
  for (let round = 0; round < 4; round++) {
    const k = await clinic.active()
    const send = (n: number) => (n % 2 ? k.pasien : k.dokter).api.post('/pesan', { konsultasi_id: k.id, pesan: `Serentak ${n}` })
    const [completed, ...sends] = await Promise.all([
      k.dokter.api.put(`/konsultasi/${k.id}/selesaikan`, { catatan_penutup: 'Selesai' }),
      ...Array.from({ length: 12 }, (_, n) => send(n)),
    ])
    expectSuccess(completed)
    const { body } = await k.pasien.api.get(`/pesan/${k.id}`)
    const stored = sends.flatMap((reply) => (reply.status === 201 ? [reply.body.data.id] : []))
    expect(body.data.map(({ id }) => id).sort()).toEqual(stored.sort())
    for (const reply of sends.filter(({ status }) => status !== 201)) expectRefusal(reply, 'konsultasi_not_active')
    // The completion was the last change: every pesan's `rev` lies before it.
    expect(Math.max(0, ...body.data.map(({ rev }) => rev))).toBeLessThan(body.meta.rev)
  }
})

test('a reply and the deletion of what it replies to, at the same moment: no reply comes after the tombstone', async ({ clinic }) => {
  const k = await clinic.active()
  for (let round = 0; round < 10; round++) {
    const asked = await clinic.send(k.pasien, k, `Pertanyaan ${round}`)
    const reply = () => k.dokter.api.post('/pesan', { konsultasi_id: k.id, pesan: 'Jawaban', balas_ke: asked.id })
    const [deleted, ...replies] = await Promise.all([k.pasien.api.delete(`/pesan/${asked.id}`), ...Array.from({ length: 5 }, reply)])
    const tombstone = expectSuccess(deleted)
    for (const answer of replies)
      if (answer.status === 201) expect(answer.body.data.rev).toBeLessThan(tombstone.rev)
      else expectRefusal(answer, 'validation_failed', ['balas_ke'])
  }
})

test('one pesan sent many times at the same moment is stored once: one 201, and 200 with that same pesan for the rest', async ({
  clinic,
}) => {
  const k = await clinic.active()
  const pesan = { konsultasi_id: k.id, pesan: 'Sekali saja', client_id: randomUUID() }
  const replies = await Promise.all(Array.from({ length: 12 }, () => k.pasien.api.post('/pesan', pesan)))
  expect(replies.map(({ status }) => status).sort()).toEqual([...Array(11).fill(200), 201])
  expect(new Set(replies.map(({ body }) => JSON.stringify(body.data))).size).toBe(1)
  const { body } = await k.dokter.api.get(`/pesan/${k.id}`)
  expect({ count: body.data.length, urutan: body.data[0]?.urutan }).toEqual({ count: 1, urutan: 1 })
})

test('a deletion and a reaction at the same moment leave a tombstone without reactions', async ({ clinic }) => {
  const k = await clinic.active()
  for (let round = 0; round < 5; round++) {
    const { id } = await clinic.send(k.pasien, k, 'Sebentar saja')
    const [deleted, reacted] = await Promise.all([
      k.pasien.api.delete(`/pesan/${id}`),
      k.dokter.api.put(`/pesan/${id}/reaksi`, { emoji: '👍' }),
    ])
    expectSuccess(deleted)
    if (reacted.status !== 200) expectRefusal(reacted, 'pesan_deleted')
    expect(expectSuccess(await k.dokter.api.get(`/pesan/${id}`))).toMatchObject({ pesan: '', reaksi: [] })
  }
})
