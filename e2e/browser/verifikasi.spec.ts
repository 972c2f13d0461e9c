import { createHash } from 'node:crypto'
import { demand } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { breaksOf } from './axe'

const KNOWN = { tanggal_lahir: '2022-03-14', jenis_kelamin: 'P', alamat: 'Jalan Melati 5', berat_kg: 14.5, alergi: [] }
const OBAT = { nama: 'Parasetamol', jumlah: 10, satuan: 'tablet', signa: '3 dd 1 tab pc' }

test('a pharmacy finds that a resep is real, compares its file, and marks it as redeemed', async ({ clinic, page, pageOf, complaints }) => {
  const pasien = await clinic.pasien()
  const { id } = await clinic.addProfil(pasien, KNOWN)
  const k = await clinic.active({ pasien, more: { profil_id: id } })
  const resep = await clinic.issue(k, { jenis: 'resep', isi: { obat: [OBAT] } })
  const answer = await fetch(`${pasien.api.url}/api/v1/dokumen/${resep.id}/pdf`, { headers: { Authorization: `Bearer ${pasien.token}` } })
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(resep.sha256_pdf)

  // Its pasien sees it in the conversation.
  const talk = await pageOf(pasien, `/pasien/konsultasi/${k.id}`)
  await expect(talk.getByRole('log', { name: 'Percakapan' }).getByRole('link', { name: new RegExp(`^Resep ${resep.nomor}`) })).toBeVisible()

  await page.goto(`/v/${resep.kode}`)
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1, name: 'Resep ini asli' })).toBeVisible()
  for (const said of ['Masih berlaku', resep.nomor, resep.dokter.nomor_sip, 'A, lahir tahun 2022'])
    await expect(main.getByText(said)).toBeVisible()
  expect(await page.content()).not.toMatch(/Parasetamol|Melati/)
  expect(await breaksOf(page)).toEqual([])

  await main.getByLabel('Berkas PDF yang Anda terima').setInputFiles({ name: 'resep.pdf', mimeType: 'application/pdf', buffer: bytes })
  await expect(main.getByText('Sama persis dengan yang diterbitkan.')).toBeVisible()
  await main
    .getByLabel('Berkas PDF yang Anda terima')
    .setInputFiles({ name: 'resep.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([bytes, Buffer.from(' ')]) })
  await expect(main.getByText('Berbeda dari yang diterbitkan. Jangan dipercaya.')).toBeVisible()

  complaints.allow(/status of 422/)
  await main.getByRole('textbox', { name: 'PIN' }).fill('12')
  await main.getByRole('button', { name: 'Tandai ditebus' }).click()
  await expect(main.getByRole('textbox', { name: 'PIN' })).toHaveAttribute('aria-invalid', 'true')
  expect(await breaksOf(page)).toEqual([])
  demand(200, await k.dokter.api.put(`/dokumen/${resep.id}/batalkan`, { alasan: 'Salah obat' }))
  await page.reload()
  await expect(main.getByText('Sudah dibatalkan')).toBeVisible()
  await expect(main.getByRole('button', { name: 'Tandai ditebus' })).toHaveCount(0)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('whether a dokumen still holds is read without it', async ({ clinic, page }) => {
    const k = await clinic.active()
    const dokumen = await clinic.issue(k, { jenis: 'lab', isi: { pemeriksaan: ['Darah lengkap'] } })
    await page.goto(`/v/${dokumen.kode}`)
    await expect(page.getByText('Masih berlaku')).toBeVisible()
    await expect(page.getByText(dokumen.nomor)).toBeVisible()
  })

  test('a pharmacy is not offered what would go nowhere', async ({ clinic, page }) => {
    const pasien = await clinic.pasien()
    const k = await clinic.active({ pasien, more: { profil_id: (await clinic.addProfil(pasien, KNOWN)).id } })
    const resep = await clinic.issue(k, { jenis: 'resep', isi: { obat: [OBAT] } })
    await page.goto(`/v/${resep.kode}`)
    for (const name of ['Cocokkan berkas PDF', 'Untuk apotek'])
      await expect(page.getByRole('region', { name }).getByRole('paragraph')).toHaveText(/^Untuk ini JavaScript harus menyala/)
    await expect(page.getByRole('button', { name: 'Tandai ditebus' })).toHaveCount(0)
    await expect(page.getByLabel('Berkas PDF yang Anda terima')).toBeHidden()
  })
})

test('whoever holds a paper that was not issued here is told so', async ({ page, complaints }) => {
  complaints.allow(/status of 404/)
  const answer = await page.goto('/v/AAAAAAAAAAAAAAAA')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1, name: 'Tidak ada dokumen dengan kode ini' })).toBeVisible()
  await expect(page.getByText('Jangan dipercaya.')).toBeVisible()
  expect(await breaksOf(page)).toEqual([])
})
