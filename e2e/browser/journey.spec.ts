import { mark, PASSWORD } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { composerOf, pathOf, rowOf, write } from './percakapan'

test.use({ serviceWorkers: 'allow' })

test('from registration to the closing note, between two browsers', async ({ clinic, pageOf, page }) => {
  const dokter = await clinic.dokter(`dr. ${mark()}`, 'Penyakit dalam')
  const nama = `Sari ${mark()}`
  await page.goto('/daftar')
  await page.getByRole('textbox', { name: 'Nama', exact: true }).fill(nama)
  await page.getByRole('textbox', { name: 'Email' }).fill(`${mark()}@uji.test`)
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Daftar', exact: true }).click()
  await expect(page.getByText('Setujui dulu untuk mendaftar.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'pemberitahuan privasi' }).check()
  await page.getByRole('button', { name: 'Daftar', exact: true }).click()
  await page.waitForURL('**/pasien')
  await page.getByRole('link', { name: 'Konsultasi baru' }).first().click()
  await page.getByText(dokter.nama).click()
  await page.getByRole('textbox', { name: 'Keluhan' }).fill('Batuk berdahak sejak empat hari, demam di hari pertama.')
  await page.getByRole('button', { name: 'Ajukan konsultasi' }).click()
  await page.waitForURL('**/pasien/konsultasi/konsultasi_*')
  await expect(page.getByText(`Menunggu ${dokter.nama} menerima konsultasi ini.`)).toBeVisible()
  await expect(composerOf(page)).toHaveCount(0)

  const other = await pageOf(dokter, '/dokter')
  await other.getByRole('link', { name: new RegExp(nama) }).click()
  await other.getByRole('button', { name: 'Terima' }).click()
  await write(other, 'Selamat pagi. Dahaknya berwarna apa?')
  await expect(rowOf(page, 'Selamat pagi. Dahaknya berwarna apa?')).toBeVisible()
  await write(page, 'Kuning, Dok.')
  await expect(rowOf(other, 'Kuning, Dok.')).toBeVisible()

  await other.getByRole('button', { name: 'Selesaikan' }).click()
  const dialog = other.getByRole('dialog', { name: 'Selesaikan konsultasi' })
  await dialog.getByRole('textbox', { name: 'Catatan penutup' }).fill('Minum air hangat. Kembali bila demam lagi.')
  await dialog.getByRole('button', { name: 'Selesaikan' }).click()
  for (const one of [page, other]) {
    await expect(one.getByText('Konsultasi ini sudah selesai')).toBeVisible()
    await expect(one.getByText('Minum air hangat. Kembali bila demam lagi.')).toBeVisible()
    await expect(composerOf(one)).toHaveCount(0)
    await one.reload()
    await expect(rowOf(one, 'Kuning, Dok.')).toBeVisible()
  }
})

test('a dokter registers, reads what happens next, and is in the list once an admin has agreed', async ({ clinic, pageOf, page }) => {
  const nama = `dr. ${mark()}`
  await page.goto('/daftar?peran=dokter')
  await page.getByRole('textbox', { name: 'Nama', exact: true }).fill(nama)
  await page.getByRole('textbox', { name: 'Email' }).fill(`${mark()}@uji.test`)
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD)
  await page.getByRole('textbox', { name: 'Spesialisasi' }).fill('Anak')
  await page.getByRole('textbox', { name: 'Nomor STR' }).fill(`STR-${mark()}`)
  await page.getByRole('textbox', { name: 'Nomor SIP' }).fill(`SIP-${mark()}`)
  await page.getByRole('checkbox', { name: 'pemberitahuan privasi' }).check()
  await page.getByRole('button', { name: 'Daftar', exact: true }).click()
  await page.waitForURL('**/daftar/terkirim')
  await expect(page.getByRole('heading', { name: 'Pendaftaran Anda kami terima' })).toBeVisible()
  await page.goto('/dokter')
  await expect(page.getByText('Izin praktik Anda sedang diperiksa')).toBeVisible()

  const admin = await pageOf(await clinic.admin(), '/admin/dokter')
  const row = admin.getByRole('listitem').filter({ hasText: nama })
  await row.getByRole('button', { name: 'Setujui' }).click()
  await expect(admin.getByText(`${nama} sekarang terverifikasi`)).toBeVisible()
  await page.reload()
  await expect(page.getByText('Izin praktik Anda sedang diperiksa')).toBeHidden()
  const listed = (await (await clinic.pasien()).api.get('/dokter')).body.data
  expect(listed.map((dokter) => dokter.nama)).toContain(nama)
})

test('a pasien whose konsultasi was rejected asks again with the same words; one who strays into another wing can leave from there', async ({
  clinic,
  pageOf,
  complaints,
}) => {
  complaints.allow(/status of 403/)
  const k = await clinic.booked()
  await k.dokter.api.put(`/konsultasi/${k.id}/tolak`, { alasan: 'Sedang cuti' })
  const pasien = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await pasien.getByRole('link', { name: 'Konsultasi baru' }).click()
  await expect(pasien.getByRole('radio', { name: k.dokter.nama })).toBeChecked()
  await pasien.getByRole('button', { name: 'Ajukan konsultasi' }).click()
  await expect(pasien).toHaveURL(/\/pasien\/konsultasi\/konsultasi_/)
  const { data } = (await k.pasien.api.get('/konsultasi')).body
  expect(data).toMatchObject([{ status: 'pending' }, { status: 'rejected' }])
  expect(data[0]?.keluhan).toBe(data[1]?.keluhan)

  await pasien.goto('/dokter')
  await pasien.getByRole('button', { name: 'Keluar' }).click()
  await expect(pasien).toHaveURL(/\/masuk$/)
})
