import type { Locator, Page } from '@playwright/test'
import { expect, pollingUrl, test } from '@/e2e/fixtures'
import { talkLong } from '@/e2e/long-talk'
import { composerOf, logAwake, logOf, pathOf, rowOf, scrollLog, write } from './percakapan'

/** Opens the menu of a row and takes what has this name there. */
async function choose(page: Page, row: Locator, role: 'menuitem' | 'menuitemradio', name: string): Promise<void> {
  await row.getByRole('button', { name: 'Pilihan pesan' }).click()
  await page.getByRole(role, { name }).click()
}

for (const way of ['realtime', 'polling only'] as const) {
  test.describe(way, () => {
    if (way === 'polling only') test.use({ url: pollingUrl() })

    test('a reaction is seen by the other side with its meaning, and goes when it is pressed again', async ({ clinic, pageOf }) => {
      const k = await clinic.active()
      await clinic.send(k.dokter, k, 'Minum tiga kali sehari')
      const pasien = await pageOf(k.pasien, pathOf(k, 'pasien'))
      const dokter = await pageOf(k.dokter, pathOf(k, 'dokter'))
      await choose(pasien, rowOf(pasien, 'Minum tiga kali sehari'), 'menuitemradio', 'Sudah')
      const own = pasien.getByRole('button', { name: 'Sudah: Anda' })
      await expect(own).toHaveAttribute('aria-pressed', 'true')
      const theirs = dokter.getByRole('button', { name: `Sudah: ${k.pasien.nama}` })
      await expect(theirs).toHaveAttribute('aria-pressed', 'false')
      await theirs.click()
      await expect(pasien.getByRole('button', { name: new RegExp(`Sudah: .*${k.dokter.nama}`) })).toContainText('2')
      await pasien.getByRole('button', { name: /Sudah: / }).click()
      await expect(dokter.getByRole('button', { name: 'Sudah: Anda' })).toBeVisible()
    })
  })
}

test('above the keyboard of a small phone most of the room is the conversation’s', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await page.setViewportSize({ width: 360, height: 380 })
  await expect(composerOf(page)).toBeInViewport({ ratio: 1 })
  // Under the header of the wing there are 320.
  expect((await logOf(page).boundingBox())?.height).toBeGreaterThan(160)
})

test('a reaction that is refused is taken back, and says why', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(/409/)
  const k = await clinic.active()
  await clinic.send(k.dokter, k, 'Sampai jumpa')
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await page.route('**/reaksi', async (route) => {
    await clinic.complete(k)
    await route.continue()
  })
  await choose(page, rowOf(page, 'Sampai jumpa'), 'menuitemradio', 'Terima kasih')
  await expect(page.getByRole('alert').filter({ hasText: 'Reaksi Anda tidak tersimpan' })).toBeVisible()
  await expect(page.getByLabel(/Terima kasih: /)).toHaveCount(0)
})

test('a reply carries its quote to the other side, and leads to an original that was not loaded', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await talkLong(k, 300)
  const pasien = await pageOf(k.pasien, `${pathOf(k, 'pasien')}?pesan=20`)
  const row = rowOf(pasien, 'Pesan 20')
  await expect(row).toBeFocused()
  await pasien.keyboard.press('r')
  await expect(composerOf(pasien)).toBeFocused()
  await expect(pasien.getByRole('region', { name: 'Sedang membalas' })).toContainText('Pesan 20')
  // A reply that was begun is still one after a reload, and Escape ends it.
  await composerOf(pasien).fill('Maksudnya yang ini')
  await pasien.waitForFunction(() => Object.values(localStorage).includes('Maksudnya yang ini'))
  await pasien.reload()
  await expect(pasien.getByRole('region', { name: 'Sedang membalas' })).toContainText('Pesan 20')
  await composerOf(pasien).press('Enter')
  await expect(pasien.getByRole('region', { name: 'Sedang membalas' })).toHaveCount(0)

  const dokter = await pageOf(k.dokter, pathOf(k, 'dokter'))
  const reply = rowOf(dokter, 'Maksudnya yang ini')
  await expect(reply.getByRole('button', { name: /Membalas.*Pesan 20/ })).toBeVisible()
  const original = logOf(dokter).locator('li[data-urutan="20"]')
  await expect(original).toHaveCount(0)
  await reply.getByRole('button', { name: /Membalas/ }).click()
  await expect(original).toBeInViewport()
  await expect(original).toBeFocused()
})

