import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures'
import { composerOf, pathOf, rowOf, write } from './percakapan'

/** The next pesan is refused as the server refuses what it does not take. */
const refuseNext = (page: Page) =>
  page.route(
    '**/api/v1/pesan',
    (route) =>
      route.fulfill({
        status: 422,
        json: { success: false, code: 'validation_failed', message: 'Ditolak', errors: {}, request_id: 'uji' },
      }),
    {
      times: 1,
    },
  )

test('a pesan that was refused goes back to the textbox and is sent as another one', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(/422/)
  const k = await clinic.active()
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await refuseNext(page)
  await write(page, 'Obatnya yang mana?')
  const row = rowOf(page, 'Obatnya yang mana?')
  await expect(row.getByText('Isi pesan ini tidak diterima.')).toBeVisible()
  await row.getByRole('button', { name: 'Ubah pesan' }).click()
  await expect(composerOf(page)).toHaveValue('Obatnya yang mana?')
  await expect(composerOf(page)).toBeFocused()
  await expect(row).toHaveCount(0)
  await write(page, 'Obat yang mana, dok?')
  await expect(rowOf(page, 'Obat yang mana, dok?')).toContainText('Terkirim')
})

test('a reply that was refused can go without its quote', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(/422/)
  const k = await clinic.active()
  await clinic.send(k.dokter, k, 'Minum tiga kali sehari')
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await rowOf(page, 'Minum tiga kali sehari').getByRole('button', { name: 'Pilihan pesan' }).click()
  await page.getByRole('menuitem', { name: 'Balas' }).click()
  await refuseNext(page)
  await write(page, 'Sebelum makan?')
  await page.getByRole('button', { name: 'Kirim tanpa kutipan' }).click()
  await expect(rowOf(page, 'Sebelum makan?')).toHaveCount(1)
  await expect(rowOf(page, 'Sebelum makan?')).toContainText('Terkirim')
  const { data } = (await k.dokter.api.get(`/pesan/${k.id}`)).body
  expect(data.map(({ pesan, balas_ke }) => [pesan, balas_ke])).toContainEqual(['Sebelum makan?', null])
})

test('what was written offline for a konsultasi that has ended meanwhile can be copied', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED|WebSocket|409/)
  const k = await clinic.active()
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'), { permissions: ['clipboard-read', 'clipboard-write'] })
  await expect(page.getByText('Terhubung')).toBeVisible()
  await page.context().setOffline(true)
  const long = 'Sejak pagi saya pusing. '.repeat(208).trim()
  await write(page, long)
  await clinic.complete(k)
  await page.context().setOffline(false)
  await expect(page.getByText('Konsultasi ini sudah berakhir.')).toBeVisible()
  await page.getByRole('button', { name: 'Salin teks' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Teks disalin' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(long)
})
