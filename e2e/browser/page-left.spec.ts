import type { BrowserContext, Page } from '@playwright/test'
import { pdf } from '@/e2e/berkas/dokumen'
import type { Konsultasi } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { readyForOffline, storedIn } from './device'
import { composerOf, logOf, pathOf, rowOf, scrollLog, write } from './percakapan'

test.use({ serviceWorkers: 'allow' })

/** What becomes of a pesan whose page goes, or whose device cannot keep it. */

const CUT_OFF = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK|WebSocket|fetching the script/

const textsAt = async (k: Konsultasi) => (await k.dokter.api.get(`/pesan/${k.id}`)).body.data.map(({ pesan }) => pesan)

/** Wakes the service worker as a browser does once there is a network. */
async function syncInBackground(context: BrowserContext): Promise<void> {
  const page = await context.newPage()
  await page.goto('/manifest.webmanifest')
  const devtools = await context.newCDPSession(page)
  const registered = new Promise<string>((done) =>
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => first && done(first.registrationId)),
  )
  await devtools.send('ServiceWorker.enable')
  const origin = await page.evaluate(() => location.origin)
  await devtools.send('ServiceWorker.dispatchSyncEvent', { origin, registrationId: await registered, tag: 'sapa:kirim', lastChance: false })
}

test('text whose page was closed while it waited is brought by the service worker, once, in order', async ({
  clinic,
  browserOf,
  complaints,
}) => {
  complaints.allow(CUT_OFF)
  const k = await clinic.active()
  const context = await browserOf(k.pasien)
  const page = await context.newPage()
  await page.goto(pathOf(k, 'pasien'))
  await expect(composerOf(page)).toBeEnabled()
  await readyForOffline(page)
  await page.route('**/api/v1/pesan', (route) => route.abort())
  for (const text of ['satu', 'dua', 'tiga']) await write(page, text)
  await expect.poll(async () => (await storedIn(page, 'sapa', 'kotak_keluar')).length).toBe(3)
  await page.close()
  expect(await textsAt(k)).toEqual([])

  await syncInBackground(context)
  await expect.poll(() => textsAt(k)).toEqual(['satu', 'dua', 'tiga'])
  const again = await context.newPage()
  await again.goto(pathOf(k, 'pasien'))
  await expect(rowOf(again, 'tiga')).toContainText('Terkirim')
  await expect.poll(() => storedIn(again, 'sapa', 'kotak_keluar')).toEqual([])
  expect(await textsAt(k)).toEqual(['satu', 'dua', 'tiga'])
})

async function sendFile(page: Page, caption: string) {
  await page.locator('input[type=file]').first().setInputFiles({ name: 'hasil.pdf', mimeType: 'application/pdf', buffer: pdf() })
  await expect(page.getByRole('list', { name: 'Lampiran' }).getByRole('listitem')).toHaveCount(1)
  await expect(page.getByText('Menyiapkan…')).toHaveCount(0)
  await write(page, caption)
}

test('a file that is sent after the browser cut the connection to what it stores is still there after a reload', async ({
  clinic,
  browserOf,
  complaints,
}) => {
  complaints.allow(CUT_OFF)
  const k = await clinic.active()
  const context = await browserOf(k.pasien)
  await context.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB)
    const opened: IDBOpenDBRequest[] = []
    indexedDB.open = (...args) => {
      const request = open(...args)
      opened.push(request)
      return request
    }
    Object.assign(window, { cut: () => opened.forEach((request) => void request.result.close()) })
  })
  const page = await context.newPage()
  await page.goto(pathOf(k, 'pasien'))
  await expect(page.getByText('Terhubung')).toBeVisible()
  await page.route('**/api/v1/lampiran', (route) => route.abort())
  await page.evaluate(() => (window as unknown as { cut(): void }).cut())
  await sendFile(page, 'Hasil laboratorium')
  await expect.poll(async () => (await storedIn(page, 'sapa', 'kotak_keluar')).length).toBe(1)
  await page.reload()
  await expect(rowOf(page, 'Hasil laboratorium')).toBeVisible()
})