test('the quote of a pesan that was deleted says so', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const asal = await clinic.send(k.dokter, k, 'Salah kirim')
  await clinic.send(k.pasien, k, 'Baik', { balas_ke: asal.id })
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await expect(rowOf(page, 'Baik').getByRole('button', { name: /Membalas.*Salah kirim/ })).toBeVisible()
  await k.dokter.api.delete(`/pesan/${asal.id}`)
  await expect(rowOf(page, 'Baik').getByRole('button', { name: /Membalas.*Pesan dihapus/ })).toBeVisible()
})

test('links and phone numbers can be followed safely, and what could run is inert text', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const hostile = 'javascript:alert(1) <img src=x onerror=alert(1)> data:text/html,x'
  await clinic.send(k.dokter, k, 'Hasil: https://lab.example/hasil dan 0812-3456-7890')
  await clinic.send(k.dokter, k, hostile)
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  const link = page.getByRole('link', { name: 'https://lab.example/hasil' })
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow')
  await expect(link).toHaveAttribute('target', '_blank')
  await expect(page.getByRole('link', { name: '0812-3456-7890' })).toHaveAttribute('href', 'tel:+6281234567890')
  await expect(page.getByText(hostile, { exact: true })).toBeVisible()
  expect(await logOf(page).getByRole('link').count()).toBe(2)
  expect(await logOf(page).locator('img').count()).toBe(0)
})

test('everything can be done by keyboard, and no letter is taken from somebody who types', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await clinic.talk(k, 4)
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await expect(composerOf(page)).toBeEnabled()
  await logOf(page).focus()
  await page.keyboard.press('ArrowUp')
  await expect(rowOf(page, 'Pesan 4')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(rowOf(page, 'Pesan 3')).toBeFocused()
  await page.keyboard.press('e')
  await expect(page.getByRole('menuitemradio', { name: 'Baik, mengerti' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(rowOf(page, 'Pesan 3').getByRole('button', { name: 'Senang sekali: Anda' })).toBeVisible()
  await page.keyboard.press('Delete')
  await page.getByRole('dialog').getByRole('button', { name: 'Hapus' }).press('Enter')
  await expect(rowOf(page, 'Pesan dihapus')).toBeVisible()
  await logOf(page).focus()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Pintasan keyboard' })).toBeVisible()
  await page.keyboard.press('Escape')
  await logOf(page).focus()
  await page.keyboard.press('Escape')
  await expect(composerOf(page)).toBeFocused()
  await page.keyboard.type('re?c')
  await expect(composerOf(page)).toHaveValue('re?c')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Sedang membalas' })).toHaveCount(0)
})

test('a date leads to the first pesan of that day in the zone of the reader', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await talkLong(k, 1000)
  const all = await k.dokter.api.get(`/pesan/${k.id}?before=400&per_page=100`)
  const dayOf = (iso: string) => new Date(Date.parse(iso) + 9 * 3_600_000).toISOString().slice(0, 10)
  const first = all.body.data.find(
    (one, n) => n > 0 && dayOf(one.dibuat_pada) !== dayOf(all.body.data[n - 1]?.dibuat_pada ?? one.dibuat_pada),
  )
  const page = await pageOf(k.dokter, pathOf(k, 'dokter'), { timezoneId: 'Asia/Jayapura' })
  await page.getByRole('button', { name: 'Menu percakapan' }).click()
  await page.getByRole('menuitem', { name: 'Ke tanggal…' }).click()
  await page
    .getByLabel('Tanggal', { exact: true })
    .and(page.locator('input'))
    .fill(dayOf(first?.dibuat_pada ?? ''))
  await page.getByRole('dialog').getByRole('button', { name: 'Buka' }).click()
  await expect(rowOf(page, `Pesan ${first?.urutan}`)).toBeInViewport()
  await expect(rowOf(page, `Pesan ${first?.urutan}`)).toBeFocused()
})

test('whoever has scrolled up finds the way down over the conversation, which keeps its place', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await talkLong(k, 60)
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'), { viewport: { width: 360, height: 640 } })
  await logAwake(page)
  const place = await logOf(page).boundingBox()
  await scrollLog(page, 'up')
  await expect(page.getByRole('button', { name: 'Ke pesan terbaru' })).toBeInViewport({ ratio: 1 })
  expect(await logOf(page).boundingBox()).toEqual(place)
})

test('what can be pressed in the head stays where it is while the connection comes and goes', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED|WebSocket/)
  const k = await clinic.active()
  for (const width of [360, 660, 760, 1280]) {
    const page = await pageOf(k.dokter, pathOf(k, 'dokter'), { viewport: { width, height: 800 } })
    const pressed = [
      page.getByRole('link', { name: 'Cari di konsultasi ini' }),
      page.getByRole('button', { name: 'Menu percakapan' }),
      page.getByRole('button', { name: 'Selesaikan' }),
    ]
    const places = () => Promise.all(pressed.map((one) => one.boundingBox()))
    await expect(page.getByText('Terhubung')).toBeVisible()
    const before = await places()
    await page.context().setOffline(true)
    await write(page, 'Menunggu jaringan')
    await expect(page.getByText('Offline · 1 pesan menunggu')).toBeVisible()
    expect(await places(), `${width}`).toEqual(before)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }
})

