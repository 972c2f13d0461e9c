import type { Locator, Page } from '@playwright/test'
import { lockedPdf, pdf, pdfOfSizes } from '@/e2e/berkas/dokumen'
import type { Clinic } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectSuccess } from '@/e2e/refusal'
import { uploaded } from '@/e2e/unggah'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { breaksOf } from './axe'
import { holdUp, logOf, pathOf, write } from './percakapan'

const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true }

/** A konsultasi in which its pasien has sent this PDF. */
async function withPdf(clinic: Clinic, bytes: Buffer) {
  const k = await clinic.active()
  const { id } = await uploaded(k.pasien, k, { bytes, nama: 'hasil-lab.pdf' })
  await clinic.send(k.pasien, k, 'Ini hasilnya, Dok', { lampiran_id: id })
  return k
}

const lookOf = (page: Page) => logOf(page).getByRole('button', { name: 'Lihat halaman hasil-lab.pdf' })
const viewerOf = (page: Page, urutan = '') => page.getByRole('dialog', { name: `hasil-lab.pdf${urutan}` })
const widthOf = (image: HTMLImageElement) => image.naturalWidth

/** Over the whole page, from one side to the other, as a finger does. */
async function stroke(page: Page, from: number, to: number): Promise<void> {
  await page.mouse.move(from, 400)
  await page.mouse.down()
  await page.mouse.move(to, 400, { steps: 4 })
  await page.mouse.up()
}

