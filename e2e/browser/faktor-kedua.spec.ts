import { TOTP } from 'otpauth'
import { PASSWORD } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'

test('a second factor is set up on the page and then asked for at the door, where a recovery code opens too', async ({
  clinic,
  pageOf,
  page,
  complaints,
}) => {
  // Wrong codes, on purpose.
  complaints.allow(/status of (401|422)/)
  const person = await clinic.pasien()
  const own = await pageOf(person, '/pasien')
  await own.getByRole('link', { name: 'Akun saya' }).click()
  await own.getByRole('link', { name: 'Keamanan' }).click()
  await own.getByRole('button', { name: 'Pasang' }).click()
  await own.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD)
  await own.keyboard.press('Enter')
  await expect(own.getByRole('img', { name: 'Kode QR untuk aplikasi autentikator' }).locator('path')).toBeVisible()
  const totp = new TOTP({ secret: ((await own.locator('code').textContent()) ?? '').replaceAll(' ', '') })
  await own.getByLabel('Kode dari aplikasi').fill('000000')
  await own.keyboard.press('Enter')
  await expect(own.getByText('Kode ini tidak cocok atau sudah dipakai')).toBeVisible()
  await own.getByLabel('Kode dari aplikasi').fill(totp.generate())
  await own.keyboard.press('Enter')
  const codes = own.getByRole('list', { name: 'Kode pemulihan' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  const [recovery = '', another = ''] = await codes.allInnerTexts()
  await own.getByRole('button', { name: 'Sudah saya simpan' }).click()
  await expect(own.getByText('10 kode pemulihan tersisa.')).toBeVisible()

  await page.goto('/masuk?callbackUrl=/akun/keamanan')
  await page.getByRole('textbox', { name: 'Email' }).fill(person.email)
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Masuk' }).click()
  await expect(page.getByLabel('Kode dari aplikasi')).toBeFocused()
  await page.keyboard.type('000000')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Kode itu tidak cocok' })).toBeVisible()
  await page.getByRole('button', { name: 'Pakai kode pemulihan' }).click()
  await page.getByLabel('Kode pemulihan').fill(recovery)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/akun\/keamanan$/)
  // A page that has only been drawn opens no dialog yet.
  await page.waitForLoadState()
  await expect(page.getByText('9 kode pemulihan tersisa.')).toBeVisible()

  await page.getByRole('button', { name: 'Matikan' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Pakai kode pemulihan' }).click()
  await dialog.getByLabel('Kode pemulihan').fill(another)
  await dialog.getByRole('button', { name: 'Matikan' }).click()
  await expect(page.getByText('Belum dipasang')).toBeVisible()
})
