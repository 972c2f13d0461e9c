import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { pdf } from '@/e2e/berkas/dokumen'
import { CAMERA, heavyPhoto, sidewaysPhoto } from '@/e2e/berkas/gambar'
import { expect, test } from '@/e2e/fixtures'
import { uploaded } from '@/e2e/unggah'
import type { PesanView } from '@/lib/contract/pesan'
import { breaksOf } from './axe'
import { readyForOffline } from './device'
import { logOf, pathOf, rowOf, SENT, write } from './percakapan'

const CUT_OFF = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK|WebSocket/

/** A file as Playwright's choosers take it. */
interface Chosen {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const photo = async (name: string): Promise<Chosen> => ({ name, mimeType: 'image/jpeg', buffer: await sidewaysPhoto(1200, 800) })

/** Chooses files as a person does: through the menu and the system's chooser. */
async function attach(page: Page, ...files: Chosen[]): Promise<void> {
  await page.getByRole('button', { name: 'Lampirkan' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('menuitem', { name: 'Pilih foto atau berkas' }).click()
  await (await chooser).setFiles(files)
  await expect(trayOf(page).getByRole('listitem')).toHaveCount(files.length)
  await expect(trayOf(page).getByText('Menyiapkan…')).toHaveCount(0)
}

const trayOf = (page: Page): Locator => page.getByRole('list', { name: 'Lampiran' })
const send = (page: Page) => page.getByRole('button', { name: 'Kirim' }).click()
const photoFrom = (page: Page, nama: string): Locator => logOf(page).getByRole('img', { name: `Foto dari ${nama}` })

/** The bytes of the page's lampiran, asked for as its reader. */
async function bytesOf(page: Page, pesan: PesanView | undefined): Promise<Buffer> {
  const answer = await page.request.get(`/api/v1/lampiran/${pesan?.lampiran?.id}`)
  expect(answer.status()).toBe(200)
  return answer.body()
}

test('a photo with its place in it arrives upright and without it, with its caption, and opens in the viewer', async ({
  clinic,
  pageOf,
}) => {
  const k = await clinic.active()
  const pasien = await pageOf(k.pasien, pathOf(k, 'pasien'))
  const dokter = await pageOf(k.dokter, '/dokter')
  await dokter.goto(pathOf(k, 'dokter'))
  await attach(pasien, await photo('ruam.jpg'))
  await pasien.getByRole('textbox', { name: 'Tulis pesan' }).fill('Ruamnya seperti ini')
  await send(pasien)
  await expect(rowOf(pasien, 'Ruamnya seperti ini')).toContainText(SENT)

  const shown = photoFrom(dokter, k.pasien.nama)
  await expect(shown).toBeVisible()
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalHeight > image.naturalWidth)).toBe(true)
  const { data } = (await k.dokter.api.get(`/pesan/${k.id}`)).body
  expect(data).toMatchObject([{ tipe_pesan: 'image', pesan: 'Ruamnya seperti ini', lampiran: { tipe: 'image', lebar: 800, tinggi: 1200 } }])
  const bytes = await bytesOf(dokter, data[0])
  const { exif, orientation, width, height } = await sharp(bytes).metadata()
  expect({ exif, turned: (orientation ?? 1) !== 1, width, height }).toEqual({ exif: undefined, turned: false, width: 800, height: 1200 })
  expect(bytes.includes(CAMERA)).toBe(false)

  await shown.click()
  const viewer = dokter.getByRole('dialog', { name: `Foto dari ${k.pasien.nama}` })
  await expect(viewer.getByRole('img', { name: 'Ruamnya seperti ini' })).toBeVisible()
  await dokter.keyboard.press('+')
  await expect(viewer.getByRole('button', { name: 'Perkecil' })).toBeEnabled()
  expect(await breaksOf(dokter)).toEqual([])
  await dokter.keyboard.press('Escape')
  await expect(viewer).toHaveCount(0)
  await expect(dokter.getByRole('button', { name: `Foto dari ${k.pasien.nama}` })).toBeFocused()

  await shown.click()
  await expect(viewer).toBeVisible()
  await dokter.goBack()
  await expect(viewer).toHaveCount(0)
  await write(dokter, 'Saya masih di sini')
  await expect(rowOf(pasien, 'Saya masih di sini')).toBeVisible()
  await dokter.goBack()
  await expect(dokter).toHaveURL(/\/dokter$/)
})

test('several files go as one pesan each, in order; the PDF opens as it was; what cannot be sent says why and goes nowhere', async ({
  clinic,
  pageOf,
}) => {
  const k = await clinic.active()
  const pasien = await pageOf(k.pasien, pathOf(k, 'pasien'))
  const dokter = await pageOf(k.dokter, pathOf(k, 'dokter'))
  const lab = { name: 'hasil-lab.pdf', mimeType: 'application/pdf', buffer: pdf() }
  await attach(pasien, await photo('satu.jpg'), lab, await photo('tiga.jpg'))
  await pasien.getByRole('button', { name: 'Lepas tiga.jpg' }).click()
  await pasien
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ bukan foto') })
  await expect(pasien.getByRole('alert').filter({ hasText: 'foto.jpg' })).toContainText('Jenis berkas ini tidak bisa dilampirkan')
  await dropPicture(pasien, 'ditarik.png')
  await expect(trayOf(pasien).getByText('ditarik.png', { exact: true })).toBeVisible()
  await expect(trayOf(pasien).getByText('Menyiapkan…')).toHaveCount(0)
  await send(pasien)
  const link = logOf(dokter).getByRole('link', { name: /hasil-lab\.pdf PDF/ })
  await expect(link).toBeVisible()
  expect(await link.evaluate(({ target, rel }: HTMLAnchorElement) => [target, rel])).toEqual(['_blank', 'noopener noreferrer'])
  const read = async () => (await k.dokter.api.get(`/pesan/${k.id}`)).body.data
  await expect.poll(async () => (await read()).map(({ tipe_pesan }) => tipe_pesan)).toEqual(['image', 'file', 'image'])
  const data = await read()
  expect((await bytesOf(dokter, data[1])).equals(lab.buffer)).toBe(true)
  expect(await breaksOf(pasien)).toEqual([])
})

test('pictures that are sent at once stand beside each other, each with its words, and are looked at one after the other', async ({
  clinic,
  pageOf,
}) => {
  const k = await clinic.active()
  const pasien = await pageOf(k.pasien, pathOf(k, 'pasien'), { viewport: { width: 390, height: 780 } })
  await attach(pasien, await photo('a.jpg'), await photo('b.jpg'), await photo('c.jpg'))
  await trayOf(pasien).getByRole('textbox', { name: 'Keterangan a.jpg' }).fill('Dari depan')
  await pasien.keyboard.press('Enter')
  await pasien.keyboard.type('Dari samping')
  expect(await breaksOf(pasien)).toEqual([])
  await pasien.getByRole('textbox', { name: 'Tulis pesan' }).fill('Dari tiga sisi')
  await send(pasien)
  await expect(rowOf(pasien, 'Dari tiga sisi')).toContainText('Terkirim')
  const words = async () => (await k.dokter.api.get<PesanView[]>(`/pesan/${k.id}`)).body.data.map(({ pesan }) => pesan)
  await expect.poll(words).toEqual(['Dari depan', 'Dari samping', 'Dari tiga sisi'])
  const dokter = await pageOf(k.dokter, pathOf(k, 'dokter'))
  for (const [page, nama] of [
    [pasien, 'Anda'],
    [dokter, k.pasien.nama],
  ] as const) {
    const shown = photoFrom(page, nama)
    await expect(shown).toHaveCount(3)
    const boxes = await Promise.all([0, 1, 2].map(async (n) => (await shown.nth(n).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }))
    const [a, b, c] = boxes as [(typeof boxes)[0], (typeof boxes)[0], (typeof boxes)[0]]
    expect(Math.abs(a.y - b.y)).toBeLessThan(1)
    expect(b.x).toBeGreaterThan(a.x + a.width)
    expect(c.y).toBeGreaterThan(a.y + a.height)
    expect(Math.abs(a.width - a.height)).toBeLessThan(2)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(page.viewportSize()?.width)
    expect(await breaksOf(page)).toEqual([])
  }
  await photoFrom(dokter, k.pasien.nama).first().click()
  await expect(dokter.getByRole('dialog')).toContainText('1 dari 3')
  await dokter.keyboard.press('ArrowRight')
  await dokter.keyboard.press('ArrowRight')
  await expect(dokter.getByRole('dialog')).toContainText('3 dari 3')
  await dokter.keyboard.press('Escape')

  // One that is deleted leaves the others whole.
  const { data } = (await k.dokter.api.get<PesanView[]>(`/pesan/${k.id}`)).body
  await k.pasien.api.delete(`/pesan/${data[1]?.id}`)
  await expect(photoFrom(dokter, k.pasien.nama)).toHaveCount(2)
  await expect(dokter.locator('[data-album]')).toHaveCount(0)
})

test('the gallery goes through all pictures of the conversation, also those that the page has not loaded', async ({
  clinic,
  pageOf,
  complaints,
}) => {
  complaints.allow(CUT_OFF)
  const k = await clinic.active()
  const send = async (pesan: string) => {
    const { id } = await uploaded(k.pasien, k, { bytes: await sidewaysPhoto(600, 400), nama: 'foto.jpg', type: 'image/jpeg' })
    await clinic.send(k.pasien, k, pesan, { lampiran_id: id })
  }
  await send('Waktu baru mulai')
  await clinic.talk(k, 120)
  await send('Hari ini')
  const page = await pageOf(k.dokter, pathOf(k, 'dokter'), { viewport: { width: 390, height: 780 } })
  const shown = page.getByRole('dialog')
  await photoFrom(page, k.pasien.nama).last().click()
  await expect(shown.getByText('Hari ini')).toBeVisible()
  await expect(shown.getByRole('button', { name: 'Foto berikutnya' })).toBeHidden()
  // Without a network it stays where it is, and says nothing that is not so.
  await page.context().setOffline(true)
  await page.keyboard.press('ArrowLeft')
  await expect(shown.getByRole('button', { name: 'Foto sebelumnya' })).toBeEnabled()
  await expect(shown.getByText('Hari ini')).toBeVisible()
  await page.context().setOffline(false)
  await page.keyboard.press('ArrowLeft')
  await expect(shown.getByText('Waktu baru mulai')).toBeVisible()
  await expect(shown).toContainText('(1 dari 2)')
  await expect(shown.getByRole('button', { name: 'Foto sebelumnya' })).toBeHidden()
  await page.keyboard.press('ArrowRight')
  await expect(shown.getByText('Hari ini')).toBeVisible()
})

test('the gallery passes over no picture that lies where the page has not been', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const send = async (pesan: string) => {
    const { id } = await uploaded(k.pasien, k, { bytes: await sidewaysPhoto(600, 400), nama: 'foto.jpg', type: 'image/jpeg' })
    await clinic.send(k.pasien, k, pesan, { lampiran_id: id })
  }
  for (const pesan of ['Waktu baru mulai', 'Di tengah', 'Hari ini']) {
    await send(pesan)
    await clinic.talk(k, 70)
  }
  const page = await pageOf(k.dokter, pathOf(k, 'dokter'))
  await expect(logOf(page)).toBeVisible()
  await page.keyboard.press('Control+Shift+F')
  await expect(page.getByRole('searchbox', { name: 'Cari di konsultasi ini' })).toBeFocused()
  await page.keyboard.type('baru mulai')
  await page.keyboard.press('Enter')
  await expect(rowOf(page, 'Waktu baru mulai')).toBeInViewport()
  await page.keyboard.press('Escape')
  await photoFrom(page, k.pasien.nama).first().click()
  const shown = page.getByRole('dialog')
  for (const pesan of ['Waktu baru mulai', 'Di tengah', 'Hari ini']) {
    await expect(shown.getByText(pesan)).toBeVisible()
    await page.keyboard.press('ArrowRight')
  }
})

