import { expect, pollingUrl, test } from '@/e2e/fixtures'
import { expectSuccess } from '@/e2e/refusal'
import type { ProfilView } from '@/lib/contract/profil'
import { addDays, dayInWib } from '@/lib/domain/zona'
import { breaksOf } from './axe'
import { logAwake, pathOf } from './percakapan'

const PHONE = { viewport: { width: 360, height: 740 } }
const DESKTOP = { viewport: { width: 1280, height: 800 } }

/** Born so many days ago. */
const born = (days: number) => addDays(dayInWib(new Date()), -days)

test('a mother adds her child while she books, and the dokter sees for whom it is wherever they look', async ({
  clinic,
  complaints,
  pageOf,
}) => {
  complaints.allow(/status of 422 .*profil/)
  const [ibu, dokter] = [await clinic.pasien('Ibu Sari'), await clinic.dokter()]
  const page = await pageOf(ibu, '/pasien/konsultasi/baru', PHONE)
  const siapa = page.getByRole('radiogroup', { name: 'Untuk siapa?' })
  await expect(siapa.getByRole('radio', { name: 'Ibu Sari' })).toBeChecked()
  await page.getByRole('button', { name: 'Tambah anggota keluarga' }).click()
  const dialog = page.getByRole('dialog', { name: 'Tambah anggota keluarga' })
  await dialog.getByRole('textbox', { name: 'Nama lengkap' }).fill('Ani')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await expect(dialog.getByLabel('Tanggal lahir')).toHaveAttribute('aria-invalid')
  await dialog.getByLabel('Tanggal lahir').fill(born(800))
  await dialog.getByRole('radio', { name: 'Perempuan' }).check()
  expect(await breaksOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(siapa.getByRole('radio', { name: 'Ani' })).toBeChecked()
  // Of what a dokter must know one thing is missing still.
  const missing = page.getByRole('group', { name: 'Lengkapi data Ani' })
  await missing.getByRole('combobox', { name: 'Alergi' }).selectOption('Ada')
  await missing.getByRole('textbox', { name: 'Alergi terhadap apa' }).fill('amoksisilin: ruam\nkacang')
  await page.getByText(dokter.nama).click()
  await page.getByRole('textbox', { name: 'Keluhan' }).fill('Demam sejak dua hari, masih mau minum.')
  await page.getByRole('button', { name: 'Ajukan konsultasi' }).click()
  await page.waitForURL('**/pasien/konsultasi/konsultasi_*')
  await expect(page.getByText('untuk Ani, 2 th 2 bl, P')).toBeVisible()
  const [, ani] = expectSuccess(await ibu.api.get<ProfilView[]>('/profil'))
  expect(ani).toMatchObject({ nama: 'Ani', jenis_kelamin: 'P', alergi: [{ zat: 'amoksisilin', reaksi: 'ruam' }, { zat: 'kacang' }] })
  expect(await breaksOf(page)).toEqual([])

  const other = await pageOf(dokter, '/dokter/konsultasi', DESKTOP)
  const row = other.getByRole('link', { name: /untuk Ani, 2 th 2 bl, P/ })
  await expect(row).toContainText('ada alergi')
  await expect(row).toContainText('akun Ibu Sari')
  expect(await breaksOf(other)).toEqual([])
  await row.click()
  await expect(other.getByRole('heading', { name: 'Ani' })).toBeVisible()
  await expect(other).toHaveTitle(/Ani/)
  await logAwake(other)
  await other.getByText('untuk Ani, 2 th 2 bl, P, alergi amoksisilin, kacang').click()
  await expect(other.getByText('amoksisilin (ruam)')).toBeVisible()
  await expect(other.getByText('Pasien tidak membagikan konsultasi sebelumnya.')).toBeVisible()
  expect(await breaksOf(other)).toEqual([])
})

for (const way of ['realtime', 'polling only'] as const)
  test.describe(way, () => {
    if (way === 'polling only') test.use({ url: pollingUrl() })

    test('an allergy that becomes known while the dokter has the page open is seen there without a reload', async ({ clinic, pageOf }) => {
      const ibu = await clinic.pasien('Ibu Sari')
      const { id } = await clinic.addProfil(ibu, { nama: 'Ani', alergi: [] })
      const k = await clinic.active({ pasien: ibu, more: { profil_id: id } })
      const page = await pageOf(k.dokter, pathOf(k, 'dokter'), PHONE)
      const line = page.locator('[data-alergi]')
      await expect(line).toHaveText('tidak ada alergi')
      await logAwake(page)
      await page.getByText('untuk Ani').click()
      const panel = page.getByRole('region', { name: 'Profil' })
      await expect(panel).toBeVisible()
      expectSuccess(await ibu.api.put(`/profil/${id}`, { alergi: [{ zat: 'penisilin', reaksi: 'bengkak' }] }))
      await expect(line).toHaveText('alergi penisilin')
      await expect(panel).toContainText('penisilin (bengkak)')
    })
  })

test('whoever knows only the dokter, the keluhan and the button books for themselves', async ({ clinic, pageOf }) => {
  const [pasien, dokter] = [await clinic.pasien(), await clinic.dokter()]
  const page = await pageOf(pasien, '/pasien/konsultasi/baru', PHONE)
  await page.getByRole('radiogroup', { name: 'Dokter' }).getByText(dokter.nama).click()
  await page.getByRole('textbox', { name: 'Keluhan' }).fill('Batuk sejak tiga hari yang lalu.')
  await page.getByRole('button', { name: 'Ajukan konsultasi' }).click()
  await page.waitForURL('**/pasien/konsultasi/konsultasi_*')
  const [booked] = expectSuccess(await pasien.api.get('/konsultasi'))
  expect(booked).toMatchObject({ profil: { hubungan: 'diri' }, bagikan_riwayat: false, lanjutan_dari: null })
})

test('the dokter looks at what was before where the pasien lets them, and the pasien reads who did', async ({ clinic, pageOf }) => {
  const [ibu, first, now] = [await clinic.pasien('Ibu Sari'), await clinic.dokter('dr. Satu', 'Anak'), await clinic.dokter('dr. Dua')]
  const { id } = await clinic.addProfil(ibu)
  const before = await clinic.active({ pasien: ibu, dokter: first, more: { profil_id: id } })
  await clinic.issue(before, { jenis: 'lab', isi: { pemeriksaan: ['Darah lengkap'] } })
  await clinic.complete(before)
  const k = await clinic.active({ pasien: ibu, dokter: now, more: { profil_id: id, bagikan_riwayat: true } })
  const admin = await clinic.admin()
  expectSuccess(await admin.api.get(`/pesan/${k.id}?alasan=pengaduan%20ibu`))
  const other = await pageOf(now, pathOf(k, 'dokter'), PHONE)
  await logAwake(other)
  await other.getByText('untuk Ani').click()
  const earlier = other.getByRole('region', { name: 'Konsultasi sebelumnya' })
  await earlier.getByRole('button', { name: 'Lihat konsultasi sebelumnya' }).click()
  await expect(earlier.getByRole('listitem')).toHaveText(/dr\. Satu, Anak/)
  await earlier.getByText('Permintaan laboratorium').click()
  await expect(earlier.getByText('Darah lengkap')).toBeVisible()
  expect(await breaksOf(other)).toEqual([])
  const page = await pageOf(ibu, '/akun/profil', PHONE)
  await page.getByRole('link', { name: 'Siapa yang membaca profil Ani' }).click()
  await expect(page.getByRole('heading', { name: 'Siapa yang membaca profil Ani' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'dr. Dua' })).toContainText('melihat konsultasi ini sebagai riwayat')
  await expect(page.getByRole('listitem').filter({ hasText: admin.nama })).toContainText('Alasan: pengaduan ibu')
  expect(await breaksOf(page)).toEqual([])
})

for (const size of [PHONE, DESKTOP])
  test(`who is treated is seen, changed and archived at ${size.viewport.width} px`, async ({ clinic, complaints, pageOf }) => {
    complaints.allow(/status of 422 .*profil/)
    const ibu = await clinic.pasien('Ibu Sari')
    await clinic.addProfil(ibu, { nama: 'Adi', tanggal_lahir: born(40), jenis_kelamin: 'L', alergi: [] })
    const page = await pageOf(ibu, '/akun/profil', size)
    await expect(page.getByText('Anak · 1 bl, L')).toBeVisible()
    expect(await breaksOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Ubah profil Adi' }).click()
    const dialog = page.getByRole('dialog', { name: 'Ubah profil Adi' })
    await dialog.getByRole('textbox', { name: 'Berat badan' }).fill('4,25')
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await expect(dialog.getByText('Paling banyak satu angka di belakang koma')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Berat badan' }).fill('4,2')
    await dialog.getByRole('combobox', { name: 'Obat rutin' }).selectOption('Tidak ada')
    expect(await breaksOf(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByText('4,2', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Arsipkan profil Adi' }).click()
    await page.getByRole('dialog', { name: 'Arsipkan profil Adi?' }).getByRole('button', { name: 'Arsipkan', exact: true }).click()
    await expect(page.getByRole('region', { name: 'Diarsipkan' }).getByRole('heading', { name: 'Adi' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Ubah profil Adi' })).toHaveCount(0)
    const [, adi] = expectSuccess(await ibu.api.get<ProfilView[]>('/profil?arsip=true'))
    expect(adi).toMatchObject({ berat_kg: 4.2, obat_rutin: [], riwayat: null })
  })
