import { expect, test } from '@/e2e/fixtures'
import { composerOf, logAwake, logOf, pathOf, rowOf, write } from './percakapan'

test('Back closes an open menu where the browser tells of it, and stays in the conversation', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await clinic.talk(k, 2)
  const page = await pageOf(k.pasien)
  // What Android's Back does cannot be pressed here: it asks the newest of these to close.
  await page.addInitScript(() => {
    const open: EventTarget[] = []
    Object.assign(window, {
      CloseWatcher: class extends EventTarget {
        constructor() {
          super()
          open.push(this)
        }
        destroy() {
          open.splice(open.indexOf(this), 1)
        }
      },
      pressBack: () => open.at(-1)?.dispatchEvent(new Event('close')),
    })
  })
  await page.goto(pathOf(k, 'pasien'))
  await rowOf(page, 'Pesan 2').getByRole('button', { name: 'Pilihan pesan' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await page.evaluate(() => (window as unknown as { pressBack(): void }).pressBack())
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(page).toHaveURL(pathOf(k, 'pasien'))
})

test('a finger that rests on a pesan opens its menu, one that goes on does not', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await clinic.talk(k, 2)
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'), { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true })
  await logAwake(page)
  const devtools = await page.context().newCDPSession(page)
  const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints })
  const textOf = async (words: string) => {
    const box = await rowOf(page, words).locator('[data-kata]').boundingBox()
    if (!box) throw new Error(`${words} is not shown`)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  const above = await textOf('Pesan 1')
  await finger('touchStart', above)
  await finger('touchMove', { x: above.x + 40, y: above.y })
  await finger('touchEnd')
  // Had the first begun to wait, its menu would be the one that is open.
  await finger('touchStart', await textOf('Pesan 2'))
  await expect(page.getByRole('menu')).toBeVisible()
  await finger('touchEnd')
  await expect(rowOf(page, 'Pesan 2').locator('[data-pilihan]')).toHaveAttribute('aria-expanded', 'true')
  await expect(rowOf(page, 'Pesan 1').locator('[data-pilihan]')).toHaveAttribute('aria-expanded', 'false')
  await page.getByRole('menuitem', { name: 'Balas' }).tap()
  await expect(page.getByRole('menu')).toHaveCount(0)
})

test('between the conversation and where one writes there is one menu to tab through, that of the row one was at', async ({
  clinic,
  pageOf,
}) => {
  const k = await clinic.active()
  await clinic.talk(k, 4)
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await logAwake(page)
  const stops = logOf(page).locator('[data-pilihan][tabindex="0"]')
  await expect(stops).toHaveCount(1)
  await logOf(page).focus()
  await page.keyboard.press('ArrowUp')
  await expect(rowOf(page, 'Pesan 4')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(rowOf(page, 'Pesan 3')).toBeFocused()
  await expect(stops).toHaveCount(1)
  await expect(rowOf(page, 'Pesan 3').locator('[data-pilihan]')).toHaveAttribute('tabindex', '0')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('[role=log]'))).toBeNull()
})

test('Enter that an input method takes sends nothing', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await composerOf(page).fill('Setengah kalimat')
  // As Safari sends it when a candidate is chosen.
  await composerOf(page).evaluate((area) =>
    area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true })),
  )
  await expect(composerOf(page)).toHaveValue('Setengah kalimat')
})

test('the focus stays at the row of a pesan that was deleted, and goes on where a konsultasi ends', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const page = await pageOf(k.dokter, pathOf(k, 'dokter'))
  await write(page, 'Salah kirim')
  await rowOf(page, 'Salah kirim').getByRole('button', { name: 'Pilihan pesan' }).click()
  await page.getByRole('menuitem', { name: 'Hapus' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hapus' }).click()
  await expect(rowOf(page, 'Pesan dihapus')).toBeFocused()
  await page.getByRole('button', { name: 'Selesaikan' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('Istirahat')
  await page.getByRole('dialog').getByRole('button', { name: 'Selesaikan' }).click()
  await expect(page.getByRole('region', { name: 'Akhir konsultasi' })).toBeFocused()
})

test('a recording that was ready is there when its conversation is opened again, and the focus goes on after it', async ({
  clinic,
  pageOf,
}) => {
  const k = await clinic.active()
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'), { permissions: ['microphone'] })
  await page.getByRole('button', { name: 'Rekam pesan suara' }).click()
  await expect(page.getByRole('timer')).toHaveText(/^0:0[1-9]$/)
  await page.getByRole('button', { name: 'Berhenti merekam' }).click()
  await page.getByRole('button', { name: 'Kirim' }).waitFor()
  await page.getByRole('link', { name: 'Semua konsultasi' }).click()
  await expect(page).toHaveURL('/pasien/konsultasi')
  await page.getByRole('link', { name: new RegExp(k.dokter.nama) }).click()
  await page.getByRole('button', { name: 'Buang rekaman' }).waitFor()
  await page.getByRole('button', { name: 'Kirim' }).click()
  await expect(logOf(page).getByRole('button', { name: /^Putar pesan suara dari Anda/ })).toBeVisible()
  await expect(composerOf(page)).toBeFocused()
})

test('a list keeps its order under the pointer', async ({ clinic, pageOf }) => {
  const pasien = await clinic.pasien()
  const [first, second] = [await clinic.active({ pasien }), await clinic.active({ pasien })]
  const page = await pageOf(pasien, '/pasien/konsultasi')
  const rows = page.getByRole('list', { name: 'Daftar konsultasi' }).getByRole('listitem')
  await expect(rows.first()).toContainText(second.dokter.nama)
  await rows.first().hover()
  await clinic.send(first.dokter, first, 'Apa kabar?')
  await expect(rows.filter({ hasText: 'Apa kabar?' })).toHaveCount(1)
  await expect(rows.first()).toContainText(second.dokter.nama)
  await page.mouse.move(2, 2)
  await expect(rows.first()).toContainText(first.dokter.nama)
})

test('the tab of a conversation says with whom it is, and a stranger’s says nothing', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(/403/)
  const k = await clinic.active()
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await logAwake(page)
  expect(await page.title()).toBe(`${k.dokter.nama} · Sapa`)
  await page.goto('/dokter')
  await expect(page).toHaveTitle('Halaman ini bukan untuk akun Anda · Sapa')
})

test('a copy works without https too, and is told', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await clinic.send(k.dokter, k, 'Minum tiga kali sehari')
  const page = await pageOf(k.pasien, undefined, { permissions: ['clipboard-read'] })
  await page.addInitScript(() => {
    const { clipboard } = navigator
    Object.assign(window, { pasted: () => clipboard.readText() })
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
  })
  await page.goto(pathOf(k, 'pasien'))
  await rowOf(page, 'Minum tiga kali sehari').getByRole('button', { name: 'Pilihan pesan' }).click()
  await page.getByRole('menuitem', { name: 'Salin teks' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Teks disalin' })).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { pasted(): Promise<string> }).pasted())).toBe('Minum tiga kali sehari')
})