test('of twelve files at once the two that do not go along are named, until the others have gone', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const pasien = await pageOf(k.pasien, pathOf(k, 'pasien'))
  const twelve = Array.from({ length: 12 }, (_, n) => ({ name: `hasil-${n + 1}.pdf`, mimeType: 'application/pdf', buffer: pdf() }))
  await expect(pasien.getByRole('textbox', { name: 'Tulis pesan' })).toBeEnabled()
  await pasien.locator('input[type=file]').first().setInputFiles(twelve)
  const told = pasien.getByText('Paling banyak 10 sekaligus. Tidak ikut: hasil-11.pdf dan hasil-12.pdf.')
  await expect(told).toBeVisible()
  await expect(trayOf(pasien).getByText('Menyiapkan…')).toHaveCount(0)
  await send(pasien)
  await expect(trayOf(pasien)).toHaveCount(0)
  await expect(told).toHaveCount(0)
})

/** Lets a picture that the page draws itself fall onto the conversation. */
const dropPicture = (page: Page, name: string) =>
  page.evaluate(async (name) => {
    const canvas = new OffscreenCanvas(30, 20)
    canvas.getContext('2d')?.fillRect(0, 0, 10, 10)
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([await canvas.convertToBlob()], name, { type: 'image/png' }))
    document.querySelector('[role=log]')?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))
  }, name)

