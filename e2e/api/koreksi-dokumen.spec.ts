import { randomUUID } from 'node:crypto'
import { Client as Database } from 'pg'
import { demand } from '@/e2e/clinic'
import { issue, LAB, subscribed } from '@/e2e/dokumen'
import { expect, test } from '@/e2e/fixtures'
import type { DokumenView } from '@/lib/contract/dokumen'
import { addDays, dayInWib } from '@/lib/domain/zona'

test('a next version that is asked for twice at the same moment is issued once, and its client_id is known before any 409', async ({
  clinic,
}) => {
  const k = await clinic.active()
  const first = demand<DokumenView>(201, await issue(k, LAB))
  const correction = { ...LAB, menggantikan: first.id, alasan: 'Kurang satu pemeriksaan', client_id: randomUUID() }
  const answers = await Promise.all(Array.from({ length: 5 }, () => issue(k, correction)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
  expect((await issue(k, { ...correction, client_id: randomUUID() })).body?.code).toBe('invalid_transition')
})

test('a dokumen that is cancelled leaves no wish for its correction waiting', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = demand<DokumenView>(201, await issue(k, LAB))
  demand(201, await k.pasien.api.post(`/dokumen/${id}/permintaan`, { isi: 'Nama saya salah' }))
  demand(200, await k.dokter.api.put(`/dokumen/${id}/batalkan`, { alasan: 'Salah pasien' }))
  expect(demand(200, await k.pasien.api.get(`/dokumen/${id}/permintaan`))).toMatchObject([
    { status: 'dijawab', dijawab_pada: expect.any(String) },
  ])
})

test('numbers have no gap under many who issue at once, and pesan of each konsultasi neither', async ({ clinic }) => {
  const ks = await Promise.all(Array.from({ length: 4 }, () => clinic.active()))
  const answers = await Promise.all(ks.flatMap((k) => Array.from({ length: 5 }, () => issue(k, LAB))))
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  const { rows } = await database.query<{ gaps: string; most: string }>(
    `SELECT count(*) FILTER (WHERE n <> urut) AS gaps, max(n) AS most FROM (
       SELECT right(nomor, 6)::int AS n, row_number() OVER (ORDER BY nomor) AS urut FROM dokumen WHERE nomor LIKE 'LAB/20%' AND versi = 1) x`,
  )
  await database.end()
  expect(rows[0]?.gaps).toBe('0')
  for (const k of ks) {
    const urutan = (await k.pasien.api.get(`/pesan/${k.id}`)).body?.data.map((one) => one.urutan)
    expect(urutan).toEqual([1, 2, 3, 4, 5])
  }
})

test('a correction is a new version with the same number, also after the end; the old one is replaced and its pesan says so', async ({
  clinic,
}) => {
  const k = await clinic.active()
  const first = await clinic.issue(k, LAB)
  const asked = demand(201, await k.pasien.api.post(`/dokumen/${first.id}/permintaan`, { isi: 'Kurang satu' }))
  expect(asked).toMatchObject({ dokumen_id: first.id, isi: 'Kurang satu', status: 'menunggu', alasan: null, dijawab_pada: null })
  await clinic.complete(k)
  const { rev } =
    demand(200, await k.pasien.api.get(`/konsultasi/${k.id}`)) && ((await k.pasien.api.get(`/pesan/${k.id}`)).body?.meta ?? { rev: 0 })
  const corrected = { jenis: 'lab', isi: { pemeriksaan: ['Darah lengkap', 'Urine'] }, menggantikan: first.id, alasan: 'Kurang satu' }
  const second = await clinic.issue(k, corrected)
  expect(second).toMatchObject({ nomor: first.nomor, versi: 2, menggantikan: first.id, alasan: 'Kurang satu', status: 'berlaku' })
  expect(second.kode).not.toBe(first.kode)
  expect(demand(200, await k.pasien.api.get(`/dokumen/${first.id}`))).toEqual({ ...first, status: 'diganti' })
  const changed = (await k.pasien.api.get(`/pesan/${k.id}?since=${rev}`)).body?.data ?? []
  expect(changed.map((one) => [one.rev, one.dokumen?.versi, one.dokumen?.status, one.dokumen?.alasan])).toEqual([
    [rev + 1, 1, 'diganti', 'Kurang satu'],
    [rev + 2, 2, 'berlaku', undefined],
  ])
  expect(demand(200, await k.dokter.api.get(`/dokumen/${first.id}/permintaan`))[0]).toMatchObject({ id: asked.id, status: 'dijawab' })
  expect((await issue(k, corrected)).body?.code).toBe('invalid_transition')
  expect((await issue(k, { ...corrected, menggantikan: 'dokumen_x' })).body?.errors).toHaveProperty('menggantikan')
  expect(
    (
      await issue(k, {
        ...corrected,
        jenis: 'kontrol',
        isi: { tanggal: addDays(dayInWib(new Date()), 2), tujuan: 'x' },
        menggantikan: second.id,
      })
    ).body?.errors,
  ).toHaveProperty('jenis')
  const check = demand(200, await clinic.api.get(`/verifikasi/${first.kode}`))
  expect(check).toMatchObject({ status: 'diganti', digantikan_oleh: second.kode, nomor: first.nomor, ditebus: [] })
})

test('after its time only an admin opens a correction again, and cancelling follows the same rule', async ({ clinic }) => {
  const k = await clinic.active()
  const dokumen = await clinic.issue(k, LAB)
  const other = await clinic.issue(k, LAB)
  await clinic.complete(k)
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  await database.query(
    `UPDATE konsultasi SET selesai_pada = now() - interval '49 hours' WHERE id = (SELECT konsultasi_id FROM dokumen WHERE kode = $1)`,
    [dokumen.kode],
  )
  await database.end()
  const corrected = { ...LAB, menggantikan: dokumen.id, alasan: 'Salah' }
  expect((await issue(k, corrected)).body?.code).toBe('correction_closed')
  const cancel = () => k.dokter.api.put(`/dokumen/${other.id}/batalkan`, { alasan: 'Salah pasien' })
  expect((await cancel()).body?.code).toBe('correction_closed')
  const { api: admin } = await clinic.admin()
  for (const { id } of [dokumen, other]) demand(200, await admin.put(`/admin/dokumen/${id}/koreksi`, { alasan: 'Permintaan pasien' }))
  expect((await issue(k, corrected)).status).toBe(201)
  expect(demand(200, await cancel())).toEqual({ ...other, status: 'dibatalkan' })
  expect((await cancel()).body?.code).toBe('invalid_transition')
})

test('a pesan that shows a dokumen is not deleted, and nobody sends one', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.issue(k, LAB)
  const pesan = (await k.pasien.api.get(`/pesan/${k.id}`)).body?.data.at(-1)
  expect((await k.dokter.api.delete(`/pesan/${pesan?.id}`)).body?.code).toBe('invalid_transition')
  const { api: admin } = await clinic.admin()
  expect((await admin.delete(`/pesan/${pesan?.id}`, { alasan: 'Uji' })).body?.code).toBe('invalid_transition')
  const sent = await k.dokter.api.post('/pesan', { konsultasi_id: k.id, pesan: 'x', tipe_pesan: 'dokumen' })
  expect(sent.body?.errors).toHaveProperty('tipe_pesan')
})

