import { expect, test } from '@/e2e/fixtures'
import { logAwake, logOf, pathOf, rowOf, scrollLog, textsOf, write } from './percakapan'

test('the newest pesan can be read before any script has run', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await clinic.talk(k, 8)
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'), { javaScriptEnabled: false })
  expect(await textsOf(page)).toEqual(Array.from({ length: 8 }, (_, n) => `Pesan ${n + 1}`))
})

test('older pesan load on scrolling up, without a jump, to the first', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await clinic.talk(k, 130)
  await k.pasien.api.put(`/pesan/${k.id}/mark-all-read`)
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await expect(rowOf(page, 'Pesan 130')).toBeInViewport()
  // A page of thirty at first, then of fifty.
  for (const oldest of [101, 51]) {
    await expect(rowOf(page, `Pesan ${oldest - 1}`)).toHaveCount(0)
    const row = rowOf(page, `Pesan ${oldest}`)
    const place = () => row.evaluate((element) => Math.round(element.getBoundingClientRect().top))
    await scrollLog(page, 'up')
    const before = await place()
    await expect(rowOf(page, `Pesan ${oldest - 1}`)).toHaveCount(1)
    expect(await place()).toBe(before)
  }
  await scrollLog(page, 'up')
  await expect(rowOf(page, 'Pesan 1')).toBeInViewport()
  expect(await textsOf(page)).toEqual(Array.from({ length: 130 }, (_, n) => `Pesan ${n + 1}`))
})

test('whoever scrolls before any script has run stays where they are when the page wakes up', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await clinic.talk(k, 25)
  const page = await pageOf(k.pasien)
  let wake = () => {}
  const woken = new Promise<void>((resolve) => {
    wake = resolve
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await woken
    await route.continue()
  })
  await page.goto(pathOf(k, 'pasien'), { waitUntil: 'commit' })
  const row = rowOf(page, 'Pesan 12')
  await row.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const inLog = () =>
    row.evaluate((element) =>
      Math.round(element.getBoundingClientRect().top - (element.closest('[role=log]')?.getBoundingClientRect().top ?? 0)),
    )
  const before = await inLog()
  await expect(logOf(page)).not.toHaveAttribute('data-awake')
  wake()
  await logAwake(page)
  expect(await inLog()).toBe(before)
})

test('what still waits on this device does not take its reader past what they have not read', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(/ERR_FAILED/)
  const k = await clinic.active()
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await page.route('**/api/v1/pesan', (route) => route.abort())
  await write(page, 'Masih menunggu')
  await expect(rowOf(page, 'Masih menunggu')).toContainText('Mengirim')
  await page.goto('/pasien')
  for (let n = 1; n <= 20; n++) await clinic.send(k.dokter, k, `Anjuran ${n}`)
  await page.goto(pathOf(k, 'pasien'))
  await expect(rowOf(page, 'Masih menunggu')).toHaveCount(1)
  await expect(rowOf(page, 'Anjuran 1')).toBeInViewport()
  await expect(rowOf(page, 'Masih menunggu')).not.toBeInViewport()
})