test('on a phone the pages of a PDF are looked at one after the other and closely, without leaving the conversation', async ({
  clinic,
  pageOf,
}) => {
  const k = await withPdf(clinic, pdf(3))
  const page = await pageOf(k.dokter, pathOf(k, 'dokter'), PHONE)
  await expect.poll(() => lookOf(page).locator('img').evaluate(widthOf)).toBe(480)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await breaksOf(page)).toEqual([])

  await lookOf(page).tap()
  const seen = (ke: number) => viewerOf(page, ` (${ke} dari 3)`).getByRole('img', { name: `Halaman ${ke} dari 3, hasil-lab.pdf` })
  await expect(seen(1)).toBeVisible()
  expect(await seen(1).evaluate(widthOf)).toBe(1200)
  expect(await breaksOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Halaman berikutnya' }).tap()
  await expect(seen(2)).toBeVisible()
  await stroke(page, 300, 60)
  await expect(seen(3)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Halaman berikutnya' })).toHaveCount(0)
  await stroke(page, 60, 300)
  await expect(seen(2)).toBeVisible()
  await page.getByRole('button', { name: 'Perbesar' }).tap()
  await expect(page.getByRole('button', { name: 'Perkecil' })).toBeEnabled()
  await expect(viewerOf(page).getByRole('link', { name: 'Unduh' })).toHaveAttribute('download', 'hasil-lab.pdf')

  await page.goBack()
  await expect(viewerOf(page)).toHaveCount(0)
  await expect(lookOf(page)).toBeFocused()
  await write(page, 'Sudah saya lihat')
})

test('with a keyboard alone: opened before the page is awake, enlarged before it has come and as it stays for the next page, closed', async ({
  clinic,
  pageOf,
}) => {
  const k = await withPdf(
    clinic,
    pdfOfSizes([
      [595, 842],
      [842, 300],
    ]),
  )
  const page = await pageOf(k.pasien)
  const wake = await holdUp(page, '**/_next/static/**/*.js')
  const arrive = await holdUp(page, /halaman=1$/)
  await page.goto(pathOf(k, 'pasien'), { waitUntil: 'commit' })
  await expect(lookOf(page)).toBeVisible()
  await lookOf(page).focus()
  await page.keyboard.press('Enter')
  wake()
  await expect(viewerOf(page, ' (1 dari 2)')).toBeVisible()
  await page.keyboard.press('+')
  arrive()
  const [first, second] = [1, 2].map((ke) => viewerOf(page, ` (${ke} dari 2)`).getByRole('img')) as [Locator, Locator]
  // Each from its top, which stands where the stage begins or, of one that is not so high, where it would end as a whole.
  await expect.poll(() => aboveItsTop(first)).toBeLessThan(2)
  await page.keyboard.press('PageDown')
  await expect.poll(() => aboveItsTop(second)).toBeLessThan(2)
  await expect(page.getByRole('button', { name: 'Perkecil' })).not.toHaveAttribute('aria-disabled')
  await page.keyboard.press('ArrowRight')
  await expect(viewerOf(page, ' (2 dari 2)')).toBeVisible()
  await page.keyboard.press('PageUp')
  await expect(viewerOf(page, ' (1 dari 2)')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(viewerOf(page)).toHaveCount(0)
  await expect(lookOf(page)).toBeFocused()
})

/** How far a picture that is enlarged by a half lies from where it shows its top, in CSS pixels. */
const aboveItsTop = (picture: Locator) =>
  picture.evaluate((image) => {
    const [stage, shown] = [image.parentElement?.getBoundingClientRect(), image.getBoundingClientRect()]
    return stage && shown.height > image.clientHeight * 1.4
      ? Math.abs(stage.top + (stage.height - image.clientHeight) / 2 - shown.top)
      : Number.NaN
  })

test('a PDF that cannot be drawn says so where it would be seen, and is downloaded instead', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(/415/)
  const bytes = await lockedPdf()
  const k = await withPdf(clinic, bytes)
  const page = await pageOf(k.dokter, pathOf(k, 'dokter'), PHONE)
  await expect(logOf(page).getByRole('link', { name: /hasil-lab\.pdf PDF/ })).toBeVisible()
  await lookOf(page).tap()
  await expect(viewerOf(page)).toContainText('Halaman berkas ini tidak bisa ditampilkan di sini.')
  expect(await breaksOf(page)).toEqual([])
  const download = page.waitForEvent('download')
  await viewerOf(page).getByText('Unduh', { exact: true }).tap()
  expect((await download).suggestedFilename()).toBe('hasil-lab.pdf')
})

test('who saves data fetches no page before they want to see one', async ({ clinic, pageOf }) => {
  const k = await withPdf(clinic, pdf(2))
  const page = await pageOf(k.dokter)
  await page.addInitScript(() => localStorage.setItem('sapa:hemat-data', '1'))
  const asked: string[] = []
  page.on('request', (request) => request.url().includes('halaman=') && asked.push(new URL(request.url()).search))
  await page.goto(pathOf(k, 'dokter'))
  await expect(lookOf(page)).toContainText('Lihat halaman')
  expect(asked).toEqual([])
  await lookOf(page).click()
  await expect(viewerOf(page, ' (1 dari 2)').getByRole('img')).toBeVisible()
  expect(asked).toContain('?halaman=1')
})

test('a page that did not come for want of a network comes when there is one', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK|WebSocket/)
  const k = await withPdf(clinic, pdf(2))
  const page = await pageOf(k.dokter, pathOf(k, 'dokter'))
  await lookOf(page).click()
  await expect(viewerOf(page, ' (1 dari 2)').getByRole('img')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.route(/halaman=2/, (route) => route.abort('internetdisconnected'))
  await lookOf(page).click()
  await page.keyboard.press('ArrowRight')
  await expect(viewerOf(page)).toContainText('Halaman ini belum bisa dimuat.')
  await page.unroute(/halaman=2/)
  await page.getByRole('button', { name: 'Muat lagi' }).click()
  await expect(viewerOf(page).getByRole('img', { name: 'Halaman 2 dari 2, hasil-lab.pdf' })).toBeVisible()
})

test('an admin sees the pages with the reason that was given', async ({ clinic, pageOf }) => {
  const k = await withPdf(clinic, pdf(2))
  const page = await pageOf(await clinic.admin(), `/admin/konsultasi/${k.id}`)
  await page.getByRole('textbox', { name: 'Alasan membaca' }).fill('Keluhan nomor 7')
  await page.getByRole('button', { name: 'Buka percakapan' }).click()
  await page.getByRole('button', { name: 'Lihat halaman hasil-lab.pdf' }).click()
  await expect(viewerOf(page, ' (1 dari 2)').getByRole('img')).toBeVisible()
  const { profil } = expectSuccess(await k.pasien.api.get<KonsultasiView>(`/konsultasi/${k.id}`))
  const readers = expectSuccess(await k.pasien.api.get<object[]>(`/profil/${profil.id}/pembaca`))
  expect(readers).toContainEqual(expect.objectContaining({ apa: 'lampiran', alasan: 'Keluhan nomor 7' }))
})
