import type { Page } from '@playwright/test'
import { expect, pollingUrl, test } from '@/e2e/fixtures'
import { pathOf, rowOf } from './percakapan'

/** What the badges of two tabs may differ by, in milliseconds. */
const AGREE_MS = 3000

const unreadIn = (page: Page, n: number) =>
  page.getByRole('list', { name: 'Daftar konsultasi' }).first().getByText(`${n} pesan belum dibaca`)

for (const way of ['realtime', 'polling only'] as const) {
  test.describe(way, () => {
    if (way === 'polling only') test.use({ url: pollingUrl() })

    test('two tabs of one person agree on their badges within 3 s: when a pesan comes, and when it is read in a third', async ({
      clinic,
      pageOf,
    }) => {
      const k = await clinic.active()
      const home = await pageOf(k.dokter, '/dokter')
      const list = await home.context().newPage()
      await list.goto('/dokter/konsultasi')
      for (const page of [home, list]) await expect(page.getByText(k.pasien.nama)).toBeVisible()

      await clinic.send(k.pasien, k, 'Masih demam, Dok.')
      await Promise.race([home, list].map((page) => unreadIn(page, 1).waitFor()))
      for (const page of [home, list]) await expect(unreadIn(page, 1)).toBeVisible({ timeout: AGREE_MS })

      const reading = await home.context().newPage()
      await reading.goto(pathOf(k, 'dokter'))
      await expect(rowOf(reading, 'Masih demam, Dok.')).toBeVisible()
      await expect.poll(async () => (await k.dokter.api.get(`/pesan/${k.id}/unread-count`)).body.data.unread_count).toBe(0)
      for (const page of [home, list]) await expect(unreadIn(page, 1)).toBeHidden({ timeout: AGREE_MS })
    })
  })
}