test('a recorded voice message can be heard before it is sent, arrives, and plays on the other side', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const pasien = await pageOf(k.pasien, pathOf(k, 'pasien'), { serviceWorkers: 'allow' })
  const dokter = await pageOf(k.dokter, pathOf(k, 'dokter'))
  // What makes it one that every phone plays comes from what the device keeps, too.
  await readyForOffline(pasien)
  await pasien.getByRole('button', { name: 'Rekam pesan suara' }).click()
  await expect(pasien.getByRole('timer')).toHaveText('0:02')
  await pasien.getByRole('button', { name: 'Berhenti merekam' }).click()
  await expect(pasien.getByRole('button', { name: 'Kirim' })).toBeVisible({ timeout: 20_000 })
  await listen(pasien, pasien.getByRole('main'), 'Anda')
  await send(pasien)
  await listen(dokter, logOf(dokter), k.pasien.nama)
  const { data } = (await k.dokter.api.get(`/pesan/${k.id}`)).body
  expect(data).toMatchObject([{ tipe_pesan: 'audio', pesan: '', lampiran: { tipe: 'audio' } }])
  expect(data[0]?.lampiran?.durasi).toBeGreaterThan(1.5)
  expect(['audio/mp4', 'audio/mpeg']).toContain(data[0]?.lampiran?.mime)

  const speed = logOf(dokter).getByRole('button', { name: 'Kecepatan 1 kali' })
  await speed.click()
  await expect(logOf(dokter).getByRole('button', { name: 'Kecepatan 1,5 kali' })).toBeVisible()
  const slider = logOf(dokter).getByRole('slider', { name: 'Posisi' })
  await slider.press('End')
  await slider.press('Home')
  await expect(slider).toHaveAttribute('aria-valuetext', /^0:00 dari 0:0\d$/)
  // A tap on its line leads there, wherever the thumb of the slider is.
  const line = await slider.boundingBox()
  await dokter.mouse.click((line?.x ?? 0) + (line?.width ?? 0) * 0.9, (line?.y ?? 0) + (line?.height ?? 0) / 2)
  await expect(slider).toHaveAttribute('aria-valuetext', /^0:0[1-9] dari 0:0\d$/)
  expect(await breaksOf(dokter)).toEqual([])
})

