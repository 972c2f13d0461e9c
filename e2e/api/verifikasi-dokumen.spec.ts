import { demand } from '@/e2e/clinic'
import { PARASETAMOL, pdfOf, pinOf, resepOf, withKnownChild } from '@/e2e/dokumen'
import { expect, test } from '@/e2e/fixtures'

test('anybody who holds a dokumen finds out whether it is real, and nothing of its content', async ({ api, clinic }) => {
  const k = await withKnownChild(clinic)
  const resep = await clinic.issue(k, resepOf(PARASETAMOL))
  const answer = await api.get(`/verifikasi/${resep.kode.toLowerCase()}`)
  expect(demand(200, answer)).toEqual({
    jenis: 'resep',
    nomor: resep.nomor,
    versi: 1,
    status: 'berlaku',
    terbit_pada: resep.terbit_pada,
    dokter: { nama: resep.dokter.nama, nomor_sip: resep.dokter.nomor_sip },
    pasien: { inisial: 'A', tahun_lahir: 2022 },
    sha256_pdf: resep.sha256_pdf,
    digantikan_oleh: null,
    ditebus: [],
  })
  for (const secret of ['Parasetamol', 'Melati', 'Ani"', 'amoksisilin']) expect(answer.text).not.toContain(secret)
  expect((await api.get('/verifikasi/AAAAAAAAAAAAAAAA')).status).toBe(404)
  expect((await api.get('/verifikasi/%00')).status).toBe(404)
})

test('a pharmacy redeems a resep with its PIN, as often as it may be, also many at once', async ({ api, clinic }) => {
  const k = await withKnownChild(clinic)
  const resep = await clinic.issue(k, resepOf({ ...PARASETAMOL, iter: 1 }))
  const pin = pinOf((await pdfOf(k.pasien, resep)).bytes)
  const redeem = (body: object = {}) =>
    api.post(`/verifikasi/${resep.kode}/tebus`, { pin, apotek: 'Apotek Sehat', apoteker: 'apt. Sari', ...body })
  expect((await redeem({ pin: '12345' })).body?.errors).toHaveProperty('pin')
  expect((await redeem({ apotek: ' ' })).body?.errors).toHaveProperty('apotek')
  const answers = await Promise.all(Array.from({ length: 4 }, () => redeem()))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409])
  expect((await redeem()).body?.code).toBe('already_redeemed')
  const wrong = pin === '000000' ? '000001' : '000000'
  // Redeemed or not: a wrong PIN is one, and counted.
  for (let n = 0; n < 5; n++) expect((await redeem({ pin: wrong })).body?.errors).toHaveProperty('pin')
  expect((await redeem()).body?.code).toBe('rate_limited')
  expect(demand(200, await api.get(`/verifikasi/${resep.kode}`)).ditebus).toMatchObject([
    { apotek: 'Apotek Sehat' },
    { apotek: 'Apotek Sehat' },
  ])
})

test('five wrong PINs close a resep, for the right one too; what no longer holds is not redeemed', async ({ api, clinic }) => {
  const k = await withKnownChild(clinic)
  const resep = await clinic.issue(k, resepOf(PARASETAMOL))
  const pin = pinOf((await pdfOf(k.pasien, resep)).bytes)
  const wrong = pin === '000000' ? '000001' : '000000'
  const redeem = (tried: string) => api.post(`/verifikasi/${resep.kode}/tebus`, { pin: tried, apotek: 'Apotek', apoteker: 'Sari' })
  for (let n = 0; n < 5; n++) expect((await redeem(wrong)).body?.errors).toHaveProperty('pin')
  const closed = await redeem(pin)
  expect([closed.status, closed.body?.code]).toEqual([429, 'rate_limited'])
  expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(800)
  const other = await clinic.issue(k, resepOf(PARASETAMOL))
  const pinOfOther = pinOf((await pdfOf(k.pasien, other)).bytes)
  demand(200, await k.dokter.api.put(`/dokumen/${other.id}/batalkan`, { alasan: 'Salah obat' }))
  const redeemOther = (tried: string) => api.post(`/verifikasi/${other.kode}/tebus`, { pin: tried, apotek: 'Apotek', apoteker: 'Sari' })
  expect((await redeemOther(pinOfOther === '000000' ? '000001' : '000000')).body?.errors).toHaveProperty('pin')
  expect((await redeemOther(pinOfOther)).body?.code).toBe('invalid_transition')
})
