import type { Page } from '@playwright/test'
import { expect, pollingUrl, test } from '@/e2e/fixtures'
import { logAwake, pathOf } from './percakapan'

test.use({ url: pollingUrl() })

const DESK = { viewport: { width: 1280, height: 800 } }

/** What a page asks the API for: with the status of its answer, without ids and numbers. */
function answersOf(page: Page): string[] {
  const heard: string[] = []
  page.on('response', (response) => {
    const { pathname, searchParams } = new URL(response.url())
    if (!pathname.startsWith('/api/')) return
    const what = pathname.replace('/api/v1', '').replace(/\w+_[0-9a-z]{26}/, '{id}')
    const along = searchParams.get('sertakan')
    heard.push(`${response.request().method()} ${what}${along ? ` +${along}` : ''} ${response.status()}`)
  })
  return heard
}

const POLLS = 10

/** What is asked for while a page finds so many times that nothing is new, once it has found that for the first times. */
async function askedInQuiet(heard: string[], poll: string) {
  const quiet = () => heard.filter((one) => one === poll).length
  await expect.poll(quiet, { timeout: 30_000 }).toBeGreaterThan(2)
  heard.length = 0
  await expect.poll(quiet, { timeout: 60_000 }).toBeGreaterThanOrEqual(POLLS)
  return new Set(heard.filter((one) => !one.startsWith('PUT /kehadiran')))
}

test('an open conversation in which nothing happens asks one question again and again, and hears in it of all others', async ({
  clinic,
  pageOf,
}) => {
  const pasien = await clinic.pasien()
  const [k, other] = [await clinic.active({ pasien }), await clinic.active({ pasien })]
  await clinic.talk(k, 2)
  const page = await pageOf(pasien)
  const heard = answersOf(page)
  await page.goto(pathOf(k, 'pasien'))
  await logAwake(page)
  const poll = 'GET /pesan/{id} +kabar 304'
  expect(await askedInQuiet(heard, poll)).toEqual(new Set([poll]))

  heard.length = 0
  await clinic.send(other.dokter, other, 'Satu')
  await expect(page).toHaveTitle(/^\(1\) /)
  await pasien.api.put(`/pesan/${other.id}/mark-all-read`)
  await expect(page).toHaveTitle(/^[^(]/)
  expect(heard.filter((one) => one.startsWith('GET /kabar'))).toEqual([])
})

test('so does a conversation beside the desk, whose list shows what is new in it', async ({ clinic, pageOf }) => {
  const dokter = await clinic.dokter()
  const [k, other] = [await clinic.active({ dokter }), await clinic.active({ dokter })]
  const page = await pageOf(dokter, undefined, DESK)
  const heard = answersOf(page)
  await page.goto(pathOf(k, 'dokter'))
  await logAwake(page)
  const list = page.getByRole('list', { name: 'Daftar konsultasi' })
  await expect(list.getByText(other.pasien.nama)).toBeVisible()
  const poll = 'GET /pesan/{id} +kabar,meja 304'
  expect(await askedInQuiet(heard, poll)).toEqual(new Set([poll]))

  await clinic.send(other.pasien, other, 'Masih demam, Dok.')
  await expect(page).toHaveTitle(/^\(1\) /)
  await expect(list.getByText('1 pesan belum dibaca')).toBeVisible()
  const waiting = await clinic.booked({ dokter })
  await expect(list.getByText(waiting.pasien.nama)).toBeVisible()
})

test('where the conversation cannot be asked for, the badge asks by itself', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(/ERR_FAILED .*\/pesan\/konsultasi_/)
  const pasien = await clinic.pasien()
  const [k, other] = [await clinic.active({ pasien }), await clinic.active({ pasien })]
  const page = await pageOf(pasien)
  await page.goto(pathOf(k, 'pasien'))
  await logAwake(page)
  await page.waitForResponse((response) => response.status() === 304)
  await page.route('**/api/v1/pesan/konsultasi_*', (route) => route.abort())
  await page.waitForResponse('**/api/v1/kabar')
  await clinic.send(other.dokter, other, 'Satu')
  await expect(page).toHaveTitle(/^\(1\) /)
})

test('a hidden tab asks for the badge alone', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const page = await pageOf(k.pasien)
  const heard = answersOf(page)
  await page.goto(pathOf(k, 'pasien'))
  await logAwake(page)
  await page.waitForResponse((response) => response.status() === 304)
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await page.waitForResponse('**/api/v1/kabar', { timeout: 40_000 })
  heard.length = 0
  await page.waitForResponse('**/api/v1/kabar', { timeout: 40_000 })
  expect(heard.filter((one) => one.startsWith('GET /pesan/'))).toEqual([])
})
