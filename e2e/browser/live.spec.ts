import { expect, pollingUrl, test } from '@/e2e/fixtures'
import { composerOf, logAwake, pathOf, rowOf, write } from './percakapan'

for (const way of ['realtime', 'polling only'] as const) {
  test.describe(way, () => {
    if (way === 'polling only') test.use({ url: pollingUrl() })

    test('what one writes the other reads without doing anything, and the ticks tell the writer', async ({ clinic, pageOf }) => {
      const k = await clinic.active()
      const pasien = await pageOf(k.pasien, pathOf(k, 'pasien'))
      const dokter = await pageOf(k.dokter, '/dokter')
      await write(pasien, 'Dok, batuk saya belum reda.')
      await expect(rowOf(pasien, 'Dok, batuk saya belum reda.')).toContainText('Terkirim')
      await dokter.goto(pathOf(k, 'dokter'))
      await expect(rowOf(dokter, 'Dok, batuk saya belum reda.')).toBeVisible()
      await expect(rowOf(pasien, 'Dok, batuk saya belum reda.')).toContainText('Dibaca')
      await write(dokter, 'Sudah berapa hari?')
      await expect(rowOf(pasien, 'Sudah berapa hari?')).toBeVisible()
      await expect(rowOf(dokter, 'Sudah berapa hari?')).toContainText('Dibaca')
      await expect(pasien.getByText('Terhubung')).toBeVisible()
    })

    test('who types is shown to the other side until the pesan is there', async ({ clinic, pageOf }) => {
      const k = await clinic.active()
      const pasien = await pageOf(k.pasien, pathOf(k, 'pasien'))
      const dokter = await pageOf(k.dokter, pathOf(k, 'dokter'))
      await expect(composerOf(pasien)).toBeEnabled()
      await composerOf(dokter).pressSequentially('Minum')
      await expect(pasien.getByText(`${k.dokter.nama} sedang mengetik…`)).toBeVisible()
      await composerOf(dokter).press('Enter')
      await expect(rowOf(pasien, 'Minum')).toBeVisible()
      await expect(pasien.getByText(`${k.dokter.nama} sedang mengetik…`)).toBeHidden()
    })

    test('two sends in flight never hide one another, and stand in the order in which they were typed', async ({ clinic, pageOf }) => {
      const k = await clinic.active()
      const pasien = await pageOf(k.pasien, pathOf(k, 'pasien'))
      const dokter = await pageOf(k.dokter, pathOf(k, 'dokter'))
      for (const text of ['satu', 'dua', 'tiga', 'empat']) await write(pasien, text)
      for (const page of [pasien, dokter])
        for (const text of ['satu', 'dua', 'tiga', 'empat']) await expect(rowOf(page, text)).toHaveCount(1)
      await expect(rowOf(pasien, 'empat')).toContainText('Dibaca')
      const { data } = await k.dokter.api.get(`/pesan/${k.id}`).then(({ body }) => body)
      expect(data.map(({ pesan }) => pesan)).toEqual(['satu', 'dua', 'tiga', 'empat'])
    })
  })
}

test('a socket that is open and tells nothing is believed until a poll finds what it has not told', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const page = await pageOf(k.pasien, '/pasien')
  let isSilent = false
  await page.routeWebSocket(/\/app\//, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) => {
      if (!isSilent || !/MessageSent|MessageRead/.test(String(message))) socket.send(message)
    })
  })
  await page.clock.install()
  await page.goto(pathOf(k, 'pasien'))
  await expect(page.getByText('Terhubung')).toBeVisible()
  isSilent = true
  await clinic.send(k.dokter, k, 'Sudah minum obatnya?')
  await page.clock.fastForward(40_000)
  await expect(rowOf(page, 'Sudah minum obatnya?')).toBeVisible()
  // Beside a socket that is believed they are half a minute apart; one or two more come with what the page does about the pesan.
  for (let n = 0; n < 5; n++) await page.waitForRequest(/since=/, { timeout: 10_000 })
  await clinic.send(k.dokter, k, 'Masih demam?')
  await expect(rowOf(page, 'Masih demam?')).toBeVisible()
  isSilent = false
  await clinic.send(k.dokter, k, 'Baik, lanjutkan.')
  await expect(rowOf(page, 'Baik, lanjutkan.')).toBeVisible()
})

test('a burst that scrolls past somebody who watches it come is read; what came while they looked elsewhere is not', async ({
  clinic,
  pageOf,
}) => {
  const k = await clinic.active()
  await clinic.talk(k, 40)
  await k.dokter.api.put(`/pesan/${k.id}/mark-all-read`)
  const unread = async () => (await k.dokter.api.get(`/pesan/${k.id}/unread-count`)).body.data.unread_count
  const burst = (name: string) => Promise.all(Array.from({ length: 25 }, (_, n) => clinic.send(k.pasien, k, `${name} ${n}`)))
  const dokter = await pageOf(k.dokter, pathOf(k, 'dokter'))
  await expect(rowOf(dokter, 'Pesan 40')).toBeInViewport()
  await expect(dokter.getByText('Terhubung')).toBeVisible()
  // They come in one answer, the first with anything new: most are never in the picture.
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  await dokter.route('**/api/v1/pesan/*?since=*', (route) => opened.then(() => route.continue()))
  await burst('Di depan mata')
  open()
  await expect.poll(unread).toBe(0)

  await logAwake(dokter)
  await rowOf(dokter, 'Pesan 35').scrollIntoViewIfNeeded()
  await burst('Di belakang punggung')
  await dokter.getByRole('button', { name: '25 pesan baru' }).click()
  await expect.poll(unread).toBeLessThan(25)
  await clinic.send(k.pasien, k, 'Sesudahnya')
  await expect(rowOf(dokter, 'Sesudahnya')).toBeInViewport()
  await expect(rowOf(dokter, 'Sesudahnya')).not.toHaveAttribute('data-belum')
  expect(await unread()).toBeGreaterThan(5)
})

test('a pesan that was never on the screen stays unread', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await clinic.talk(k, 60)
  await k.dokter.api.put(`/pesan/${k.id}/mark-all-read`)
  const dokter = await pageOf(k.dokter, pathOf(k, 'dokter'))
  await expect(rowOf(dokter, 'Pesan 60')).toBeInViewport()
  await logAwake(dokter)
  await rowOf(dokter, 'Pesan 35').scrollIntoViewIfNeeded()
  await clinic.send(k.pasien, k, 'Belum terlihat')
  await expect(dokter.getByRole('button', { name: '1 pesan baru' })).toBeVisible()
  await expect(rowOf(dokter, 'Belum terlihat')).not.toBeInViewport()
  expect((await k.dokter.api.get(`/pesan/${k.id}/unread-count`)).body.data.unread_count).toBe(1)
  await dokter.getByRole('button', { name: '1 pesan baru' }).click()
  await expect(rowOf(dokter, 'Belum terlihat')).toBeInViewport()
  await expect.poll(async () => (await k.dokter.api.get(`/pesan/${k.id}/unread-count`)).body.data.unread_count).toBe(0)
})