test('above a keyboard the conversation is no wider than the telephone', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const page = await pageOf(k.dokter, pathOf(k, 'dokter'), { viewport: { width: 360, height: 380 } })
  await expect(page.getByText('Terhubung')).toBeAttached()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

test('what arrives is told once, with its sender first; what history brings is not told', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await talkLong(k, 120)
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await expect(logOf(page)).toHaveAttribute('aria-live', 'polite')
  // As a screen reader hears it: nodes added while the region is live.
  await logOf(page).evaluate((log) => {
    const heard: string[] = []
    Object.assign(window, { heard })
    new MutationObserver((changes) => {
      if (log.getAttribute('aria-live') === 'off') return
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node instanceof HTMLLIElement) heard.push(node.textContent ?? '')
    }).observe(log, { childList: true, subtree: true })
  })
  await scrollLog(page, 'up')
  await expect(rowOf(page, 'Pesan 90')).toHaveCount(1)
  await page.getByRole('button', { name: 'Ke pesan terbaru' }).click()
  await expect(logOf(page)).toHaveAttribute('aria-live', 'polite')
  const sent = await clinic.send(k.dokter, k, 'Kabar baru')
  await expect(rowOf(page, 'Kabar baru')).toBeVisible()
  await k.dokter.api.put(`/pesan/${sent.id}/reaksi`, { emoji: '👍' })
  await expect(page.getByRole('button', { name: /Baik, mengerti: / })).toBeVisible()
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  const told = heard.filter((text) => text.includes('Pesan ') || text.includes('Kabar baru'))
  expect(told).toHaveLength(1)
  expect(told[0]).toMatch(new RegExp(`^${k.dokter.nama}:Kabar baru`))
})

test('a device that once told its zone gets its own times from the server; what is no zone is passed over', async ({
  clinic,
  browserOf,
}) => {
  const k = await clinic.active()
  const { dibuat_pada } = await clinic.send(k.pasien, k, 'Jam berapa di sana?')
  const clockIn = (timeZone: string) =>
    new Intl.DateTimeFormat('id', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(dibuat_pada))
  const context = await browserOf(k.dokter, { timezoneId: 'Asia/Jayapura' })
  const told = async () => (await context.cookies()).find(({ name }) => name === 'zona')?.value
  const clockOfServer = async () => {
    const html = await (await context.request.get(pathOf(k, 'dokter'))).text()
    return new RegExp(`dateTime="${dibuat_pada}"[^>]*>([^<]+)`, 'i').exec(html)?.[1]
  }
  expect(await clockOfServer()).toBe(clockIn('Asia/Jakarta'))
  await (await context.newPage()).goto('/dokter')
  await expect.poll(told).toBe('Asia/Jayapura')
  expect(await clockOfServer()).toBe(clockIn('Asia/Jayapura'))
  const { hostname } = new URL(context.pages()[0]?.url() ?? '')
  await context.addCookies([{ name: 'zona', value: 'Bulan/Purnama', domain: hostname, path: '/' }])
  expect(await clockOfServer()).toBe(clockIn('Asia/Jakarta'))
})
