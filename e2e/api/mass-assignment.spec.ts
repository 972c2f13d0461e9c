import { demand, mark, PASSWORD } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'

/** What every body claims beside what it may say: all columns that decide something, as clients and as the database call them. */
const claimsOf = (id: string) => ({
  id,
  pengguna_id: id,
  pengirim_id: id,
  pengirim: { id },
  pasien_id: id,
  pasien: { id, nama: 'Orang lain' },
  dokterId: id,
  aktif: false,
  terverifikasi: true,
  status_verifikasi: 'terverifikasi',
  statusVerifikasi: 'terverifikasi',
  is_admin: true,
  role: 'admin',
  kata_sandi: 'x',
  kataSandi: 'x',
  status: 'completed',
  urutan: 500,
  rev: 500,
  dibaca_pada: '2020-01-01T00:00:00.000Z',
  dihapus_pada: '2020-01-01T00:00:00.000Z',
  dibuat_pada: '2020-01-01T00:00:00.000Z',
  diterima_pada: '2020-01-01T00:00:00.000Z',
  selesai_pada: '2020-01-01T00:00:00.000Z',
  reaksi: [{ emoji: '👍', pengguna_id: id }],
  unread_count: 99,
  __proto__: { peran: 'admin' },
  constructor: { prototype: { peran: 'admin' } },
})

test('who registers becomes what registering makes, whatever else the body claims', async ({ api, clinic }) => {
  const other = await clinic.pasien()
  const dokter = { spesialisasi: 'Umum', nomor_str: `STR-${mark()}`, nomor_sip: `SIP-${mark()}` }
  for (const peran of ['pasien', 'dokter']) {
    const account = { ...claimsOf(other.id), ...dokter, nama: 'Siti', email: `${mark()}@uji.test`, password: PASSWORD, peran }
    const { pengguna } = demand(201, await api.post('/auth/register', account))
    expect(pengguna).toEqual({ id: pengguna.id, nama: 'Siti', email: account.email, peran, aktif: true, terverifikasi: peran === 'pasien' })
    expect(pengguna.id).not.toBe(other.id)
  }
})

test('a booking and a pesan are the asker’s own, now, at their own place', async ({ clinic }) => {
  const [pasien, dokter, other] = [await clinic.pasien(), await clinic.dokter(), await clinic.pasien()]
  const before = Date.now()
  const asked = { ...claimsOf(other.id), dokter_id: dokter.id, keluhan: 'Pusing sejak kemarin sore' }
  const k = demand(201, await pasien.api.post('/konsultasi', asked))
  expect(k).toMatchObject({
    status: 'pending',
    pasien: { id: pasien.id },
    dokter: { id: dokter.id },
    diterima_pada: null,
    selesai_pada: null,
  })
  expect(Date.parse(k.dibuat_pada)).toBeGreaterThan(before - 60_000)
  const accepted = demand(200, await dokter.api.put(`/konsultasi/${k.id}/terima`, claimsOf(other.id)))
  expect(accepted).toMatchObject({ status: 'active', pasien: { id: pasien.id }, selesai_pada: null })

  const sent = demand(201, await pasien.api.post('/pesan', { ...claimsOf(dokter.id), konsultasi_id: k.id, pesan: 'Halo' }))
  expect(sent).toMatchObject({ konsultasi_id: k.id, urutan: 1, rev: 3, pengirim: { id: pasien.id, peran: 'pasien' } })
  expect(sent).toMatchObject({ dibaca_pada: null, dihapus_pada: null, reaksi: [] })
  expect(sent.id).toMatch(/^pesan_/)
  expect(Date.parse(sent.dibuat_pada)).toBeGreaterThan(before - 60_000)

  const liked = demand(200, await dokter.api.put(`/pesan/${sent.id}/reaksi`, { ...claimsOf(pasien.id), emoji: '🙏' }))
  expect(liked.reaksi).toEqual([{ emoji: '🙏', pengguna_id: dokter.id }])
  const ended = { ...claimsOf(other.id), status: 'cancelled', catatan_penutup: 'Istirahat' }
  const closed = demand(200, await dokter.api.put(`/konsultasi/${k.id}/selesaikan`, ended))
  expect(closed).toMatchObject({ status: 'completed', catatan_penutup: 'Istirahat' })
  expect(Date.parse(closed.selesai_pada ?? '')).toBeGreaterThan(before - 60_000)
})

test('changing one thing of one’s account changes nothing else of it, and nobody else’s', async ({ clinic }) => {
  const [dokter, other] = [await clinic.dokter(), await clinic.dokter()]
  const meOf = async (who: typeof dokter) => demand(200, await who.api.get('/auth/me')).pengguna
  const before = [await meOf(dokter), await meOf(other)]
  const claims = { ...claimsOf(other.id), peran: 'admin', email: `${mark()}@uji.test`, nama: 'Palsu' }
  demand(200, await dokter.api.put('/dokter/saya/ketersediaan', { ...claims, tersedia: false }))
  demand(200, await dokter.api.put('/auth/password', { ...claims, lama: PASSWORD, baru: 'samudra-luas-77' }))
  expect([await meOf(dokter), await meOf(other)]).toEqual(before)
  const list = demand(200, await other.api.get('/dokter'))
  expect(list.find(({ id }) => id === other.id)?.tersedia).toBe(true)
})
