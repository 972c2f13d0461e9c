import type { BrowserContext, Page } from '@playwright/test'
import { wholeChromium } from '@/e2e/chromium'
import { expect, pushUrl, test } from '@/e2e/fixtures'
import { Device } from '@/e2e/push/device'
import { pathOf, write } from './percakapan'

// Without windows a browser refuses all notifications.
test.use({ launchOptions: wholeChromium, serviceWorkers: 'allow' })

/**
 * Chromium subscribes at a server of its maker, which tests cannot reach: here the browser's part of that is a device of ours. The permission,
 * the service worker, the page and the application are the real ones.
 */
async function giveDevice(context: BrowserContext): Promise<Device> {
  const device = new Device(pushUrl())
  await context.grantPermissions(['notifications'])
  await context.addInitScript((json) => {
    const KEY = 'uji:langganan'
    const subscription = (key: string) => ({
      endpoint: json.endpoint,
      options: {
        applicationServerKey: Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)).buffer,
      },
      toJSON: () => json,
      unsubscribe: async () => {
        localStorage.removeItem(KEY)
        return true
      },
    })
    const kept = () => {
      const key = localStorage.getItem(KEY)
      return key ? subscription(key) : null
    }
    const ours = {
      getSubscription: async () => kept(),
      subscribe: async ({ applicationServerKey }: { applicationServerKey: string }) => {
        localStorage.setItem(KEY, applicationServerKey)
        return kept()
      },
    }
    Object.assign(PushManager.prototype, ours)
    const ask = Notification.requestPermission.bind(Notification)
    Notification.requestPermission = () => {
      sessionStorage.setItem('uji:ditanya', '1')
      return ask()
    }
  }, device.subscription)
  return device
}

const wasAsked = (page: Page) => page.evaluate(() => sessionStorage.getItem('uji:ditanya') !== null)

test('push is offered after the first pesan and never before, tells of the answer, and ends with signing out', async ({
  clinic,
  browserOf,
  complaints,
}) => {
  // The page may ask once more between the end of its session and its leaving.
  complaints.allow(/401/)
  const k = await clinic.active()
  const context = await browserOf(k.pasien)
  const device = await giveDevice(context)
  const page = await context.newPage()
  await page.goto(pathOf(k, 'pasien'))
  const offer = page.getByRole('region', { name: 'Pemberitahuan' })
  await expect(page.getByText('Terhubung')).toBeVisible()
  await expect(offer).toBeHidden()
  await write(page, 'Dok, saya demam.')
  await expect(offer).toBeVisible()
  expect(await wasAsked(page)).toBe(false)
  await offer.getByRole('button', { name: 'Nyalakan' }).click()
  await expect(offer.getByText('Pemberitahuan aktif di perangkat ini.')).toBeVisible()
  await offer.getByRole('button', { name: 'Tutup' }).click()

  await page.goto('/pasien')
  await clinic.send(k.dokter, k, 'Minum obatnya')
  await expect.poll(async () => (await device.news()).map(({ tag }) => tag), { timeout: 15_000 }).toEqual([k.id])

  await page.getByRole('button', { name: 'Keluar' }).click()
  await expect(page).toHaveURL(/\/masuk/)
  await clinic.send(k.dokter, k, 'Masih demam?')
  const other = await clinic.active()
  const marker = new Device(pushUrl())
  await other.pasien.api.post('/push/langganan', marker.subscription)
  await clinic.send(other.dokter, other, 'Penanda')
  await expect.poll(() => marker.news(), { timeout: 15_000 }).toHaveLength(1)
  expect(await device.news()).toHaveLength(1)
})

test('the account shows push as it is, turns it on and off, and the sound is off until somebody wants it', async ({
  clinic,
  browserOf,
}) => {
  const pasien = await clinic.pasien()
  const context = await browserOf(pasien)
  await giveDevice(context)
  const page = await context.newPage()
  await page.goto('/pasien')
  await page.getByRole('button', { name: 'Pemberitahuan', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Pemberitahuan' })
  await dialog.getByRole('button', { name: 'Nyalakan pemberitahuan' }).click()
  await expect(dialog.getByText('Aktif. Kabar yang Anda pilih sampai di sini, juga saat Sapa ditutup.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Matikan pemberitahuan' }).click()
  await expect(dialog.getByText('Nonaktif. Di sini kabar baru hanya terlihat saat Sapa dibuka.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Nyalakan bunyi' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Nyalakan bunyi' }).click()
  await expect(dialog.getByRole('button', { name: 'Matikan bunyi' })).toBeVisible()
})

test('the service worker shows one notification for each konsultasi, and none for the one on the screen', async ({ clinic, browserOf }) => {
  const k = await clinic.active()
  const context = await browserOf(k.pasien)
  await giveDevice(context)
  const page = await context.newPage()
  await page.goto('/pasien')
  await page.getByRole('button', { name: 'Pemberitahuan', exact: true }).click()
  await page.getByRole('button', { name: 'Nyalakan pemberitahuan' }).click()
  await expect(page.getByRole('button', { name: 'Matikan pemberitahuan' })).toBeVisible()
  const push = await pusherOf(page)
  const kabar = { judul: 'Sapa', isi: 'Pesan baru di konsultasi Anda' }
  const shown = () =>
    page.evaluate(async () => {
      const notifications = (await (await navigator.serviceWorker.getRegistration())?.getNotifications()) ?? []
      return notifications.map(({ title, body, tag }) => ({ title, body, tag }))
    })
  await push({ ...kabar, tag: k.id, url: pathOf(k, 'pasien') })
  await push({ ...kabar, tag: k.id, url: pathOf(k, 'pasien') })
  await push({ ...kabar, tag: 'lain', url: '/pasien' })
  await expect.poll(shown).toEqual([{ title: 'Sapa', body: 'Pesan baru di konsultasi Anda', tag: k.id }])
})

/** Delivers a push message to this page's service worker as the browser would. */
async function pusherOf(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  const registered = new Promise<string>((found) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations
      if (first) found(first.registrationId)
    })
  })
  await devtools.send('ServiceWorker.enable')
  const registrationId = await registered
  const origin = new URL(page.url()).origin
  return (kabar: object) => devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: JSON.stringify(kabar) })
}
