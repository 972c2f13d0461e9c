import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import type { Konsultasi } from '@/e2e/clinic'
import { expect, signIn, test } from '@/e2e/fixtures'
import { ageOutbox, goOffline, killBrowserOf, readyForOffline, storedIn } from './device'
import { composerOf, logOf, pathOf, rowOf, write } from './percakapan'

test.use({ serviceWorkers: 'allow' })

const CUT_OFF = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK|WebSocket|fetching the script|Failed to fetch|RSC payload/
const HOUR = 3_600_000

const textsAt = async (k: Konsultasi) => (await k.dokter.api.get(`/pesan/${k.id}?per_page=100`)).body.data.map(({ pesan }) => pesan)

/** Has been at this conversation with a network, so that it can be opened without one. */
async function visit(page: Page, k: Konsultasi) {
  await page.goto(pathOf(k, 'pasien'))
  await expect(page.getByText('Terhubung')).toBeVisible()
  await readyForOffline(page)
  const kept = async () => (await storedIn<{ konsultasi_id: string }>(page, 'sapa-salinan', 'percakapan')).map((one) => one.konsultasi_id)
  await expect.poll(kept).toContain(k.id)
}

test('20 pesan written offline in two konsultasi survive a killed browser, and arrive once each, in order, in their konsultasi', async ({
  clinic,
  url,
  launchOptions,
}) => {
  const one = await clinic.active()
  const two = await clinic.active({ pasien: one.pasien })
  const profile = mkdtempSync(join(tmpdir(), 'sapa-peramban-'))
  const open = async () => {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions, baseURL: url, locale: 'id-ID' })
    await signIn(context, one.pasien)
    return { context, page: await context.newPage() }
  }
  const wrote = (k: Konsultasi) => Array.from({ length: 10 }, (_, n) => `Luring ${k === one ? 'satu' : 'dua'}, nomor ${n + 1}`)
  try {
    const before = await open()
    for (const k of [one, two]) await visit(before.page, k)
    await goOffline(before.context)
    for (const [n, k] of [one, two].entries()) {
      await before.page.goto(pathOf(k, 'pasien'))
      for (const text of wrote(k)) await write(before.page, text)
      await expect(rowOf(before.page, wrote(k)[9] ?? '')).toContainText('Mengirim')
      await expect.poll(async () => (await storedIn(before.page, 'sapa', 'kotak_keluar')).length).toBe(10 * (n + 1))
    }
    const gone = before.context.waitForEvent('close')
    killBrowserOf(profile)
    await gone
    expect(await textsAt(one)).toEqual([])

    // It is enough to come back anywhere.
    const after = await open()
    await after.page.goto('/pasien')
    for (const k of [one, two]) await expect.poll(() => textsAt(k)).toEqual(wrote(k))
    await expect.poll(async () => (await storedIn(after.page, 'sapa', 'kotak_keluar')).length).toBe(0)
    for (const k of [one, two]) expect(await textsAt(k)).toEqual(wrote(k))
    await after.context.close()
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
})

test('a reload without a network shows the conversation and lets one write; the network brings it on its way and the news here', async ({
  clinic,
  pageOf,
  complaints,
}) => {
  complaints.allow(CUT_OFF)
  const k = await clinic.active()
  await clinic.talk(k, 12)
  const page = await pageOf(k.pasien)
  await visit(page, k)
  await goOffline(page.context())
  await page.reload()
  await expect(rowOf(page, 'Pesan 12')).toBeVisible()
  await expect(page.getByRole('heading', { name: k.dokter.nama })).toBeVisible()
  // What is fetched at its first use is there too.
  await logOf(page).focus()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Pintasan keyboard' }).getByRole('button', { name: 'Tutup' }).click()
  await write(page, 'Ditulis tanpa sinyal')
  await expect(rowOf(page, 'Ditulis tanpa sinyal')).toContainText('Mengirim')
  await expect(page.getByText('Offline · 1 pesan menunggu')).toBeVisible()
  await page.goto('/pasien/konsultasi')
  await expect(page.getByRole('list', { name: 'Percakapan tersimpan' }).getByText('1 belum terkirim')).toBeVisible()
  await page.getByRole('link', { name: new RegExp(k.dokter.nama) }).click()
  await expect(rowOf(page, 'Ditulis tanpa sinyal')).toBeVisible()
  await clinic.send(k.dokter, k, 'Sementara itu')
  await page.context().setOffline(false)
  await expect(rowOf(page, 'Ditulis tanpa sinyal')).toContainText('Terkirim')
  await expect(rowOf(page, 'Sementara itu')).toBeVisible()
  await expect(page.getByText('Terhubung')).toBeVisible()
  expect((await textsAt(k)).slice(12)).toEqual(['Sementara itu', 'Ditulis tanpa sinyal'])
})

