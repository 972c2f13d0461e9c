import type { Page } from '@playwright/test'
import type { Konsultasi, Person } from '@/e2e/clinic'
import { test as base, expect, signIn } from '@/e2e/fixtures'
import { codeOf, holder } from '@/e2e/totp'
import { allThatIsKept } from './device'
import { composerOf, pathOf, rowOf, write } from './percakapan'

/** A pasien in a conversation, whose session may end there. */
const test = base.extend<{ talk: { k: Konsultasi; page: Page } }>({
  serviceWorkers: 'allow',

  talk: async ({ clinic, pageOf, complaints }, use) => {
    complaints.allow(/status of 401|WebSocket/)
    const k = await clinic.active()
    const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
    await expect(page.getByText('Terhubung')).toBeVisible()
    await use({ k, page })
  },
})

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Masuk lagi' })

/** Ends the session of this browser on the server, as a suspension or its age would. */
async function endSession(page: Page, url: string): Promise<void> {
  const cookies = await page.context().cookies()
  await fetch(`${url}/api/v1/auth/logout`, {
    method: 'POST',
    headers: { Origin: url, Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
  }).then(({ status }) => expect(status).toBe(200))
}

async function signInAgain(page: Page, { email, password }: Person): Promise<void> {
  const dialog = dialogOf(page)
  await dialog.getByRole('textbox', { name: 'Email' }).fill(email)
  await dialog.getByLabel('Kata sandi', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Masuk', exact: true }).click()
}

test('a session that ends while one types loses no key and no pesan: the same person signs in over the conversation and goes on', async ({
  talk: { k, page },
  url,
}) => {
  await endSession(page, url)
  await write(page, 'Terakhir sebelum masuk lagi')
  const words = 'Ini saya ketik tanpa melihat layar sampai selesai'
  await composerOf(page).pressSequentially(words, { delay: 40 })
  // By its label: below the dialog it is there, but has no role.
  await expect(page.getByLabel('Tulis pesan')).toHaveValue(words)
  await expect(dialogOf(page)).toBeVisible()
  await expect(rowOf(page, 'Terakhir sebelum masuk lagi')).toContainText('Mengirim')

  await expect(dialogOf(page).getByRole('textbox', { name: 'Email' })).toHaveValue(k.pasien.email)
  await dialogOf(page).getByLabel('Kata sandi', { exact: true }).fill('bukan-sandi-saya')
  await dialogOf(page).getByRole('button', { name: 'Masuk', exact: true }).click()
  await expect(dialogOf(page).getByRole('alert')).toContainText('tidak cocok')

  await signInAgain(page, k.pasien)
  await expect(dialogOf(page)).toBeHidden()
  await expect(rowOf(page, 'Terakhir sebelum masuk lagi')).toContainText('Terkirim')
  await expect(composerOf(page)).toHaveValue(words)
  await expect(composerOf(page)).toBeFocused()
  await composerOf(page).press('Enter')
  await expect(rowOf(page, words)).toContainText('Terkirim')
  const { data } = (await k.dokter.api.get(`/pesan/${k.id}`)).body
  expect(data.map(({ pesan }) => pesan)).toEqual(['Terakhir sebelum masuk lagi', words])
})

test('whoever has a second factor is asked for a code over the conversation too, and keeps what they typed', async ({
  talk: { k, page },
  url,
}) => {
  const { totp } = await holder(k.pasien)
  await endSession(page, url)
  await write(page, 'Sebelum kode')
  await composerOf(page).fill('Belum selesai')
  await signInAgain(page, k.pasien)
  await expect(dialogOf(page).getByRole('alert')).toContainText('kode')
  const kode = dialogOf(page).getByLabel('Kode dari aplikasi')
  await kode.fill('000000')
  await kode.press('Enter')
  await expect(dialogOf(page).getByRole('alert')).toContainText('tidak cocok')
  await kode.fill(codeOf(totp))
  await kode.press('Enter')
  await expect(dialogOf(page)).toBeHidden()
  await expect(rowOf(page, 'Sebelum kode')).toContainText('Terkirim')
  await expect(composerOf(page)).toHaveValue('Belum selesai')
})

test('somebody else who signs in over the conversation is led to their own wing, and sees and sends nothing of it', async ({
  clinic,
  talk: { k, page },
  url,
}) => {
  const other = await clinic.pasien()
  await endSession(page, url)
  await write(page, 'Hanya untuk dokter saya')
  await signInAgain(page, other)
  await page.waitForURL('**/pasien')
  await expect(page.getByRole('heading', { name: other.nama })).toBeVisible()
  await page.goto('/pasien/konsultasi')
  await expect(page.getByRole('main')).toBeVisible()
  await expect(page.getByText('Hanya untuk dokter saya')).toHaveCount(0)
  expect((await k.dokter.api.get(`/pesan/${k.id}`)).body.data).toEqual([])
})

test('what waits is never sent by somebody else who signs in beside it, not even by the other side of the same konsultasi', async ({
  talk: { k, page },
  complaints,
}) => {
  complaints.allow(/ERR_FAILED/)
  await page.route('**/api/v1/pesan', (route) => route.abort())
  await write(page, 'Dari pasien')
  await expect(rowOf(page, 'Dari pasien')).toContainText('Mengirim')
  // The cookie changes before any page of the dokter has opened: this one does not know yet.
  await signIn(page.context(), k.dokter)
  const refused = page.waitForResponse((response) => response.url().endsWith('/api/v1/pesan'))
  await page.unroute('**/api/v1/pesan')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  expect((await refused).status()).toBe(401)
  expect((await k.dokter.api.get(`/pesan/${k.id}`)).body.data).toEqual([])

  await signIn(page.context(), k.pasien)
  await page.reload()
  await expect(rowOf(page, 'Dari pasien')).toContainText('Terkirim')
  const { data } = (await k.dokter.api.get(`/pesan/${k.id}`)).body
  expect(data.map(({ pengirim }) => pengirim.peran)).toEqual(['pasien'])
})

test('signing out asks about what is unsent, then nothing of it is on the device, and the other tabs leave too', async ({
  clinic,
  pageOf,
  complaints,
}) => {
  // The second tab hears of it a moment after its session has ended.
  complaints.allow(/status of 401|WebSocket/)
  const k = await clinic.active()
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  const second = await page.context().newPage()
  await second.goto(pathOf(k, 'pasien'))
  await expect(composerOf(page)).toBeEnabled()
  await composerOf(page).pressSequentially('Belum selesai')
  await page.getByRole('button', { name: 'Keluar' }).click()
  await page.getByRole('button', { name: 'Hapus dan keluar' }).click()
  // Its worker goes with what it kept, which may begin this way anew: what counts is where it ends.
  await expect(page).toHaveURL(/\/masuk$/)
  await expect(second).toHaveURL(/\/masuk$/)
  const left = await allThatIsKept(page)
  expect(left).not.toContain('Belum selesai')
  expect(left).not.toContain(k.id)
})

test('when another person signs in after a session that ended by itself, nothing is left of what was written and not sent; before that it waits', async ({
  clinic,
  talk: { k, page },
  url,
}) => {
  const other = await clinic.pasien()
  await endSession(page, url)
  await write(page, 'Belum terkirim')
  await expect(rowOf(page, 'Belum terkirim')).toContainText('Mengirim')
  await page.getByLabel('Tulis pesan').fill('Belum selesai')
  await page.goto('/masuk')
  await expect(page.getByText('Di perangkat ini masih ada tulisan yang belum terkirim.')).toBeVisible()
  for (const text of ['Belum terkirim', 'Belum selesai']) expect(await allThatIsKept(page)).toContain(text)

  await signIn(page.context(), other)
  await page.goto('/pasien')
  await expect(page.getByRole('heading', { name: other.nama })).toBeVisible()
  await expect.poll(() => allThatIsKept(page)).not.toMatch(/Belum terkirim|Belum selesai/)
  expect(await allThatIsKept(page)).not.toContain(k.id)
})