test('what the device cannot store says so, asks before it is left, and its words are in the textbox when the page is gone', async ({
  clinic,
  browserOf,
  complaints,
}) => {
  complaints.allow(CUT_OFF)
  const k = await clinic.active()
  const context = await browserOf(k.pasien)
  await context.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('', 'QuotaExceededError')
    }
  })
  const page = await context.newPage()
  await page.goto(pathOf(k, 'pasien'))
  await expect(composerOf(page)).toBeEnabled()
  await page.route('**/api/v1/lampiran', (route) => route.abort())
  await sendFile(page, 'Hasil laboratorium')
  await expect(rowOf(page, 'Hasil laboratorium')).toContainText('Belum tersimpan di perangkat ini.')
  const asked = page.waitForEvent('dialog')
  const reloaded = page.reload()
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.accept()
  await reloaded
  await expect(composerOf(page)).toHaveValue('Hasil laboratorium')
})

test('a pesan that is written in one tab leaves the reader of another where they are', async ({ clinic, browserOf }) => {
  const k = await clinic.active()
  await clinic.talk(k, 40)
  await k.pasien.api.put(`/pesan/${k.id}/mark-all-read`)
  const context = await browserOf(k.pasien)
  const [writing, reading] = [await context.newPage(), await context.newPage()]
  for (const page of [writing, reading]) {
    await page.goto(pathOf(k, 'pasien'))
    await expect(rowOf(page, 'Pesan 40')).toBeVisible()
  }
  await scrollLog(reading, 'up')
  await expect(rowOf(reading, 'Pesan 40')).not.toBeInViewport()
  await write(writing, 'Dari tab lain')
  await expect(rowOf(writing, 'Dari tab lain')).toContainText('Terkirim')
  await expect(rowOf(reading, 'Dari tab lain')).toHaveCount(1)
  await expect(rowOf(reading, 'Dari tab lain')).not.toBeInViewport()
})

test('history that could not be loaded without a network comes when it is back', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(CUT_OFF)
  const k = await clinic.active()
  await clinic.talk(k, 90)
  await k.pasien.api.put(`/pesan/${k.id}/mark-all-read`)
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await expect(page.getByText('Terhubung')).toBeVisible()
  await page.context().setOffline(true)
  const failed = page.getByText('Pesan sebelumnya belum bisa dimuat.')
  await scrollLog(page, 'up')
  await expect(failed).toBeVisible()
  await page.context().setOffline(false)
  await expect(failed).toBeHidden()
  await expect(logOf(page).locator('li[data-urutan="30"]')).toHaveCount(1)
})

test('a page that hears of another build says so, and is loaded anew once nobody has touched it for long', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const page = await pageOf(k.dokter)
  await page.route('**/api/v1/**', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'x-build': 'lain' } })
  })
  await page.clock.install()
  await page.goto('/dokter/konsultasi')
  await expect(page.getByText(k.pasien.nama)).toBeVisible()
  await page.evaluate(() => Object.assign(window, { sameLoad: true }))
  const bar = page.getByRole('complementary', { name: 'Versi baru' })
  await expect(async () => {
    await page.clock.runFor(20_000)
    await expect(bar).toBeVisible({ timeout: 500 })
  }).toPass()
  expect(await page.evaluate(() => 'sameLoad' in window)).toBe(true)
  await page.clock.fastForward(11 * 60_000)
  await page.clock.runFor(20_000)
  // Asked again in whatever is loaded: a question that a navigation cuts off is none that fails.
  await page.waitForFunction(() => !('sameLoad' in window))
  // The page that was loaded anew asks too: nothing that it asked is still under way when the browser closes.
  await page.unrouteAll({ behavior: 'wait' })
})