test('the kept shell is nobody’s, has a fresh nonce at each opening, and no cache holds anything else', async ({
  clinic,
  pageOf,
  complaints,
}) => {
  complaints.allow(CUT_OFF)
  const k = await clinic.active()
  await clinic.send(k.dokter, k, 'Hasil laboratorium Anda')
  const page = await pageOf(k.pasien)
  await visit(page, k)
  const cached = await page.evaluate(async () => {
    const found: [string, string][] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) found.push([request.url, (await (await cache.match(request))?.text()) ?? ''])
    }
    return found
  })
  expect(cached.map(([url]) => new URL(url).pathname).filter((path) => !path.startsWith('/_next/static/'))).toEqual(['/luring'])
  for (const [url, text] of cached)
    for (const word of ['Hasil laboratorium', k.pasien.nama, k.dokter.nama, k.pasien.email, k.pasien.id, k.id])
      expect(text.includes(word), `${word} in ${url}`).toBe(false)

  await goOffline(page.context())
  const nonces: string[] = []
  for (let n = 0; n < 2; n++) {
    const answer = await page.goto(pathOf(k, 'pasien'))
    await expect(rowOf(page, 'Hasil laboratorium Anda')).toBeVisible()
    const policy = (await answer?.headerValue('content-security-policy')) ?? ''
    expect(policy).toContain("'strict-dynamic'")
    nonces.push(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '')
    // Parts that a script of ours fetched later need none: 'strict-dynamic' lets in whom it vouches for.
    expect(await page.locator('script:not([nonce]):not([src^="/_next/static/"])').count()).toBe(0)
  }
  expect(new Set(nonces).size).toBe(2)
})

test('somebody else at the same browser finds nothing of it without a network either', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(CUT_OFF)
  // Signing in ends the session that was there: its page hears that from its socket, asks once more, and is turned away.
  complaints.allow(/401 \(Unauthorized\).*\/(realtime|pesan)\//)
  const [k, other] = await Promise.all([clinic.active(), clinic.pasien()])
  await clinic.send(k.dokter, k, 'Hanya untuk Anda')
  const page = await pageOf(k.pasien)
  await visit(page, k)
  await signIn(page.context(), other)
  await page.goto('/pasien')
  await expect(page.getByRole('heading', { name: other.nama })).toBeVisible()
  await expect.poll(() => storedIn(page, 'sapa-salinan', 'percakapan')).toEqual([])
  await goOffline(page.context())
  await page.goto(pathOf(k, 'pasien'))
  await expect(page.getByText('tidak tersimpan di perangkat ini')).toBeVisible()
  await expect(page.getByText('Hanya untuk Anda')).toHaveCount(0)
  await expect(logOf(page)).toHaveCount(0)
})

test('what was written more than an hour ago asks first: it goes when its writer says so, or is thrown away', async ({
  clinic,
  pageOf,
  complaints,
}) => {
  complaints.allow(CUT_OFF)
  const k = await clinic.active()
  const page = await pageOf(k.pasien)
  await visit(page, k)
  await goOffline(page.context())
  for (const text of ['Masih perlu', 'Sudah tidak perlu']) await write(page, text)
  await expect.poll(async () => (await storedIn(page, 'sapa', 'kotak_keluar')).length).toBe(2)
  await ageOutbox(page, 2 * HOUR)
  await page.reload()
  await expect(rowOf(page, 'Masih perlu')).toBeVisible()
  await page.context().setOffline(false)
  await expect(rowOf(page, 'Masih perlu')).toContainText('Masih mau dikirim?')
  await rowOf(page, 'Sudah tidak perlu').getByRole('button', { name: 'Buang' }).click()
  await write(page, 'Baru')
  await expect(rowOf(page, 'Baru')).toContainText('Terkirim')
  expect(await textsAt(k)).toEqual(['Baru'])
  await rowOf(page, 'Masih perlu').getByRole('button', { name: 'Kirim sekarang' }).click()
  await expect(rowOf(page, 'Masih perlu')).toContainText('Terkirim')
  expect(await textsAt(k)).toEqual(['Baru', 'Masih perlu'])
  await expect(composerOf(page)).toBeEnabled()
})
