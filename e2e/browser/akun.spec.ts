import { mark, PASSWORD } from '@/e2e/clinic'
import { expect, mailFolder, test } from '@/e2e/fixtures'
import { confirmationsTo } from '@/e2e/mail/mailbox'
import { addDays, dayInWib } from '@/lib/domain/zona'

test('who ends another session of theirs in the list puts that browser out, and stays in', async ({ clinic, pageOf, browserOf }) => {
  const person = await clinic.pasien()
  await person.api.post('/auth/logout')
  const lost = await browserOf(person)
  const page = await pageOf(person, '/akun/keamanan')
  const rows = page.getByRole('list', { name: 'Perangkat yang masuk' }).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await rows.filter({ hasNotText: 'Perangkat ini' }).getByRole('button', { name: 'Akhiri' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Sesi sudah diakhiri' })).toBeVisible()
  await expect(rows).toHaveCount(1)
  expect((await lost.request.get('/api/v1/auth/me')).status()).toBe(401)
  const theirs = await lost.newPage()
  await theirs.goto('/pasien/konsultasi')
  await expect(theirs).toHaveURL(/\/masuk\?callbackUrl=%2Fpasien%2Fkonsultasi$/)
  expect((await page.request.get('/api/v1/auth/me')).status()).toBe(200)
})

test('who wants another address asks on the page, follows the letter to it, and signs in with it', async ({
  clinic,
  pageOf,
  complaints,
}) => {
  // A wrong password, on purpose.
  complaints.allow(/status of 422/)
  const person = await clinic.pasien()
  const wanted = `${mark()}@uji.test`
  const page = await pageOf(person, '/akun')
  await page.getByRole('button', { name: 'Ganti email' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ganti email' })
  await dialog.getByLabel('Email baru').fill(wanted)
  await dialog.getByLabel('Kata sandi', { exact: true }).fill('bukan-kata-sandinya')
  await dialog.getByRole('button', { name: 'Kirim tautan' }).click()
  await expect(dialog.getByLabel('Kata sandi', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Kirim tautan' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: `Tautan sudah dikirim ke ${wanted}` })).toBeVisible()

  await expect.poll(() => confirmationsTo(mailFolder(), wanted).length, { timeout: 15_000 }).toBe(1)
  const link = /http\S+\/konfirmasi-email#\S+/.exec(confirmationsTo(mailFolder(), wanted)[0]?.text ?? '')?.[0] ?? ''
  await page.goto(link)
  await page.getByRole('button', { name: 'Konfirmasi email' }).click()
  await expect(page.getByRole('status')).toContainText('Alamat email Anda sudah dikonfirmasi')
  expect(new URL(page.url()).hash).toBe('')
  await page.goto('/akun')
  await expect(page.getByRole('definition').filter({ hasText: wanted })).toContainText('Terkonfirmasi')
  await clinic.signIn(wanted, PASSWORD)
})

test('who takes their consent back and closes the account is out for good, and their address is nowhere to be found', async ({
  clinic,
  pageOf,
  complaints,
}) => {
  // The sign-in that is refused at the end.
  complaints.allow(/status of 401/)
  const person = await clinic.pasien()
  const page = await pageOf(person, '/akun/data')
  const consent = page.getByRole('region', { name: 'Persetujuan' })
  await consent.getByRole('button', { name: 'Saya setuju' }).click()
  await expect(consent.getByRole('status')).toContainText('Anda menyetujui versi')
  await consent.getByRole('button', { name: 'Tarik persetujuan' }).click()
  await expect(consent.getByRole('status')).toContainText('Anda menarik persetujuan')
  await consent.getByRole('button', { name: 'Saya setuju' }).click()
  await expect(consent.getByRole('status')).toContainText('Anda menyetujui versi')

  await page.getByRole('button', { name: 'Tutup akun' }).click()
  const dialog = page.getByRole('dialog', { name: 'Tutup akun ini?' })
  await dialog.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Tutup akun' }).click()
  await expect(page).toHaveURL(/\/masuk$/)
  await page.getByRole('textbox', { name: 'Email' }).fill(person.email)
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'tidak cocok' })).toBeVisible()
  const { text } = await (await clinic.admin()).api.get(`/admin/pengguna?q=${encodeURIComponent(person.nama)}`)
  expect(text).toContain(person.id)
  expect(text).not.toContain(person.email)
})

test('a dokter is told thirty days before their SIP ends, and no more once it is renewed', async ({ clinic, pageOf }) => {
  const dokter = await clinic.dokter()
  await clinic.setSip(dokter, addDays(dayInWib(new Date()), 30))
  const page = await pageOf(dokter, '/dokter')
  const notice = page.getByText('SIP Anda segera habis')
  await expect(notice).toBeVisible()
  await clinic.setSip(dokter, addDays(dayInWib(new Date()), 365))
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Menunggu jawaban Anda' })).toBeVisible()
  await expect(notice).toHaveCount(0)
})