test('a permintaan is its pasien’s, and its dokter may say why not', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await clinic.issue(k, LAB)
  expect((await k.dokter.api.post(`/dokumen/${id}/permintaan`, { isi: 'x' })).status).toBe(403)
  expect((await k.pasien.api.post(`/dokumen/${id}/permintaan`, { isi: ' ' })).body?.errors).toHaveProperty('isi')
  const asked = demand(201, await k.pasien.api.post(`/dokumen/${id}/permintaan`, { isi: 'Nama saya salah' }))
  expect((await k.pasien.api.put(`/permintaan/${asked.id}/tolak`, { alasan: 'x' })).status).toBe(403)
  const rejected = demand(200, await k.dokter.api.put(`/permintaan/${asked.id}/tolak`, { alasan: 'Sudah sesuai KTP' }))
  expect(rejected).toMatchObject({ id: asked.id, status: 'ditolak', alasan: 'Sudah sesuai KTP' })
  expect((await k.dokter.api.put(`/permintaan/${asked.id}/tolak`, { alasan: 'x' })).body?.code).toBe('invalid_transition')
})

test('a wish is told to its dokter and its answer to its pasien, to whom wants to be told of a konsultasi', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await clinic.issue(k, LAB)
  const quiet = await clinic.active({ pasien: k.pasien, dokter: await clinic.dokter() })
  demand(200, await quiet.dokter.api.put('/akun/kabar', { pilihan: [{ jenis: 'konsultasi', push: false, surat: false }] }))
  const [ofDokter, ofPasien, ofQuiet] = [await subscribed(k.dokter), await subscribed(k.pasien), await subscribed(quiet.dokter)]
  const news = (peran: string) => ({ judul: 'Sapa', isi: 'Ada kabar di konsultasi Anda', tag: k.id, url: `/${peran}/konsultasi/${k.id}` })
  demand(201, await k.pasien.api.post(`/dokumen/${(await clinic.issue(quiet, LAB)).id}/permintaan`, { isi: 'Salah nama' }))
  const asked = demand(201, await k.pasien.api.post(`/dokumen/${id}/permintaan`, { isi: 'Rahasia sekali' }))
  await expect.poll(() => ofDokter.news(), { timeout: 20_000 }).toEqual([news('dokter')])
  demand(200, await k.dokter.api.put(`/permintaan/${asked.id}/tolak`, { alasan: 'Sudah benar' }))
  await expect
    .poll(async () => (await ofPasien.news()).filter(({ isi }) => isi === news('pasien').isi), { timeout: 20_000 })
    .toEqual([news('pasien')])
  expect(await ofQuiet.news()).toEqual([])
})
