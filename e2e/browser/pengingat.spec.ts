import type { Page } from '@playwright/test'
import type { Konsultasi } from '@/e2e/clinic'
import { expect, pollingUrl, test } from '@/e2e/fixtures'
import { expectSuccess } from '@/e2e/refusal'
import { breaksOf } from './axe'
import { logAwake, pathOf } from './percakapan'

/** Sets a reminder that is due now. */
const remind = async ({ id, dokter }: Konsultasi) =>
  expectSuccess(await dokter.api.put(`/konsultasi/${id}/penanda`, { ingatkan_pada: new Date(Date.now() + 700).toISOString() }))

const noticesOn = (page: Page) => page.getByRole('region', { name: 'Pengingat' }).getByRole('alert')

/** How many notes this page has played. */
const notesOf = (page: Page) => page.evaluate(() => (window as { notes?: number }).notes ?? 0)

/** Turns the sound on in a browser, and counts what it plays. */
const listen = (page: Page) =>
  page.addInitScript(() => {
    localStorage.setItem('sapa:bunyi', '1')
    window.OscillatorNode = class extends OscillatorNode {
      constructor(...how: ConstructorParameters<typeof OscillatorNode>) {
        super(...how)
        const counted = window as { notes?: number }
        counted.notes = (counted.notes ?? 0) + 1
      }
    }
  })

for (const way of ['realtime', 'polling only'] as const)
  test.describe(way, () => {
    if (way === 'polling only') test.use({ url: pollingUrl() })

    test('a reminder rings once over all tabs and devices of its dokter, and leads to its conversation', async ({ clinic, browserOf }) => {
      const anak = { nama: 'Dewi Anggraini' }
      const k = await clinic.active({ pasien: await clinic.pasien(anak.nama) })
      const [desk, phone] = [await browserOf(k.dokter), await browserOf(k.dokter, { viewport: { width: 390, height: 780 } })]
      const pages = [await desk.newPage(), await desk.newPage(), await phone.newPage()]
      for (const page of pages) {
        await listen(page)
        const known = page.waitForResponse('**/api/v1/kabar')
        await page.goto('/dokter')
        await known
        // Browsers let a page sound only after somebody has touched it.
        await page.getByRole('heading', { level: 1 }).click()
      }
      await remind(k)
      const shown = async () => (await Promise.all(pages.map((page) => noticesOn(page).count()))).reduce((sum, count) => sum + count, 0)
      await expect.poll(shown, { timeout: 15_000 }).toBe(1)
      const counts = await Promise.all(pages.map((page) => noticesOn(page).count()))
      const ringing = pages[counts.indexOf(1)] as Page
      await expect(noticesOn(ringing)).toContainText('Pengingat: Dewi Anggraini')
      expect(await notesOf(ringing)).toBe(2)
      expect(await breaksOf(ringing)).toEqual([])
      // Nobody else is given it, also who looks anew.
      expect(expectSuccess(await k.dokter.api.get('/kabar'))).not.toHaveProperty('pengingat')
      for (const page of pages) if (page !== ringing) await page.reload()
      expect(await shown()).toBe(1)
      await noticesOn(ringing).getByRole('link', { name: 'Buka percakapan' }).click()
      await ringing.waitForURL(pathOf(k, 'dokter'))
      await expect(noticesOn(ringing)).toHaveCount(0)
    })
  })

test('where the sound is off it only shows; one that came while no page was open waits for the next', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await remind(k)
  await expect.poll(async () => expectSuccess(await k.dokter.api.get('/kabar')), { timeout: 15_000 }).toHaveProperty('pengingat')
  const page = await pageOf(k.dokter)
  await listen(page)
  await page.addInitScript(() => localStorage.removeItem('sapa:bunyi'))
  await page.goto(pathOf(k, 'dokter'))
  await expect(noticesOn(page)).toContainText(`Pengingat: ${k.pasien.nama}`)
  expect(await notesOf(page)).toBe(0)
  await page.getByRole('button', { name: `Tutup pengingat ${k.pasien.nama}` }).click()
  await expect(noticesOn(page)).toHaveCount(0)
})

test('a reminder that rings while a dialog is open can be read and closed, and the dialog stays', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const page = await pageOf(k.dokter, pathOf(k, 'dokter'))
  await logAwake(page)
  await page.keyboard.press('Control+/')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await remind(k)
  await expect(noticesOn(page)).toContainText(`Pengingat: ${k.pasien.nama}`, { timeout: 15_000 })
  expect(await breaksOf(page)).toEqual([])
  await page.getByRole('button', { name: `Tutup pengingat ${k.pasien.nama}` }).click()
  await expect(noticesOn(page)).toHaveCount(0)
  await expect(dialog).toBeVisible()
})
