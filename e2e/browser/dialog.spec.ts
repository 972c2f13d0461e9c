import { expect, test } from '@/e2e/fixtures'
import { composerOf, logOf, pathOf, rowOf, write } from './percakapan'

test('what arrives behind a dialog is not read before it closes, and the dialog says how much came', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const page = await pageOf(k.dokter, pathOf(k, 'dokter'))
  await expect(composerOf(page)).toBeEnabled()
  await page.getByRole('button', { name: 'Selesaikan' }).click()
  const dialog = page.getByRole('dialog', { name: 'Selesaikan konsultasi' })
  await dialog.getByRole('textbox').fill('Banyak minum')
  const sent = await clinic.send(k.pasien, k, 'Dada saya nyeri, dok')
  await clinic.send(k.pasien, k, 'Masih di sini?')
  await expect(dialog.getByText('2 pesan baru')).toBeVisible()
  await expect(dialog.getByText('2 pesan pasien belum Anda baca.')).toBeVisible()
  await expect(dialog.getByText('Dada saya nyeri, dok')).toBeVisible()
  const readAt = async () => (await k.pasien.api.get<{ dibaca_pada: string | null }>(`/pesan/${sent.id}`)).body.data.dibaca_pada
  // Longer than reading is told after.
  await expect(rowOf(page, 'Masih di sini?')).toHaveCount(1)
  await clinic.send(k.pasien, k, 'Tolong dibalas')
  await expect(dialog.getByText('3 pesan baru')).toBeVisible()
  expect(await readAt()).toBeNull()
  await page.keyboard.press('Escape')
  await expect.poll(readAt).not.toBeNull()
})

test('the buttons of a dialog stay under the pointer while news come and go above them', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const page = await pageOf(k.dokter, pathOf(k, 'dokter'))
  await expect(composerOf(page)).toBeEnabled()
  await page.getByRole('button', { name: 'Selesaikan' }).click()
  const dialog = page.getByRole('dialog', { name: 'Selesaikan konsultasi' })
  await dialog.getByRole('textbox').fill('Banyak minum')
  const button = dialog.getByRole('button', { name: 'Selesaikan' })
  // As soon as it has risen.
  // A sign of waiting turns for ever, in sight or not.
  const rising = (element: Element) =>
    element
      .getAnimations({ subtree: true })
      .filter((one) => one.playState === 'running' && one.effect?.getComputedTiming().iterations === 1).length
  await expect.poll(() => dialog.evaluate(rising)).toBe(0)
  const before = await button.boundingBox()
  await clinic.send(k.pasien, k, 'Masih di sini, dok?')
  await expect(dialog.getByText('1 pesan pasien belum Anda baca.')).toBeVisible()
  expect(await button.boundingBox()).toEqual(before)
  await k.dokter.api.put(`/pesan/${k.id}/mark-all-read`)
  await expect(dialog.getByText('1 pesan pasien belum Anda baca.')).toHaveCount(0)
  expect(await button.boundingBox()).toEqual(before)
})

test('a click beside a dialog leaves the words in it, and they come back when it is opened again', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const page = await pageOf(k.dokter, pathOf(k, 'dokter'))
  await page.getByRole('button', { name: 'Selesaikan' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Istirahat tiga hari')
  await page.mouse.click(5, 5)
  await expect(dialog.getByRole('textbox')).toHaveValue('Istirahat tiga hari')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await page.reload()
  await page.getByRole('button', { name: 'Selesaikan' }).click()
  await expect(dialog.getByRole('textbox')).toHaveValue('Istirahat tiga hari')
  await dialog.getByRole('button', { name: 'Selesaikan' }).click()
  await expect(page.getByText('Istirahat tiga hari')).toBeVisible()
})

test('before a konsultasi ends its dokter sees own pesan that have not arrived', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED|WebSocket/)
  const k = await clinic.active()
  const page = await pageOf(k.dokter, pathOf(k, 'dokter'))
  await expect(page.getByText('Terhubung')).toBeVisible()
  // Fetches what dialogs are made of.
  const dialog = page.getByRole('dialog', { name: 'Selesaikan konsultasi' })
  await page.getByRole('button', { name: 'Selesaikan' }).click()
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await page.context().setOffline(true)
  await write(page, 'Minum obatnya sampai habis')
  await page.getByRole('button', { name: 'Selesaikan' }).click()
  await expect(dialog.getByText('1 pesan Anda belum terkirim.')).toBeVisible()
  await expect(dialog.getByText('Minum obatnya sampai habis')).toBeVisible()
  expect(await logOf(page).count()).toBe(1)
})

test('whoever asks for the same dokter again is led to the konsultasi that is open, and keeps their words', async ({
  clinic,
  pageOf,
  complaints,
}) => {
  complaints.allow(/409/)
  const k = await clinic.active({ keluhan: 'Batuk kering sejak tiga hari' })
  const page = await pageOf(k.pasien, '/pasien/konsultasi/baru')
  await page.getByLabel('Cari nama atau spesialisasi').fill(k.dokter.nama)
  await page.getByRole('radio', { name: k.dokter.nama }).check()
  await page.getByRole('textbox', { name: 'Keluhan' }).fill('Sekarang demam juga sejak tadi malam')
  await page.getByRole('button', { name: 'Ajukan konsultasi' }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Buka konsultasi itu' }).click()
  await expect(page).toHaveURL(pathOf(k, 'pasien'))
  await page.goto('/pasien/konsultasi/baru')
  await expect(page.getByRole('textbox', { name: 'Keluhan' })).toHaveValue('Sekarang demam juga sejak tadi malam')
})