/** Plays the one recording there is and waits until it moves. */
async function listen(page: Page, within: Locator, dari: string): Promise<void> {
  await within.getByRole('button', { name: `Putar pesan suara dari ${dari}` }).click()
  await expect.poll(() => page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThan(0.2)
}

test('a recording lasts as long as it is held, and what is thrown away goes nowhere', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'))
  const record = page.getByRole('button', { name: 'Rekam pesan suara' })
  await record.hover()
  await page.mouse.down()
  await expect(page.getByRole('timer')).toHaveText(/^0:0[1-9]$/)
  await page.mouse.up()
  await page.getByRole('button', { name: 'Kirim' }).waitFor()
  await page.getByRole('button', { name: 'Buang rekaman' }).click()
  await expect(record).toBeVisible()
  await write(page, 'Saya tulis saja')
  await expect(rowOf(page, 'Saya tulis saja')).toContainText('Terkirim')
  expect((await k.dokter.api.get(`/pesan/${k.id}`)).body.data).toHaveLength(1)
})

test('a microphone that is not allowed is explained, and writing goes on', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const page = await pageOf(k.pasien)
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  await page.goto(pathOf(k, 'pasien'))
  await page.getByRole('button', { name: 'Rekam pesan suara' }).click()
  await expect(page.getByText('Mikrofon tidak diizinkan.')).toBeVisible()
  await page.getByRole('button', { name: 'Tutup' }).click()
  await write(page, 'Saya tulis saja')
  await expect(rowOf(page, 'Saya tulis saja')).toContainText('Terkirim')
})

