import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures'
import { expectSuccess } from '@/e2e/refusal'
import { breaksOf } from './axe'
import { composerOf, logAwake, logOf, pathOf, rowOf, scrollLog } from './percakapan'

const DESK = { viewport: { width: 1280, height: 800 } }
const PHONE = { viewport: { width: 390, height: 780 } }

const fieldOf = (page: Page) => page.getByRole('searchbox', { name: 'Cari di konsultasi ini' })
const placeOf = (page: Page) => page.getByRole('search').getByRole('status').first()

/** The words that stand out in the conversation: those of the pesan that the reader was led to, and all others. */
const marksOf = (page: Page) =>
  page.evaluate(() => ['temuan-ini', 'temuan'].map((name) => [...(CSS.highlights.get(name) ?? [])].map((range) => String(range))))

for (const wing of ['pasien', 'dokter'] as const)
  test(`a ${wing} goes from one pesan that has the words to the next without leaving the conversation`, async ({ clinic, pageOf }) => {
    const k = await clinic.active()
    await clinic.send(k.dokter, k, 'Minum amoksisilin tiga kali sehari')
    await clinic.talk(k, 50)
    await clinic.send(k.pasien, k, 'Obatnya sudah diminum, Dok')
    await clinic.talk(k, 30)
    await clinic.send(k.dokter, k, 'Jangan lupa minum air, lihat https://contoh.test/minum')
    const page = await pageOf(k[wing], pathOf(k, wing), wing === 'pasien' ? PHONE : DESK)
    await logAwake(page)
    await composerOf(page).fill('Belum selesai')
    await page.keyboard.press('Control+Shift+f')
    await expect(fieldOf(page)).toBeFocused()
    await page.keyboard.type('minum')
    await expect(placeOf(page)).toContainText('1 dari 3')
    await expect(rowOf(page, 'Obatnya sudah diminum, Dok')).not.toBeInViewport()
    await expect.poll(async () => (await marksOf(page))[0]).toEqual(['minum', 'minum'])
    await page.keyboard.press('Enter')
    await expect(placeOf(page)).toContainText('2 dari 3')
    await expect(placeOf(page)).toContainText(`${k.pasien.nama}: Obatnya sudah diminum, Dok`)
    await expect(rowOf(page, 'Obatnya sudah diminum, Dok')).toBeInViewport()
    await expect.poll(async () => (await marksOf(page))[0]).toEqual(['diminum'])
    // What is far above is fetched.
    await page.getByRole('button', { name: 'Temuan berikutnya' }).click()
    await expect(placeOf(page)).toContainText('3 dari 3')
    await expect(rowOf(page, 'Minum amoksisilin tiga kali sehari')).toBeInViewport()
    await fieldOf(page).press('Enter')
    await expect(placeOf(page)).toContainText('1 dari 3')
    await page.keyboard.press('Shift+Enter')
    await expect(placeOf(page)).toContainText('3 dari 3')
    await expect(fieldOf(page)).toBeFocused()
    expect(await breaksOf(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(page.viewportSize()?.width)

    await page.keyboard.press('Escape')
    await expect(fieldOf(page)).toBeHidden()
    await expect(composerOf(page)).toBeFocused()
    await expect(composerOf(page)).toHaveValue('Belum selesai')
    await expect(rowOf(page, 'Minum amoksisilin tiga kali sehari')).toBeInViewport()
    expect(await marksOf(page)).toEqual([[], []])
    await expect(page).toHaveURL(pathOf(k, wing))
  })

/** Can the words that the reader was led to be read where the conversation is scrolled to? */
const seesWords = (page: Page) =>
  logOf(page).evaluate((log) => {
    const [word] = (CSS.highlights.get('temuan-ini') ?? []) as Iterable<Range>
    const [view, place] = [log.getBoundingClientRect(), word?.getBoundingClientRect()]
    return place !== undefined && place.top > view.top && place.bottom < view.bottom
  })

test('words deep in a pesan that is longer than the screen are led to themselves, forth and back', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const longTalk = (words: string) => `${'Sejak pagi saya di rumah saja. '.repeat(70)}${words}${' Begitulah ceritanya.'.repeat(70)}`
  await clinic.send(k.pasien, k, longTalk('Kepala pusing'))
  await clinic.send(k.pasien, k, longTalk('Kadang pusing'))
  const page = await pageOf(k.dokter, pathOf(k, 'dokter'), PHONE)
  await logAwake(page)
  await page.keyboard.press('Control+Shift+f')
  await expect(fieldOf(page)).toBeFocused()
  await page.keyboard.type('pusing')
  for (const [key, place] of [
    [null, '1 dari 2'],
    ['Enter', '2 dari 2'],
    ['Shift+Enter', '1 dari 2'],
  ] as const) {
    if (key) await page.keyboard.press(key)
    await expect(placeOf(page)).toContainText(place)
    await expect.poll(() => seesWords(page)).toBe(true)
  }
  // From there its reader goes where they like, whatever comes.
  await scrollLog(page, 'up')
  await clinic.send(k.pasien, k, 'Satu lagi')
  await expect(page.getByRole('button', { name: '1 pesan baru' })).toBeVisible()
  expect(await seesWords(page)).toBe(false)
})

test('each conversation that is kept has a search of its own, and leads no other anywhere', async ({ clinic, pageOf }) => {
  const dokter = await clinic.dokter()
  const names = ['Pasien Satu', 'Pasien Dua'] as const
  const k = await clinic.active({ dokter, pasien: await clinic.pasien(names[0]) })
  const other = await clinic.active({ dokter, pasien: await clinic.pasien(names[1]) })
  await clinic.send(k.pasien, k, 'Demam sejak kemarin')
  await clinic.send(other.pasien, other, 'Batuk dan demam')
  const page = await pageOf(dokter, pathOf(k, 'dokter'), DESK)
  const rows = page.getByRole('list', { name: 'Daftar konsultasi' }).getByRole('link')
  await logAwake(page)
  await page.getByRole('link', { name: 'Cari di konsultasi ini' }).click()
  await fieldOf(page).fill('demam')
  await expect(placeOf(page)).toContainText('1 dari 1')
  await rows.filter({ hasText: names[1] }).click()
  await expect(page.getByRole('heading', { level: 1, name: names[1] })).toBeVisible()
  await expect(fieldOf(page)).toBeHidden()
  expect(await marksOf(page)).toEqual([[], []])
  await page.keyboard.press('Control+Shift+f')
  await page.keyboard.type('batuk')
  await expect.poll(() => marksOf(page)).toEqual([['Batuk'], []])
  await rows.filter({ hasText: names[0] }).click()
  await expect(fieldOf(page)).toHaveValue('demam')
  await expect.poll(() => marksOf(page)).toEqual([['Demam'], []])
})

test('what cannot be found, or not now, is said; what is deleted meanwhile is passed over', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED|WebSocket|429/)
  const k = await clinic.active()
  const [first, second] = [await clinic.send(k.dokter, k, 'Obat pertama'), await clinic.send(k.dokter, k, 'Obat kedua')]
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'), PHONE)
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/api/v1/pesan' && searchParams.has('q')) asked.push(searchParams.get('q') ?? '')
  })
  await logAwake(page)
  await page.getByRole('link', { name: 'Cari di konsultasi ini' }).click()
  const field = fieldOf(page)
  await field.press('Enter')
  await field.fill('   ')
  await field.press('Enter')
  await field.fill('o')
  expect(asked).toEqual([])
  await field.press('Enter')
  await expect(page.getByText('Tidak ada pesan dengan kata ini.')).toBeVisible()
  expect(asked).toEqual(['o'])
  await field.fill('obat')
  await expect(placeOf(page)).toContainText('1 dari 2')
  await field.fill('tidak ada ini')
  await expect(page.getByText('Tidak ada pesan dengan kata ini.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Temuan berikutnya' })).toBeDisabled()
  await field.fill('?!')
  await field.press('Enter')
  await expect(page.getByText('Tidak ada pesan dengan kata ini.')).toBeVisible()

  await page.context().setOffline(true)
  await field.fill('obat')
  await expect(page.getByText('Server tidak dapat dihubungi.', { exact: false })).toBeVisible()
  await page.context().setOffline(false)
  await field.press('Enter')
  await expect(placeOf(page)).toContainText('1 dari 2')

  expectSuccess(await k.dokter.api.delete(`/pesan/${second.id}`))
  await expect(page.getByText('Pesan yang ditemukan ini sudah dihapus.')).toBeVisible()
  await field.press('Enter')
  await expect(placeOf(page)).toContainText('1 dari 1')
  await expect(logOf(page).locator(`[data-urutan="${first.urutan}"]`)).toBeInViewport()

  await page.route('**/api/v1/pesan?q=*', (route) =>
    route.fulfill({
      status: 429,
      headers: { 'Retry-After': '20' },
      json: { success: false, message: 'Terlalu sering. Coba lagi sebentar lagi.', code: 'rate_limited', request_id: 'uji' },
    }),
  )
  await field.fill('pertama')
  await expect(page.getByText('Terlalu sering. Coba lagi sebentar lagi.')).toBeVisible()
  await page.unroute('**/api/v1/pesan?q=*')
  await field.press('Enter')
  await expect(placeOf(page)).toContainText('1 dari 1')
})
