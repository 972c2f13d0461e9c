import type { Locator } from '@playwright/test'
import { pdf } from '@/e2e/berkas/dokumen'
import { expect, test } from '@/e2e/fixtures'
import { expectSuccess } from '@/e2e/refusal'
import { uploaded } from '@/e2e/unggah'
import type { PesanView } from '@/lib/contract/pesan'
import { addDays, dayInWib } from '@/lib/domain/zona'
import { pathOf } from './percakapan'

test('an admin reads a conversation only after saying why, which both participants then see, and deletes a pesan for a reason', async ({
  clinic,
  pageOf,
}) => {
  const k = await clinic.active({ keluhan: 'Keluhan yang rahasia sekali' })
  await clinic.send(k.pasien, k, 'Rahasia pertama')
  const lampiran = await uploaded(k.pasien, k, { bytes: pdf(), nama: 'hasil-lab.pdf' })
  const { id } = await clinic.send(k.pasien, k, '', { lampiran_id: lampiran.id })
  const admin = await clinic.admin()
  const page = await pageOf(admin, `/admin/konsultasi/${k.id}`)
  await expect(page.getByText(k.pasien.nama)).toBeVisible()
  expect(await page.content()).not.toMatch(/rahasia|hasil-lab/i)
  await page.getByRole('button', { name: 'Buka percakapan' }).click()
  await expect(page.getByRole('textbox', { name: 'Alasan membaca' })).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('textbox', { name: 'Alasan membaca' }).fill('aduan keluarga pasien')
  await page.getByRole('button', { name: 'Buka percakapan' }).click()

  const main = page.getByRole('main')
  for (const words of ['Keluhan yang rahasia sekali', 'Rahasia pertama', 'hasil-lab.pdf', 'Terbuka sampai pukul']) {
    await expect(main.getByText(words).first()).toBeVisible()
  }
  // The same reason opens it for a while, and is written down once for each kind of thing read; participants see one opening.
  await page.reload()
  await expect(main.getByText('Rahasia pertama')).toBeVisible()
  // The head of a PDF is shown where it was sent: that reads it too.
  await expect(main.getByRole('button', { name: 'Lihat halaman hasil-lab.pdf' }).locator('img')).toHaveAttribute('data-loaded', 'true')
  const rows = expectSuccess(await admin.api.get(`/admin/audit?konsultasi_id=${k.id}`))
  expect(rows.map(({ aksi, apa, alasan }) => [aksi, apa, alasan])).toEqual([
    ['konsultasi.dibaca', 'lampiran', 'aduan keluarga pasien'],
    ['konsultasi.dibaca', 'pesan', 'aduan keluarga pasien'],
    ['konsultasi.dibaca', 'konsultasi', 'aduan keluarga pasien'],
  ])

  await main.getByRole('listitem').filter({ hasText: 'hasil-lab.pdf' }).getByRole('button', { name: 'Hapus' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('berkas orang lain')
  await dialog.getByRole('button', { name: 'Hapus' }).click()
  await expect(main.getByText('Pesan ini dihapus')).toBeVisible()
  expect(expectSuccess(await k.pasien.api.get<PesanView>(`/pesan/${id}`)).dihapus_pada).not.toBeNull()

  for (const wing of ['pasien', 'dokter'] as const) {
    const theirs = await pageOf(k[wing], pathOf(k, wing))
    await theirs
      .getByText(/dibuka admin|admin pernah|Admin/i)
      .first()
      .click()
    await expect(theirs.getByText('aduan keluarga pasien')).toBeVisible()
  }
})

test('a dokter whose SIP has ended reads so at home, and in the request that they cannot accept but decline', async ({
  clinic,
  pageOf,
}) => {
  const k = await clinic.booked()
  const { api } = await clinic.admin()
  const until = addDays(dayInWib(new Date()), -1)
  expectSuccess(await api.put(`/admin/dokter/${k.dokter.id}/verifikasi`, { disetujui: true, sip_berlaku_sampai: until }))
  const page = await pageOf(k.dokter, '/dokter')
  await expect(page.getByText('SIP Anda sudah habis')).toBeVisible()
  await page.goto(pathOf(k, 'dokter'))
  await expect(page.getByRole('button', { name: 'Tolak' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Terima' })).toHaveCount(0)
})

test('an admin decides with a date and a reason on the page of a dokter, and reads there what was decided before', async ({
  clinic,
  pageOf,
}) => {
  const dokter = await clinic.unverifiedDokter()
  const page = await pageOf(await clinic.admin(), `/admin/dokter/${dokter.id}`)
  const history = page.getByRole('list', { name: 'Riwayat keputusan' }).getByRole('listitem')
  await page.getByLabel('SIP berlaku sampai').fill(addDays(dayInWib(new Date()), 10))
  await page.getByRole('button', { name: 'Setujui' }).click()
  await expect(history).toHaveText([/Disetujui.*oleh Admin/])
  await expect(page.getByText('Segera habis')).toBeVisible()
  await page.getByRole('button', { name: 'Cabut verifikasi' }).click()
  await expect(page.getByRole('textbox', { name: 'Alasan' })).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('textbox', { name: 'Alasan' }).fill('STR tidak terbaca')
  await page.getByRole('button', { name: 'Cabut verifikasi' }).click()
  await expect(history).toHaveText([/Ditolak atau dicabut.*STR tidak terbaca/s, /Disetujui/])
})

test('an admin narrows the log by days, keeps that in the address, takes it out as a file, and checks that it is whole', async ({
  clinic,
  pageOf,
}) => {
  const person = await clinic.pasien()
  await clinic.setActive(person, false)
  const page = await pageOf(await clinic.admin(), `/admin/pengguna/${person.id}`)
  await page.getByRole('link', { name: 'Yang terjadi padanya' }).click()
  const rows = page.getByRole('list', { name: 'Jejak audit' }).getByRole('listitem')
  await expect(rows).toHaveText([/menangguhkan akun/])
  await page.getByLabel('Sampai tanggal').fill('2020-01-31')
  await page.getByRole('button', { name: 'Terapkan filter' }).click()
  await expect(page.getByText('Tidak ada catatan yang cocok')).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`pengguna=${person.id}.*sampai=2020-01-31`))
  await page.getByRole('link', { name: 'Lihat semua catatan' }).click()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Unduh CSV' }).click()])
  expect(file.suggestedFilename()).toBe(`audit-${dayInWib(new Date())}.csv`)
  await page.getByRole('button', { name: 'Periksa keutuhan' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Utuh:' })).toBeVisible()
})

test('a long name without a blank widens neither a page nor a dialog on a telephone', async ({ clinic, pageOf }) => {
  const person = await clinic.pasien('W'.repeat(100))
  const page = await pageOf(await clinic.admin(), `/admin/audit/jangkauan?pengguna=${person.id}`)
  await page.setViewportSize({ width: 360, height: 740 })
  const widthOf = (part: Locator) => part.evaluate(({ scrollWidth }) => scrollWidth)
  expect(await widthOf(page.locator('html'))).toBe(360)
  await page.goto(`/admin/pengguna/${person.id}`)
  await page.getByRole('main').getByRole('button', { name: 'Tangguhkan' }).click()
  expect(await widthOf(page.getByRole('dialog'))).toBe(360)
  await page.getByRole('textbox', { name: 'Alasan' }).fill('aduan')
  await page.getByRole('dialog').getByRole('button', { name: 'Tangguhkan' }).click()
  const told = page.getByRole('status').filter({ hasText: person.nama })
  await expect(told).toBeVisible()
  expect(await widthOf(told)).toBe(360)
})

test('a filter of a name that every object has, and one from before anybody counted years, are no failure of ours', async ({
  clinic,
  pageOf,
}) => {
  const page = await pageOf(await clinic.admin(), '/admin/konsultasi?constructor=1&toString=2&dari=0001-01-01')
  await expect(page.getByRole('heading', { level: 1, name: 'Konsultasi' })).toBeVisible()
})
