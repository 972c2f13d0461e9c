import { expect, mailFolder, test } from '@/e2e/fixtures'
import { mailsTo } from '@/e2e/mail/mailbox'

test('who forgot the password asks for a letter, follows its link, and signs in with a new one', async ({ clinic, page }) => {
  const { email } = await clinic.pasien()
  await page.goto('/masuk')
  await page.getByRole('link', { name: 'Lupa kata sandi?' }).click()
  // Both pages have such a textbox.
  await page.getByRole('button', { name: 'Kirim tautan' }).waitFor()
  await page.getByRole('textbox', { name: 'Email' }).fill(email)
  await page.getByRole('button', { name: 'Kirim tautan' }).click()
  await expect(page.getByRole('status')).toContainText('Kalau ada akun dengan alamat itu')
  await expect.poll(() => mailsTo(mailFolder(), email).length, { timeout: 15_000 }).toBe(1)
  const link = /http\S+\/lupa-sandi#\S+/.exec(mailsTo(mailFolder(), email)[0]?.text ?? '')?.[0] ?? ''
  await page.goto(link)
  await page.getByLabel('Kata sandi baru').fill('rembulan-di-teluk-19')
  await page.getByRole('button', { name: 'Ganti kata sandi' }).click()
  await expect(page.getByText('Kata sandi Anda sudah diganti')).toBeVisible()
  expect(new URL(page.url()).hash).toBe('')
  await page.getByRole('main').getByRole('link', { name: 'Masuk' }).click()
  await page.getByRole('textbox', { name: 'Email' }).fill(email)
  await page.getByLabel('Kata sandi', { exact: true }).fill('rembulan-di-teluk-19')
  await page.getByRole('button', { name: 'Masuk' }).click()
  await expect(page).toHaveURL(/\/pasien$/)
})
