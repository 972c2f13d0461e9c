import { randomUUID } from 'node:crypto'
import { pdf } from '@/e2e/berkas/dokumen'
import { png } from '@/e2e/berkas/gambar'
import { webm } from '@/e2e/berkas/suara'
import type { Person } from '@/e2e/clinic'
import { read } from '@/e2e/conversation'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import { download, uploaded } from '@/e2e/unggah'

const post = (from: Person, konsultasi_id: string, body: object) => from.api.post('/pesan', { konsultasi_id, ...body })

test('a lampiran comes with its pesan, whose kind follows it and whose text may be empty', async ({ clinic }) => {
  const k = await clinic.active()
  const kinds = { image: await png(), file: pdf(), audio: webm({ seconds: 2 }) }
  for (const [tipe, bytes] of Object.entries(kinds)) {
    const lampiran = await uploaded(k.pasien, k, { bytes })
    const sent = expectSuccess(await post(k.pasien, k.id, { lampiran_id: lampiran.id }), 201)
    expect(sent).toMatchObject({ tipe_pesan: tipe, pesan: '', lampiran })
    expect((await read(k.dokter, k)).data.at(-1)).toEqual(sent)
  }
  const given = await uploaded(k.dokter, k, { bytes: await png() })
  const captioned = await post(k.dokter, k.id, { lampiran_id: given.id, tipe_pesan: 'image', pesan: ' Hasil rontgen ' })
  expect(expectSuccess(captioned, 201)).toMatchObject({ tipe_pesan: 'image', pesan: 'Hasil rontgen', lampiran: given })
})

test('a kind that does not fit the lampiran is 422, and the lampiran can still be sent', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await uploaded(k.pasien, k, { bytes: await png() })
  for (const tipe_pesan of ['text', 'file', 'audio', 'video'])
    expectRefusal(await post(k.pasien, k.id, { lampiran_id: id, tipe_pesan }), 'validation_failed', ['tipe_pesan'])
  expectSuccess(await post(k.pasien, k.id, { lampiran_id: id }), 201)
})

test('another’s, one of another konsultasi, one already sent and what is none cannot be attached', async ({ clinic }) => {
  const k = await clinic.active()
  const elsewhere = await clinic.active({ pasien: k.pasien })
  const foreign = await uploaded(k.pasien, elsewhere, { bytes: await png() })
  const ofDokter = await uploaded(k.dokter, k, { bytes: await png() })
  const used = await uploaded(k.pasien, k, { bytes: await png() })
  const first = expectSuccess(await post(k.pasien, k.id, { lampiran_id: used.id }), 201)
  for (const lampiran_id of [foreign.id, ofDokter.id, used.id, 'lampiran_01h45ytscbebyvny4gc8cr8ma2', 'x', k.id, first.id])
    expectRefusal(await post(k.pasien, k.id, { pesan: 'x', lampiran_id }), 'validation_failed', ['lampiran_id'])
  expect((await read(k.pasien, k)).data).toEqual([first])
})

test('of many who send one lampiran at the same moment exactly one does, and urutan has no gap', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await uploaded(k.pasien, k, { bytes: await png() })
  const replies = await Promise.all(Array.from({ length: 8 }, () => post(k.pasien, k.id, { lampiran_id: id, client_id: randomUUID() })))
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
  for (const reply of replies.filter(({ status }) => status !== 201)) expectRefusal(reply, 'validation_failed', ['lampiran_id'])
  const next = await clinic.send(k.pasien, k, 'Berikutnya')
  expect(next.urutan).toBe(2)
})

test('the same client_id with the same lampiran is the same pesan for ever; with another it is a mistake', async ({ clinic }) => {
  const k = await clinic.active()
  const [one, other] = [await uploaded(k.pasien, k, { bytes: await png() }), await uploaded(k.pasien, k, { bytes: pdf() })]
  const pesan = { lampiran_id: one.id, pesan: 'Ini', client_id: randomUUID() }
  const [a, b] = await Promise.all([post(k.pasien, k.id, pesan), post(k.pasien, k.id, pesan)])
  expect([a.status, b.status].sort()).toEqual([200, 201])
  expect(a.body.data).toEqual(b.body.data)
  for (const changed of [{ lampiran_id: other.id }, { lampiran_id: null }, { lampiran_id: 'x' }, { pesan: 'Itu' }])
    expectRefusal(await post(k.pasien, k.id, { ...pesan, ...changed }), 'idempotency_mismatch')
  await clinic.complete(k)
  expect(expectSuccess(await post(k.pasien, k.id, pesan))).toMatchObject({ id: a.body.data.id, lampiran: one })
  expectRefusal(await post(k.pasien, k.id, { lampiran_id: other.id }), 'konsultasi_not_active')
})

test('a deleted pesan has no lampiran any more, and nobody gets its bytes', async ({ clinic }) => {
  const k = await clinic.active()
  const lampiran = await uploaded(k.pasien, k, { bytes: await png() })
  const pesan = { lampiran_id: lampiran.id, client_id: randomUUID() }
  const { id } = expectSuccess(await post(k.pasien, k.id, pesan), 201)
  expect((await download(k.dokter, lampiran.id)).status).toBe(200)
  const tombstone = expectSuccess(await k.pasien.api.delete(`/pesan/${id}`))
  expect(tombstone).toMatchObject({ tipe_pesan: 'image', pesan: '', lampiran: null })
  for (const person of [k.pasien, k.dokter, await clinic.admin()])
    for (const query of ['', '?varian=thumb']) expect((await download(person, lampiran.id, query)).status).toBe(404)
  expect(expectSuccess(await post(k.pasien, k.id, pesan))).toEqual(tombstone)
  expectRefusal(await post(k.pasien, k.id, { lampiran_id: lampiran.id }), 'validation_failed', ['lampiran_id'])
})
