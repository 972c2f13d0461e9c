import { expect, test } from '@/e2e/fixtures'
import { expectSuccess } from '@/e2e/refusal'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { breaksOf } from './axe'
import { composerOf, logAwake, pathOf, rowOf, SENT, write } from './percakapan'

const PHONE = { viewport: { width: 360, height: 740 } }

test('a pasien answers some questions, is warned before anything is stored, and books once they have understood', async ({
  clinic,
  pageOf,
  complaints,
}) => {
  complaints.allow(/status of 409/)
  const [pasien, dokter] = [await clinic.pasien(), await clinic.dokter()]
  const page = await pageOf(pasien, '/pasien/konsultasi/baru', PHONE)
  await page.getByText(dokter.nama).click()
  await page.getByRole('textbox', { name: 'Keluhan' }).fill('Sejak tadi pagi badan tidak enak')
  const steps = page.getByRole('region', { name: 'Beberapa pertanyaan singkat' })
  await expect(steps).toContainText('Pertanyaan 1 dari')
  await steps.getByRole('button', { name: 'Lewati' }).click()
  // A keyboard chooses with its keys and goes on with the button.
  await steps.getByRole('radiogroup', { name: /sesak/ }).getByRole('radio', { name: 'Ya' }).press('Space')
  await expect(steps.getByRole('radiogroup', { name: /sesak/ })).toBeVisible()
  await steps.getByRole('button', { name: 'Lanjut' }).press('Enter')
  // One tap, and the next question is there.
  await steps.getByRole('radiogroup', { name: /dada/ }).getByText('Tidak').click()
  await expect(steps.getByRole('radiogroup', { name: /mencong/ })).toBeVisible()
  await steps.getByRole('button', { name: 'Sebelumnya' }).click()
  await expect(steps.getByRole('radio', { name: 'Tidak' })).toBeChecked()
  expect(await breaksOf(page)).toEqual([])

  await page.getByRole('button', { name: 'Ajukan konsultasi' }).click()
  const warning = page.getByRole('alert').filter({ hasText: 'Ada tanda yang mungkin gawat' })
  await expect(warning).toContainText('sesak atau sulit bernapas')
  await expect(warning.getByRole('link', { name: 'Telepon 119' })).toHaveAttribute('href', 'tel:119')
  expect((await pasien.api.get('/konsultasi')).body.data).toEqual([])
  expect(await breaksOf(page)).toEqual([])
  await warning.getByRole('button', { name: 'Saya paham' }).click()
  await page.waitForURL('**/pasien/konsultasi/konsultasi_*')
  const [booked] = expectSuccess(await pasien.api.get<KonsultasiView[]>('/konsultasi'))
  expect(booked).toMatchObject({ bahaya: [{ kode: 'sesak_napas', asal: 'jawaban' }], triase: { tingkat: 'merah' } })
  expect(booked?.triase?.jawaban.map(({ kode, jawaban }) => [kode, jawaban])).toEqual([
    ['sesak', true],
    ['nyeri_dada', false],
  ])
})

test('what a pasien writes brings a card that stays, and to the dokter an alarm until they have seen it', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const [pasien, dokter] = [await pageOf(k.pasien, pathOf(k, 'pasien'), PHONE), await pageOf(k.dokter, pathOf(k, 'dokter'))]
  await logAwake(pasien)
  await logAwake(dokter)
  await expect(composerOf(pasien)).toBeEnabled()
  await write(pasien, 'dok dada saya sakit sekali')

  const card = pasien.getByRole('alert').filter({ hasText: 'jangan tunggu jawaban' })
  await expect(card).toContainText('nyeri atau rasa tertekan di dada')
  await expect(card.getByRole('link', { name: 'Telepon 119' })).toHaveAttribute('href', 'tel:119')
  await expect(rowOf(pasien, 'dok dada saya sakit sekali')).toContainText(SENT)
  expect(await breaksOf(pasien)).toEqual([])

  const alarm = dokter.getByRole('alert').filter({ hasText: 'Perlu dilihat sekarang' })
  await expect(alarm).toContainText('nyeri atau rasa tertekan di dada')
  await expect(rowOf(dokter, 'dok dada saya sakit sekali')).toContainText('Tanda bahaya: nyeri atau rasa tertekan di dada')
  await expect(dokter).toHaveTitle(/❗/)
  expect(await breaksOf(dokter)).toEqual([])

  const list = await pageOf(k.dokter, '/dokter/konsultasi', PHONE)
  await expect(list.getByRole('link', { name: /Perlu dilihat sekarang: nyeri atau rasa tertekan di dada/ })).toBeVisible()
  await expect(list).toHaveTitle(/❗/)
  expect(await breaksOf(list)).toEqual([])

  await card.getByRole('button', { name: 'Bukan begitu' }).click()
  await expect(card).toHaveCount(0)
  await expect(pasien.getByText('Anda bilang bukan begitu').first()).toBeVisible()
  await expect(pasien.getByRole('link', { name: 'Telepon 119' })).toBeVisible()
  await expect(alarm).toContainText('pasien bilang bukan begitu')

  await alarm.getByRole('button', { name: 'Sudah saya lihat' }).click()
  await expect(alarm).toHaveCount(0)
  await expect(dokter).not.toHaveTitle(/❗/)
  await expect(dokter.getByText('1 tanda bahaya sudah Anda lihat')).toBeVisible()
  await expect(list.getByText('Perlu dilihat sekarang')).toHaveCount(0)

  await pasien.reload()
  await expect(pasien.getByText('Anda bilang bukan begitu').first()).toBeVisible()
})

test('an admin sees every rule with its source and what became of it', async ({ clinic, pageOf }) => {
  const page = await pageOf(await clinic.admin(), '/admin/tanda-bahaya', PHONE)
  const row = page.getByRole('row', { name: /gigitan ular/ })
  await expect(row).toContainText('Permenkes 47/2018')
  await expect(page.getByRole('columnheader')).toHaveText([
    'Aturan',
    'Muncul',
    'Dilihat dokter',
    'Biasanya dilihat setelah',
    'Disangkal pasien',
  ])
})
