import { read } from '@/e2e/conversation'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { PesanView } from '@/lib/contract/pesan'

test('a pesan is answered as it is stored, and both people and an admin read it so', async ({ clinic }) => {
  const k = await clinic.active()
  const client_id = '7B1C9E0A-3D52-4F7E-9A60-0C2D4E6F8A1B'
  const reply = await k.dokter.api.post('/pesan', { konsultasi_id: k.id, pesan: ' Selamat pagi. ', client_id })
  const sent = expectSuccess(reply, 201)
  expect(sent).toEqual({
    id: expect.stringMatching(/^pesan_[0-7][0-9a-z]{25}$/),
    konsultasi_id: k.id,
    urutan: 1,
    rev: expect.any(Number),
    client_id: client_id.toLowerCase(),
    pengirim: { id: k.dokter.id, nama: k.dokter.nama, peran: 'dokter' },
    tipe_pesan: 'text',
    pesan: 'Selamat pagi.',
    lampiran: null,
    balas_ke: null,
    reaksi: [],
    dibaca_pada: null,
    dihapus_pada: null,
    dibuat_pada: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  })
  for (const person of [k.pasien, k.dokter, await clinic.admin()]) {
    expect(expectSuccess(await person.api.get(`/pesan/${sent.id}`))).toEqual(sent)
    expect((await read(person, k)).data).toEqual([sent])
  }
})

test('urutan is 1, 2, 3 … in each konsultasi for itself', async ({ clinic }) => {
  const [one, other] = [await clinic.active(), await clinic.active()]
  expect((await clinic.talk(one, 3)).map(({ urutan }) => urutan)).toEqual([1, 2, 3])
  expect((await clinic.talk(other, 2)).map(({ urutan }) => urutan)).toEqual([1, 2])
})

test('a pesan that was refused leaves no gap in urutan and moves no rev', async ({ clinic }) => {
  const k = await clinic.active()
  const { rev } = await clinic.send(k.pasien, k, 'Satu')
  for (const wrong of [
    { pesan: '' },
    { pesan: 'x', balas_ke: k.id },
    { pesan: 'x', client_id: 'x' },
    { pesan: 'x', tipe_pesan: 'video' },
  ]) {
    expect((await k.pasien.api.post('/pesan', { konsultasi_id: k.id, ...wrong })).status).toBe(422)
  }
  expect(await clinic.send(k.pasien, k, 'Dua')).toMatchObject({ urutan: 2, rev: rev + 1 })
})

test('only the participants send: no stranger, no admin, no dokter whose verification was withdrawn', async ({ clinic }) => {
  const k = await clinic.active()
  const pesan = { konsultasi_id: k.id, pesan: 'Bukan untuk saya' }
  for (const { api } of [await clinic.pasien(), await clinic.dokter(), await clinic.unverifiedDokter(), await clinic.admin()]) {
    expectRefusal(await api.post('/pesan', pesan), 'forbidden')
  }
  await clinic.verify(k.dokter, false)
  expectRefusal(await k.dokter.api.post('/pesan', pesan), 'forbidden')
  expect((await read(k.pasien, k)).data).toEqual([])
})

test('nobody sends before a konsultasi is accepted or after it has ended, in whatever way', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  const [pending, completed, cancelled, rejected] = await Promise.all([
    clinic.booked({ dokter }),
    clinic.completed({ dokter }),
    clinic.booked({ dokter }),
    clinic.booked({ dokter }),
  ])
  expectSuccess(await cancelled.pasien.api.put(`/konsultasi/${cancelled.id}/batalkan`))
  expectSuccess(await dokter.api.put(`/konsultasi/${rejected.id}/tolak`, { alasan: 'Penuh' }))
  for (const k of [pending, completed, cancelled, rejected]) {
    for (const { api } of [k.pasien, k.dokter]) {
      expectRefusal(await api.post('/pesan', { konsultasi_id: k.id, pesan: 'Halo' }), 'konsultasi_not_active')
    }
  }
})

test('tipe_pesan is text unless given, and nothing else fits a pesan without a lampiran', async ({ clinic }) => {
  const k = await clinic.active()
  for (const tipe_pesan of [undefined, null, 'text'])
    expect((await clinic.send(k.pasien, k, 'Halo', { tipe_pesan })).tipe_pesan).toBe('text')
  for (const tipe_pesan of ['image', 'file', 'audio', 'video', '', 5]) {
    expectRefusal(await k.pasien.api.post('/pesan', { konsultasi_id: k.id, pesan: 'x', tipe_pesan }), 'validation_failed', ['tipe_pesan'])
  }
})

test('a lampiran that cannot be attached is 422 on it', async ({ clinic }) => {
  const k = await clinic.active()
  for (const lampiran_id of ['x', '', k.id, 'lampiran_01h45ytscbebyvny4gc8cr8ma2']) {
    expectRefusal(await k.pasien.api.post('/pesan', { konsultasi_id: k.id, pesan: 'x', lampiran_id }), 'validation_failed', ['lampiran_id'])
  }
})

test('a reply names a pesan of the same konsultasi, from either side', async ({ clinic }) => {
  const k = await clinic.active()
  const question = await clinic.send(k.dokter, k, 'Sejak kapan?')
  const answer = await clinic.send(k.pasien, k, 'Kemarin', { balas_ke: question.id })
  expect(answer.balas_ke).toBe(question.id)
  expect((await clinic.send(k.pasien, k, 'Tepatnya malam', { balas_ke: answer.id })).balas_ke).toBe(answer.id)
  expect(expectSuccess(await k.dokter.api.get<PesanView>(`/pesan/${answer.id}`)).balas_ke).toBe(question.id)
})

test('nobody replies to a tombstone, to another konsultasi, or to what is not there', async ({ clinic }) => {
  const k = await clinic.active()
  const elsewhere = await clinic.active({ pasien: k.pasien })
  const [foreign, buried] = [await clinic.send(k.pasien, elsewhere, 'Di sana'), await clinic.send(k.pasien, k, 'Keliru')]
  expectSuccess(await k.pasien.api.delete(`/pesan/${buried.id}`))
  for (const balas_ke of [foreign.id, buried.id, 'pesan_01h45ytscbebyvny4gc8cr8ma2', 'x', '', k.id]) {
    expectRefusal(await k.pasien.api.post('/pesan', { konsultasi_id: k.id, pesan: 'x', balas_ke }), 'validation_failed', ['balas_ke'])
  }
})
