import type { Page } from '@playwright/test'
import type { Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectSuccess } from '@/e2e/refusal'
import { breaksOf } from './axe'

const chosenBy = async ({ api }: Person) => expectSuccess(await api.get('/akun/kabar'))
const kind = (page: Page, name: string) => page.getByRole('group', { name })
const SAVED = 'Pilihan Anda sudah disimpan.'

test('a pasien chooses what reaches them how, by keyboard alone, is told that it is saved, and finds it so again', async ({
  clinic,
  pageOf,
}) => {
  const pasien = await clinic.pasien()
  const page = await pageOf(pasien, '/akun/kabar')
  await expect(page.getByRole('group')).toHaveCount(2)
  await kind(page, 'Pesan baru').getByRole('checkbox', { name: 'Email' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await expect(kind(page, 'Perkembangan konsultasi').getByRole('checkbox', { name: 'Pemberitahuan di perangkat' })).toBeFocused()
  await page.keyboard.press('Space')
  await page.getByRole('combobox', { name: 'Bahasa email dan pemberitahuan' }).selectOption('English')
  await page.getByRole('button', { name: 'Simpan pilihan' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: SAVED })).toBeVisible()
  expect(await chosenBy(pasien)).toEqual({
    bahasa: 'en',
    pilihan: [
      { jenis: 'pesan', push: true, surat: true },
      { jenis: 'konsultasi', push: false, surat: true },
    ],
  })
  await page.reload()
  await expect(kind(page, 'Pesan baru').getByRole('checkbox', { name: 'Email' })).toBeChecked()
  await expect(kind(page, 'Perkembangan konsultasi').getByRole('checkbox', { name: 'Pemberitahuan di perangkat' })).not.toBeChecked()
  await expect(page.getByRole('combobox', { name: 'Bahasa email dan pemberitahuan' })).toHaveValue('en')
  await expect(page.getByText('Email tentang akun Anda selalu dikirim')).toBeVisible()
})

test('a dokter chooses about requests; an admin only the language', async ({ clinic, pageOf }) => {
  const dokter = await pageOf(await clinic.dokter(), '/akun/kabar')
  await expect(kind(dokter, 'Pengajuan konsultasi')).toBeVisible()
  // A pasien asks for a correction of what was issued.
  await expect(kind(dokter, 'Perkembangan konsultasi')).toBeVisible()
  const admin = await pageOf(await clinic.admin(), '/akun/kabar')
  await expect(admin.getByRole('combobox', { name: 'Bahasa email dan pemberitahuan' })).toBeVisible()
  await expect(admin.getByRole('group')).toHaveCount(0)
})

test('what could not be saved is said, and nothing is called saved', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(/ERR_FAILED/)
  const page = await pageOf(await clinic.pasien(), '/akun/kabar')
  await page.route('**/api/v1/akun/kabar', (route) => route.abort())
  await kind(page, 'Pesan baru').getByRole('checkbox', { name: 'Email' }).check()
  await page.getByRole('button', { name: 'Simpan pilihan' }).click()
  await expect(page.getByRole('alert').filter({ hasText: /koneksi|jaringan|internet/i })).toBeVisible()
  await expect(page.getByText(SAVED)).toHaveCount(0)
  await expect(kind(page, 'Pesan baru').getByRole('checkbox', { name: 'Email' })).toBeChecked()
})

test('the bell and the account lead there, and the page shows whether this browser is told', async ({ clinic, pageOf }) => {
  const page = await pageOf(await clinic.pasien(), '/pasien')
  await page.getByRole('button', { name: 'Pemberitahuan', exact: true }).click()
  await page.getByRole('dialog', { name: 'Pemberitahuan' }).getByRole('link', { name: 'Pilih kabar, email, dan bahasa' }).click()
  await expect(page).toHaveURL(/\/akun\/kabar$/)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1, name: 'Pemberitahuan' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Browser yang Anda pakai sekarang' }).getByRole('status').first()).not.toBeEmpty()
  await page.goto('/akun')
  await page.getByRole('navigation', { name: 'Bagian akun' }).getByRole('link', { name: 'Pemberitahuan' }).click()
  await expect(page).toHaveURL(/\/akun\/kabar$/)
})

test('letters follow the language of the pages, also on the page where it is chosen', async ({ clinic, pageOf }) => {
  const pasien = await clinic.pasien()
  const page = await pageOf(pasien, '/pasien')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('button', { name: 'Indonesia', exact: true })).toBeVisible()
  await expect.poll(async () => (await chosenBy(pasien)).bahasa).toBe('en')
  await page.goto('/akun/kabar')
  const language = page.getByRole('combobox')
  await expect(language).toHaveValue('en')
  await page.getByRole('button', { name: 'Indonesia', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Pemberitahuan' })).toBeVisible()
  await expect(language).toHaveValue('id')
  await expect.poll(async () => (await chosenBy(pasien)).bahasa).toBe('id')
})

test('the language of the pages changes also where letters cannot follow it', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(/ERR_FAILED/)
  const pasien = await clinic.pasien()
  const page = await pageOf(pasien, '/pasien')
  await page.route('**/api/v1/akun/kabar', (route) => route.abort())
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('button', { name: 'Indonesia', exact: true })).toBeVisible()
  expect((await chosenBy(pasien)).bahasa).toBe('id')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`on a narrow ${colorScheme} screen nothing is cut off and no rule of WCAG 2.2 AA is broken`, async ({ clinic, pageOf }) => {
    const page = await pageOf(await clinic.pasien(), '/akun/kabar', { colorScheme, viewport: { width: 320, height: 640 } })
    await page.getByRole('main').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    expect(await breaksOf(page)).toEqual([])
  })
