import { expect, test } from '@/e2e/fixtures'
import { composerOf, pathOf, rowOf } from './percakapan'

test('a draft is the same in two tabs: not wiped by the one that is only looked at, and gone from both when one has sent it', async ({
  clinic,
  browserOf,
}) => {
  const k = await clinic.active()
  const context = await browserOf(k.pasien)
  const [writing, looking] = [await context.newPage(), await context.newPage()]
  for (const page of [writing, looking]) {
    await page.goto(pathOf(k, 'pasien'))
    await expect(composerOf(page)).toBeEnabled()
  }
  await composerOf(writing).pressSequentially('Masih demam, Dok')
  await composerOf(looking).focus()
  await composerOf(looking).blur()
  await expect(composerOf(looking)).toHaveValue('Masih demam, Dok')
  await writing.reload()
  await expect(composerOf(writing)).toHaveValue('Masih demam, Dok')

  await composerOf(writing).press('Enter')
  await expect(rowOf(writing, 'Masih demam, Dok')).toContainText('Terkirim')
  await expect(composerOf(looking)).toHaveValue('')
  await composerOf(looking).focus()
  await composerOf(looking).blur()
  await writing.reload()
  await expect(rowOf(writing, 'Masih demam, Dok')).toBeVisible()
  await expect(composerOf(writing)).toHaveValue('')
  expect((await k.dokter.api.get(`/pesan/${k.id}`)).body.data).toHaveLength(1)
})
