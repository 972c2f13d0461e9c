import { expect, test } from '@/e2e/fixtures'
import { pathOf, rowOf } from './percakapan'

test('a pasien finds what was said long ago, and goes to its place in the conversation', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await clinic.send(k.dokter, k, 'Minum amoksisilin tiga kali sehari')
  await clinic.talk(k, 60)
  const page = await pageOf(k.pasien, '/pasien')
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name: 'Cari' }).click()
  await page.getByRole('searchbox', { name: 'Kata yang dicari' }).fill('amoks diminum')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Hasil untuk “amoks diminum”' })).toBeVisible()
  await expect(page.locator('mark')).toHaveText(['Minum', 'amoksisilin'])
  await page.getByRole('link', { name: /amoksisilin/ }).click()
  await expect(rowOf(page, 'Minum amoksisilin tiga kali sehari')).toBeInViewport()
})

test('a dokter searches within one conversation, then everywhere, by person and by date', async ({ clinic, pageOf }) => {
  const dokter = await clinic.dokter()
  const [k, other] = [await clinic.active({ dokter }), await clinic.active({ dokter })]
  for (const one of [k, other]) await clinic.send(one.pasien, one, `Batuk, kata ${one.pasien.nama}`)
  const page = await pageOf(dokter, pathOf(k, 'dokter'))
  const found = page.getByRole('main').getByRole('listitem').getByRole('link')
  await page.getByRole('link', { name: 'Cari di konsultasi ini' }).click()
  await page.getByRole('searchbox', { name: 'Cari di konsultasi ini' }).fill('meriang')
  await page.getByRole('link', { name: 'Pencarian lengkap' }).click()
  // The list beside the conversation has a search of its own, by name.
  await page.waitForURL(/\/dokter\/cari/)
  await page.getByRole('searchbox').fill('batuk')
  await page.getByRole('button', { name: 'Cari' }).click()
  await expect(found).toHaveText([new RegExp(k.pasien.nama)])
  await page.getByRole('link', { name: 'Cari di semua' }).click()
  await expect(found).toHaveCount(2)
  await page.getByText('Filter menurut orang dan tanggal').click()
  await page.getByRole('combobox', { name: 'Ditulis oleh' }).selectOption({ label: other.pasien.nama })
  await page.getByRole('button', { name: 'Cari' }).click()
  await expect(found).toHaveText([new RegExp(other.pasien.nama)])
  await page.getByLabel('Sampai tanggal').fill('2020-01-31')
  await page.getByRole('button', { name: 'Cari' }).click()
  await expect(page.getByRole('status')).toContainText('Tidak ada pesan yang cocok')
})

test('searching works before any script has run', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await clinic.send(k.pasien, k, 'Ruam merah di <lengan>')
  const page = await pageOf(k.pasien, '/pasien/cari', { javaScriptEnabled: false })
  await page.getByRole('searchbox').fill('lengan')
  await page.getByRole('button', { name: 'Cari' }).click()
  await expect(page.getByRole('main').getByRole('listitem')).toContainText('Anda: Ruam merah di <lengan>')
})
