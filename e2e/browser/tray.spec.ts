import { sidewaysPhoto } from '@/e2e/berkas/gambar'
import { expect, test } from '@/e2e/fixtures'
import { composerOf, logAwake, pathOf, rowOf, write } from './percakapan'

test('what was chosen and cannot be shown does not go with the next words, and is there when it can', async ({
  clinic,
  pageOf,
  complaints,
}) => {
  complaints.allow(/ERR_FAILED|Failed to load|chunk/i)
  const k = await clinic.active()
  const page = await pageOf(k.pasien)
  // The script of the tray, and only that, does not come.
  let isCut = true
  await page.route('**/_next/static/**/*.js', async (route) => {
    const answer = await route.fetch()
    if (isCut && (await answer.text()).includes('lampiran.tolak')) await route.abort()
    else await route.fulfill({ response: answer })
  })
  await page.goto(pathOf(k, 'pasien'))
  await logAwake(page)
  const buffer = await sidewaysPhoto(600, 400)
  await page.getByRole('button', { name: 'Lampirkan' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('menuitem', { name: 'Pilih foto atau berkas' }).click()
  await (await chooser).setFiles([{ name: 'ruam.jpg', mimeType: 'image/jpeg', buffer }])
  await expect(page.getByRole('alert').filter({ hasText: 'belum bisa ditampilkan' })).toBeVisible()
  await write(page, 'Terima kasih dok')
  await expect(rowOf(page, 'Terima kasih dok')).toContainText('Terkirim')
  const sent = async () => (await k.dokter.api.get(`/pesan/${k.id}`)).body.data.map(({ tipe_pesan }) => tipe_pesan)
  expect(await sent()).toEqual(['text'])
  isCut = false
  // The button brings it, unless something else has asked for it already.
  const [again, chosen] = [
    page.getByRole('button', { name: 'Coba lagi' }),
    page.getByRole('list', { name: 'Lampiran' }).getByRole('listitem'),
  ]
  await expect(async () => {
    if (await again.isVisible()) await again.click({ timeout: 1000 })
    await expect(chosen).toHaveCount(1, { timeout: 1000 })
  }).toPass()
  await composerOf(page).press('Enter')
  await expect.poll(sent).toEqual(['text', 'image'])
})
