import type { Page } from '@playwright/test'
import { pdf } from '@/e2e/berkas/dokumen'
import { expect, pollingUrl, test } from '@/e2e/fixtures'
import { composerOf, pathOf, rowOf, write } from './percakapan'

const CUT_OFF = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK|WebSocket|fetching the script/

for (const way of ['realtime', 'polling only'] as const) {
  test.describe(way, () => {
    if (way === 'polling only') test.use({ url: pollingUrl() })

    test('what is written without a network waits in sight, and is sent once, in order, when it is back', async ({
      clinic,
      pageOf,
      complaints,
    }) => {
      complaints.allow(CUT_OFF)
      const k = await clinic.active()
      const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
      await expect(page.getByText('Terhubung')).toBeVisible()
      await page.context().setOffline(true)
      for (const text of ['satu', 'dua', 'tiga']) await write(page, text)
      await expect(rowOf(page, 'tiga')).toContainText('Mengirim')
      await expect(page.getByText('Offline · 3 pesan menunggu')).toBeVisible()
      await clinic.send(k.dokter, k, 'Sementara itu')
      await page.context().setOffline(false)
      await expect(rowOf(page, 'tiga')).toContainText('Terkirim')
      await expect(rowOf(page, 'Sementara itu')).toBeVisible()
      const { data } = (await k.dokter.api.get(`/pesan/${k.id}`)).body
      expect(data.map(({ pesan }) => pesan)).toEqual(['Sementara itu', 'satu', 'dua', 'tiga'])
    })
  })
}

test('a pesan whose answer was lost is sent again, and is there once', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(CUT_OFF)
  const k = await clinic.active()
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  let lost = 0
  await page.route('**/api/v1/pesan', async (route) => {
    if (lost > 0) return route.continue()
    lost++
    await route.fetch()
    await route.abort()
  })
  await write(page, 'Hanya sekali')
  await expect(rowOf(page, 'Hanya sekali')).toContainText('Terkirim', { timeout: 30_000 })
  expect(lost).toBe(1)
  await expect(rowOf(page, 'Hanya sekali')).toHaveCount(1)
  expect((await k.dokter.api.get(`/pesan/${k.id}`)).body.data).toHaveLength(1)
})

test('a pesan that is refused stays, says why, and can be thrown away', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(/409/)
  const k = await clinic.active()
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await expect(composerOf(page)).toBeEnabled()
  let isHeld = true
  await page.route('**/api/v1/pesan', async (route) => {
    if (isHeld) await clinic.complete(k)
    isHeld = false
    await route.continue()
  })
  await write(page, 'Terlambat')
  await expect(rowOf(page, 'Terlambat')).toContainText('Konsultasi ini sudah berakhir.')
  await rowOf(page, 'Terlambat').getByRole('button', { name: 'Buang' }).click()
  await expect(rowOf(page, 'Terlambat')).toHaveCount(0)
  expect((await k.dokter.api.get(`/pesan/${k.id}`)).body.data).toHaveLength(0)
})

/** Somebody else writes in the outbox' store for as long as the page lives: it has to wait. */
async function holdOutbox(page: Page): Promise<void> {
  await expect(composerOf(page)).toBeEnabled()
  await page.evaluate(
    () =>
      new Promise<void>((begun) => {
        const opening = indexedDB.open('sapa')
        opening.onsuccess = () => {
          const store = opening.result.transaction('kotak_keluar', 'readwrite').objectStore('kotak_keluar')
          const goOn = () => {
            store.count().onsuccess = goOn
            begun()
          }
          goOn()
        }
      }),
  )
}

test('what was sent a moment before the page is left, before the outbox could store it, goes out by itself, once', async ({
  clinic,
  pageOf,
}) => {
  const k = await clinic.active()
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await holdOutbox(page)
  await write(page, 'Sebelum pergi')
  await expect(rowOf(page, 'Sebelum pergi')).toContainText('Mengirim')
  await page.reload()
  await expect(rowOf(page, 'Sebelum pergi')).toContainText('Terkirim')
  await expect(composerOf(page)).toHaveValue('')
  await page.reload()
  await expect(rowOf(page, 'Sebelum pergi')).toHaveCount(1)
  expect((await k.dokter.api.get(`/pesan/${k.id}`)).body.data.map(({ pesan }) => pesan)).toEqual(['Sebelum pergi'])
})

test('words that were sent with a file a moment before the page is left are back in the textbox', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await holdOutbox(page)
  await page.locator('input[type=file]').first().setInputFiles({ name: 'hasil.pdf', mimeType: 'application/pdf', buffer: pdf() })
  await expect(page.getByRole('list', { name: 'Lampiran' }).getByRole('listitem')).toHaveCount(1)
  await expect(page.getByText('Menyiapkan…')).toHaveCount(0)
  await write(page, 'Hasil laboratorium')
  await expect(rowOf(page, 'Hasil laboratorium')).toContainText('Mengirim')
  await page.reload()
  await expect(composerOf(page)).toHaveValue('Hasil laboratorium')
})

test('what is being typed is still there after a reload', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await expect(composerOf(page)).toBeEnabled()
  await composerOf(page).pressSequentially('Setengah kalimat')
  await page.reload()
  await expect(composerOf(page)).toHaveValue('Setengah kalimat')
})