test('a large photo on a slow line shows how far it is, survives a lost connection, and is there once, in its konsultasi', async ({
  clinic,
  pageOf,
  complaints,
}) => {
  complaints.allow(CUT_OFF)
  const pasien = await clinic.pasien()
  const [k, other] = await Promise.all([clinic.active({ pasien }), clinic.active({ pasien })])
  const page = await pageOf(pasien, pathOf(k, 'pasien'))
  await attach(page, { name: 'besar.jpg', mimeType: 'image/jpeg', buffer: await heavyPhoto(9 * 1_048_576) })
  const line = await page.context().newCDPSession(page)
  const throttle = (offline: boolean, uploadThroughput: number) =>
    line.send('Network.emulateNetworkConditions', { offline, latency: 20, downloadThroughput: -1, uploadThroughput })
  await throttle(false, 300_000)
  await send(page)
  await write(page, 'Sesudah foto')
  const progress = logOf(page).getByRole('progressbar')
  await expect.poll(() => progress.evaluate((bar: HTMLProgressElement) => bar.value), { timeout: 20_000 }).toBeGreaterThan(0.2)
  await throttle(true, 0)
  await expect(page.getByText('Offline · 2 pesan menunggu')).toBeVisible()
  await throttle(false, 2_000_000)
  // Another konsultasi of the same person is opened while it travels.
  await page.goto(pathOf(other, 'pasien'))
  const sentOf = async (id: string) => (await k.dokter.api.get(`/pesan/${id}`)).body.data?.map(({ tipe_pesan }) => tipe_pesan)
  await expect.poll(() => sentOf(k.id), { timeout: 30_000 }).toEqual(['image', 'text'])
  expect((await other.dokter.api.get(`/pesan/${other.id}`)).body.data).toEqual([])
})

test('who saves data sees the place of a picture and loads it with a tap; without a network it says so, and comes when there is one', async ({
  clinic,
  pageOf,
  complaints,
}) => {
  complaints.allow(CUT_OFF)
  const k = await clinic.active()
  const pasien = await pageOf(k.pasien, pathOf(k, 'pasien'))
  await attach(pasien, await photo('ruam.jpg'))
  await send(pasien)
  await expect(photoFrom(pasien, 'Anda')).toBeVisible()
  const dokter = await pageOf(k.dokter)
  await dokter.addInitScript(() => localStorage.setItem('sapa:hemat-data', '1'))
  await dokter.goto(pathOf(k, 'dokter'))
  const place = logOf(dokter).getByRole('button', { name: /^Muat foto/ })
  const before = await place.boundingBox()
  await dokter.context().setOffline(true)
  await place.click()
  await expect(logOf(dokter).getByRole('button', { name: 'Foto ini perlu koneksi internet.' })).toBeVisible()
  await dokter.context().setOffline(false)
  await expect(photoFrom(dokter, k.pasien.nama)).toBeVisible()
  // Where it is transparent, it can be read all the same.
  await expect(photoFrom(dokter, k.pasien.nama)).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  const after = await dokter.getByRole('button', { name: `Foto dari ${k.pasien.nama}` }).boundingBox()
  expect([after?.width, after?.height]).toEqual([before?.width, before?.height])
})
