import type { Locator, Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures'
import { talkLong } from '@/e2e/long-talk'
import { logOf, pathOf, rowOf, scrollLog, write } from './percakapan'

const LONG = 10_000

const top = (row: Locator): Promise<number> => row.evaluate((element) => Math.round(element.getBoundingClientRect().top))
const rowsIn = (page: Page): Promise<number> => logOf(page).locator('li[data-key]').count()

/** Scrolls to an end of what is loaded, and waits until more is there; the row that was at that end must not have moved. */
async function goOn(page: Page, direction: 'up' | 'down'): Promise<void> {
  const rows = logOf(page).locator('li[data-urutan]')
  const row = direction === 'up' ? rows.first() : rows.last()
  const urutan = Number(await row.getAttribute('data-urutan'))
  const edge = logOf(page).locator(`li[data-urutan="${urutan}"]`)
  await scrollLog(page, direction)
  const before = await top(edge)
  await expect(logOf(page).locator(`li[data-urutan="${urutan + (direction === 'up' ? -1 : 1)}"]`)).toHaveCount(1)
  expect(Math.abs((await top(edge)) - before), `${direction} of ${urutan}`).toBeLessThanOrEqual(1)
}

test('a conversation of 10,000 pesan opens at the newest as fast as one of 30, and scrolls in both directions without a jump', async ({
  clinic,
  pageOf,
}) => {
  const [long, short] = [await clinic.active(), await clinic.active()]
  await talkLong(long, LONG)
  await talkLong(short, 30)
  const page = await pageOf(long.pasien, pathOf(long, 'pasien'))
  await expect(rowOf(page, `Pesan ${LONG}`)).toBeInViewport()
  expect(await rowsIn(page)).toBe(30)
  for (let step = 0; step < 10; step++) await goOn(page, 'up')
  await expect.poll(() => rowsIn(page)).toBeLessThanOrEqual(450)
  await expect(rowOf(page, `Pesan ${LONG}`)).toHaveCount(0)
  for (let step = 0; step < 3; step++) await goOn(page, 'down')
  await page.getByRole('button', { name: 'Ke pesan terbaru' }).click()
  await expect(rowOf(page, `Pesan ${LONG}`)).toBeInViewport()
  const other = await pageOf(short.pasien, pathOf(short, 'pasien'))
  await expect(rowOf(other, 'Pesan 30')).toBeInViewport()
})

test('an address that names a pesan opens the conversation there, before any script and after, and goes on to the end', async ({
  clinic,
  pageOf,
}) => {
  const k = await clinic.active()
  await talkLong(k, 400)
  const address = `${pathOf(k, 'dokter')}?pesan=120`
  const bare = await pageOf(k.dokter, address, { javaScriptEnabled: false })
  await expect(rowOf(bare, 'Pesan 120')).toHaveCount(1)
  const page = await pageOf(k.dokter, address)
  await expect(rowOf(page, 'Pesan 120')).toBeInViewport()
  await expect(rowOf(page, 'Pesan 120')).toBeFocused()
  await goOn(page, 'down')
  await clinic.send(k.pasien, k, 'Sementara itu')
  await expect(page.getByRole('button', { name: '1 pesan baru' })).toBeVisible()
  await expect(rowOf(page, 'Sementara itu')).toHaveCount(0)
  await page.getByRole('button', { name: '1 pesan baru' }).click()
  await expect(rowOf(page, 'Sementara itu')).toBeInViewport()
  await expect(page).toHaveURL(pathOf(k, 'dokter'))
  await page.goto(`${pathOf(k, 'dokter')}?pesan=99999`)
  await expect(rowOf(page, 'Sementara itu')).toBeInViewport()
})

test('what is written far above the end leads to the end', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await talkLong(k, 300)
  const page = await pageOf(k.pasien, `${pathOf(k, 'pasien')}?pesan=40`)
  await expect(rowOf(page, 'Pesan 40')).toBeInViewport()
  await write(page, 'Saya kembali')
  await expect(rowOf(page, 'Saya kembali')).toBeInViewport()
  await expect(rowOf(page, 'Saya kembali')).toContainText('Terkirim')
})

test('leads to the first unread pesan, however far above, and counts only what was seen', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await talkLong(k, 400, 250)
  const unread = async () => (await k.pasien.api.get(`/pesan/${k.id}/unread-count`)).body.data.unread_count
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await expect(rowOf(page, 'Pesan 400')).toBeInViewport()
  await page.getByRole('button', { name: 'Ke yang belum dibaca' }).click()
  await expect(rowOf(page, 'Pesan 151')).toBeInViewport()
  await expect(rowOf(page, 'Pesan 151')).toBeFocused()
  const onScreen = await logOf(page).locator('li[data-urutan]').evaluateAll(countInView)
  await expect.poll(unread).toBeLessThan(250)
  // What lies between was never on the screen.
  expect(await unread()).toBeGreaterThanOrEqual(250 - 2 * onScreen - 4)
})

/** How many rows are in view, at least in part. */
function countInView(rows: Element[]): number {
  const frame = rows[0]?.closest('[role=log]')?.getBoundingClientRect()
  return rows.filter((row) => {
    const { top, bottom } = row.getBoundingClientRect()
    return frame && bottom > frame.top && top < frame.bottom
  }).length
}
