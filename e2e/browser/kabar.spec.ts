import type { Page } from '@playwright/test'
import { expect, pollingUrl, test } from '@/e2e/fixtures'
import { pathOf, rowOf } from './percakapan'

const iconOf = (page: Page) => page.locator('link[rel="icon"][type="image/svg+xml"]').first()

/** How long the badges of two tabs may differ, in milliseconds. */
const AGREE_MS = 3000

for (const way of ['realtime', 'polling only'] as const) {
  test.describe(way, () => {
    if (way === 'polling only') test.use({ url: pollingUrl() })

    test('two tabs of one person show the same count in title and icon, and lose it together', async ({ clinic, browserOf }) => {
      const k = await clinic.active()
      const context = await browserOf(k.pasien)
      const [home, list] = [await context.newPage(), await context.newPage()]
      const known = home.waitForResponse('**/api/v1/kabar')
      await home.goto('/pasien')
      await known
      await clinic.send(k.dokter, k, 'Satu')
      await clinic.send(k.dokter, k, 'Dua')
      await list.goto('/pasien/konsultasi')
      await expect(list).toHaveTitle(/^\(2\) /, { timeout: 15_000 })
      await expect(home).toHaveTitle(/^\(2\) /, { timeout: AGREE_MS })
      await expect(iconOf(home)).toHaveAttribute('href', '/favicon-kabar.svg')
      await list.goto(pathOf(k, 'pasien'))
      await expect(rowOf(list, 'Dua')).toBeVisible()
      await expect(list).toHaveTitle(/^[^(]/, { timeout: 15_000 })
      await expect(home).toHaveTitle(/^[^(]/, { timeout: AGREE_MS })
      await expect(iconOf(home)).toHaveAttribute('href', '/favicon.svg')
    })
  })
}

test('what is unread in a konsultasi that has ended is on the home page, as in the title, until it is read', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await clinic.send(k.dokter, k, 'Jangan lupa obatnya')
  await k.dokter.api.put(`/konsultasi/${k.id}/selesaikan`, { catatan_penutup: 'Lekas pulih' })
  const pasien = await pageOf(k.pasien, '/pasien')
  await expect(pasien).toHaveTitle(/^\(1\) /)
  const told = pasien.getByRole('link', { name: '1 pesan belum dibaca di konsultasi yang sudah selesai' })
  await expect(told).toBeVisible()
  await k.pasien.api.put(`/pesan/${k.id}/mark-all-read`)
  await expect(told).toHaveCount(0)
})

test('who is here is shown to the other side of the konsultasi, and how long ago they were', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await pageOf(k.dokter, '/dokter')
  const pasien = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await expect(pasien.getByText('aktif sekarang')).toBeVisible()
  const later = new Date(Date.now() + 5 * 60_000)
  await pasien.clock.install({ time: later })
  await pasien.reload()
  await expect(pasien.getByText(/aktif 5 menit (yang )?lalu/)).toBeVisible()
})
