import type { Locator, Page } from '@playwright/test'
import { webm } from '@/e2e/berkas/suara'
import type { Clinic, Konsultasi, Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { uploaded } from '@/e2e/unggah'
import { logAwake, logOf, pathOf } from './percakapan'

const SECONDS = 4

/** Somebody says something of a few seconds. */
async function speak(clinic: Clinic, from: Person, k: Konsultasi): Promise<number> {
  const { id } = await uploaded(from, k, { bytes: webm({ seconds: SECONDS }), nama: 'suara.webm', type: 'audio/webm' })
  return (await clinic.send(from, k, '', { lampiran_id: id })).urutan
}

/** How often something began to play in this page, and how often it was heard to its end. */
const count = (page: Page) =>
  page.addInitScript(() => {
    const counted = window as unknown as { begun: number; ended: number }
    counted.begun = 0
    counted.ended = 0
    const { play } = HTMLMediaElement.prototype
    HTMLMediaElement.prototype.play = function () {
      counted.begun++
      this.onended = () => {
        counted.ended++
      }
      return play.call(this)
    }
  })
const countsOf = (page: Page) =>
  page.evaluate(() => {
    const { begun, ended } = window as unknown as { begun: number; ended: number }
    return { begun, ended }
  })

const rowAt = (page: Page, urutan: number): Locator => logOf(page).locator(`[data-urutan="${urutan}"]`)
const playAt = (page: Page, urutan: number) => rowAt(page, urutan).getByRole('button', { name: /^Putar pesan suara/ })
const pauseAt = (page: Page, urutan: number) => rowAt(page, urutan).getByRole('button', { name: /^Jeda pesan suara/ })

test('recordings that follow each other are heard one after the other, until there are words, or somebody pauses', async ({
  clinic,
  pageOf,
}) => {
  const k = await clinic.active()
  const first = await speak(clinic, k.pasien, k)
  const second = await speak(clinic, k.pasien, k)
  const answer = await speak(clinic, k.dokter, k)
  await clinic.send(k.pasien, k, 'Saya tulis saja, Dok')
  const later = await speak(clinic, k.pasien, k)
  const page = await pageOf(k.dokter)
  await count(page)
  await page.goto(pathOf(k, 'dokter'))
  await logAwake(page)
  await playAt(page, first).click()
  await expect(pauseAt(page, second)).toBeVisible()
  await expect(pauseAt(page, answer)).toBeVisible({ timeout: 15_000 })
  await expect.poll(() => countsOf(page), { timeout: 15_000 }).toEqual({ begun: 3, ended: 3 })
  for (const urutan of [first, second, answer, later]) await expect(playAt(page, urutan)).toBeVisible()

  await playAt(page, second).click()
  await pauseAt(page, second).click()
  await expect(playAt(page, second)).toBeVisible()
  expect(await countsOf(page)).toEqual({ begun: 4, ended: 3 })
})

test('a conversation that is switched away is silent, and stays so when it is shown again', async ({ clinic, pageOf }) => {
  const dokter = await clinic.dokter()
  const other = await clinic.active({ dokter, pasien: await clinic.pasien('Pasien Lain') })
  const k = await clinic.active({ dokter, pasien: await clinic.pasien('Pasien Ini') })
  const [first, second] = [await speak(clinic, k.pasien, k), await speak(clinic, k.pasien, k)]
  const page = await pageOf(dokter)
  await count(page)
  await page.goto(pathOf(k, 'dokter'))
  await logAwake(page)
  const rows = page.getByRole('list', { name: 'Daftar konsultasi' }).getByRole('link')
  await rows.filter({ hasText: other.pasien.nama }).click()
  await expect(page.getByRole('heading', { level: 1, name: other.pasien.nama })).toBeVisible()
  await rows.filter({ hasText: k.pasien.nama }).click()
  await playAt(page, first).click()
  await expect(pauseAt(page, first)).toBeVisible()
  await rows.filter({ hasText: other.pasien.nama }).click()
  await expect(page.getByRole('heading', { level: 1, name: other.pasien.nama })).toBeVisible()
  expect(await page.locator('audio').evaluate((audio: HTMLAudioElement) => [audio.paused, audio.hasAttribute('src')])).toEqual([
    true,
    false,
  ])
  await rows.filter({ hasText: k.pasien.nama }).click()
  for (const urutan of [first, second]) await expect(playAt(page, urutan)).toBeVisible()
  expect(await countsOf(page)).toEqual({ begun: 1, ended: 0 })
})
