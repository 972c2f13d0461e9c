import type { Page } from '@playwright/test'
import { expect, pollingUrl, test } from '@/e2e/fixtures'
import { storedIn } from './device'
import { composerOf, pathOf, rowOf, write } from './percakapan'

/** What stands between a page and us (a proxy during a deploy, the page of a hotel's network) answers in our place. */

const REFUSED = /status of (401|403|404|413|502|503)/
const PORTAL = { contentType: 'text/html', body: '<!doctype html><title>Portal</title><h1>Selamat datang</h1>' }

/** Answers in our place, for this many requests to these addresses. Tells how many it has answered. */
async function standBetween(page: Page, url: RegExp, answer: { status: number; headers?: Record<string, string> }, times: number) {
  const answered = { jumlah: 0 }
  await page.route(url, (route) => (++answered.jumlah <= times ? route.fulfill({ ...PORTAL, ...answer }) : route.continue()))
  return answered
}

test.use({ url: pollingUrl(), serviceWorkers: 'allow' })

test("a proxy's 404 in an open conversation ends nothing: it goes on, and the copy on the device stays", async ({
  clinic,
  pageOf,
  complaints,
}) => {
  complaints.allow(REFUSED)
  const k = await clinic.active()
  await clinic.send(k.dokter, k, 'Sebelum')
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await expect(page.getByText('Terhubung')).toBeVisible()
  await expect.poll(async () => (await storedIn(page, 'sapa-salinan', 'percakapan')).length).toBe(1)
  const answered = await standBetween(page, /\/pesan\/konsultasi_\w+\?since/, { status: 404 }, 2)
  await clinic.send(k.dokter, k, 'Sesudah')
  await expect.poll(() => answered.jumlah).toBeGreaterThan(1)
  await expect(page.getByText('Anda tidak lagi bisa membuka')).toBeHidden()
  await expect(rowOf(page, 'Sesudah')).toBeVisible({ timeout: 15_000 })
  expect(await storedIn(page, 'sapa-salinan', 'percakapan')).toHaveLength(1)
})

for (const status of [401, 403, 404, 405, 200]) {
  test(`a pesan that something on the way answers with ${status} in HTML is neither refused nor held up`, async ({
    clinic,
    pageOf,
    complaints,
  }) => {
    complaints.allow(/status of/)
    const k = await clinic.active()
    const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
    const answered = await standBetween(page, /\/api\/v1\/pesan$/, { status }, 2)
    await write(page, 'Masih pusing, Dok')
    await write(page, 'Dan mual')
    await expect(rowOf(page, 'Dan mual').getByText('Terkirim')).toBeVisible({ timeout: 15_000 })
    await expect(rowOf(page, 'Masih pusing, Dok').getByText('Terkirim')).toBeVisible()
    expect(answered.jumlah).toBe(4)
    await expect(composerOf(page)).toHaveValue('')
  })
}

test('a list that something on the way answers stays, and goes on', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(REFUSED)
  const k = await clinic.active()
  const page = await pageOf(k.dokter, '/dokter/konsultasi')
  await expect(page.getByText(k.pasien.nama)).toBeVisible()
  await page.evaluate(() => Object.assign(window, { sameLoad: true }))
  const answered = await standBetween(page, /\/api\/v1\/konsultasi\?/, { status: 401 }, 2)
  await expect.poll(() => answered.jumlah).toBeGreaterThan(1)
  await clinic.send(k.pasien, k, 'Masih demam')
  await expect(page.getByText('Masih demam')).toBeVisible({ timeout: 15_000 })
  expect(await page.evaluate(() => 'sameLoad' in window)).toBe(true)
})

test('one 503 stops neither the count in the title nor a list, without realtime', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(REFUSED)
  const k = await clinic.active()
  const page = await pageOf(k.dokter, '/dokter/konsultasi')
  await expect(page.getByText(k.pasien.nama)).toBeVisible()
  const counts = await standBetween(page, /\/api\/v1\/kabar$/, { status: 503 }, 1)
  const lists = await standBetween(page, /\/api\/v1\/konsultasi\?/, { status: 503 }, 1)
  await expect.poll(() => counts.jumlah).toBeGreaterThan(0)
  await expect.poll(() => lists.jumlah).toBeGreaterThan(0)
  await clinic.send(k.pasien, k, 'Masih demam')
  await expect(page).toHaveTitle(/^\(1\) /, { timeout: 15_000 })
  await expect(page.getByText('Masih demam')).toBeVisible()
})
