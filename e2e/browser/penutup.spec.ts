import type { Page } from '@playwright/test'
import { type Clinic, demand, type Konsultasi } from '@/e2e/clinic'
import { KNOWN } from '@/e2e/dokumen'
import { expect, test } from '@/e2e/fixtures'
import type { DokumenView } from '@/lib/contract/dokumen'
import { breaksOf } from './axe'
import { logAwake, logOf, pathOf } from './percakapan'

async function withChild(clinic: Clinic, more: object = {}): Promise<Konsultasi> {
  const pasien = await clinic.pasien('Ibu Sari')
  const { id } = await clinic.addProfil(pasien, { ...KNOWN, ...more })
  return clinic.active({ pasien, keluhan: 'Demam sejak dua hari, masih mau minum', more: { profil_id: id, jawaban: { kejang: false } } })
}

const closingPage = (k: Konsultasi) => `${pathOf(k, 'dokter')}/penutup`
const issuedIn = async (k: Konsultasi) => demand<DokumenView[]>(200, await k.dokter.api.get(`/konsultasi/${k.id}/dokumen`))

async function writeRingkasan(page: Page) {
  const part = page.getByRole('region', { name: 'Ringkasan' })
  await part.getByRole('combobox', { name: 'Diagnosis' }).fill('Nasofaringitis akut')
  await part.getByRole('textbox', { name: 'Rencana' }).fill('Obat penurun panas')
  await part.getByRole('textbox', { name: 'Anjuran untuk pasien' }).fill('Banyak minum dan istirahat')
}

test('a dokter writes ringkasan and resep on one page, by keyboard, is warned beside the field, issues all and completes', async ({
  clinic,
  pageOf,
}) => {
  const k = await withChild(clinic)
  const page = await pageOf(k.dokter, pathOf(k, 'dokter'))
  await logAwake(page)
  await page.getByRole('button', { name: 'Selesaikan' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Tulis ringkasan dan dokumen' }).click()
  await page.waitForURL('**/penutup')
  await expect(page.getByText('Ani, 4 th')).toBeVisible()
  await expect(page.getByText('Alergi: amoksisilin')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Subjektif' })).toHaveValue(/Demam sejak dua hari[\s\S]*kejang[\s\S]*Tidak/)
  await writeRingkasan(page)

  await page.getByRole('button', { name: 'Resep' }).press('Enter')
  const resep = page.getByRole('region', { name: 'Resep' })
  await expect(resep.getByText('Interaksi antarobat tidak diperiksa oleh sistem ini.')).toBeVisible()
  const obat = resep.getByRole('group', { name: 'Obat 1' })
  const nama = obat.getByRole('combobox', { name: 'Nama obat' })
  await nama.fill('kodein')
  await expect(obat.getByText('tidak dapat diresepkan')).toBeVisible()
  await nama.fill('Amoxsan')
  await expect(nama).toHaveAttribute('aria-invalid')
  await expect(obat.getByText('Pasien alergi amoksisilin.')).toBeVisible()
  await expect(obat.getByRole('textbox', { name: 'Alasan tetap memberi meski alergi amoksisilin' })).toBeVisible()
  await nama.fill('')
  await nama.pressSequentially('paracetamol syr 120')
  await expect(obat.getByRole('option')).toHaveText(['parasetamol sirup 120 mg/5 ml'])
  expect(await breaksOf(page)).toEqual([])
  await nama.press('ArrowDown')
  await nama.press('Enter')
  await expect(nama).toHaveValue('parasetamol')
  await expect(nama).not.toHaveAttribute('aria-invalid')
  await expect(obat.getByRole('option')).toHaveCount(0)
  await expect(obat.getByRole('textbox', { name: 'Kekuatan' })).toHaveValue('120 mg/5 ml')
  await expect(obat.getByRole('textbox', { name: 'Bentuk' })).toHaveValue('sirup')
  await expect(obat.getByRole('textbox', { name: 'Satuan' })).toHaveValue('botol')
  await obat.getByRole('textbox', { name: 'Jumlah' }).fill('1')
  await obat.getByRole('textbox', { name: 'Signa' }).fill('3 dd 1 cth pc')
  await expect(obat.getByText('Dibaca pasien: 3 kali sehari 1 sendok teh (5 ml), sesudah makan')).toBeVisible()
  expect(await breaksOf(page)).toEqual([])

  const [tab, previewed] = await Promise.all([
    page.waitForEvent('popup'),
    page.waitForResponse((answer) => answer.url().endsWith('/dokumen/pratinjau')),
    resep.getByRole('button', { name: 'Pratinjau Resep' }).press('Enter'),
  ])
  expect(previewed.status()).toBe(200)
  await tab.close()
  expect(await issuedIn(k)).toEqual([])

  await page.getByRole('button', { name: 'Terbitkan dan selesaikan' }).press('Enter')
  await page.waitForURL(`**${pathOf(k, 'dokter')}`)
  await expect(logOf(page).getByRole('link', { name: 'Ringkasan konsultasi' })).toBeVisible()
  const issued = await issuedIn(k)
  expect(issued.map(({ jenis }) => jenis).sort()).toEqual(['resep', 'ringkasan'])
  expect(demand(200, await k.pasien.api.get(`/konsultasi/${k.id}`))).toMatchObject({
    status: 'completed',
    catatan_penutup: 'Banyak minum dan istirahat',
  })
})

test('a lost answer issues nothing twice, and what is refused is told at its field', async ({ clinic, complaints, pageOf }) => {
  complaints.allow(/Failed to load resource|status of 422/)
  const k = await withChild(clinic)
  const page = await pageOf(k.dokter, closingPage(k))
  await writeRingkasan(page)
  await page.getByRole('button', { name: 'Permintaan laboratorium' }).click()
  const lab = page.getByRole('region', { name: 'Permintaan laboratorium' })
  await page.getByRole('button', { name: 'Terbitkan dan selesaikan' }).click()
  await expect(lab.getByRole('textbox', { name: 'Pemeriksaan' })).toBeFocused()
  await expect(lab.getByRole('alert')).toContainText('Belum ada yang terbit')
  await lab.getByRole('textbox', { name: 'Pemeriksaan' }).fill('Darah lengkap')

  await page.route(
    '**/dokumen',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await page.getByRole('button', { name: 'Terbitkan dan selesaikan' }).click()
  await expect(lab.getByRole('alert')).toContainText('tidak akan terbit dua kali')
  expect(await issuedIn(k)).toHaveLength(1)
  await page.route(
    '**/selesaikan',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await page.getByRole('button', { name: 'Terbitkan dan selesaikan' }).click()
  await page.waitForURL(`**${pathOf(k, 'dokter')}`)
  expect((await issuedIn(k)).map(({ jenis }) => jenis)).toEqual(['lab', 'ringkasan'])
})

test('where all was issued before, the button says that it only ends the konsultasi', async ({ clinic, pageOf }) => {
  const k = await withChild(clinic)
  await clinic.issue(k, {
    jenis: 'ringkasan',
    isi: { subjektif: 'Demam', diagnosa: [{ nama: 'Demam', utama: true }], rencana: 'Pantau', anjuran: 'Minum', layak_jarak_jauh: true },
  })
  const page = await pageOf(k.dokter, closingPage(k))
  await page.getByRole('button', { name: 'Selesaikan konsultasi' }).click()
  await page.waitForURL(`**${pathOf(k, 'dokter')}`)
  expect((await issuedIn(k)).map(({ jenis }) => jenis)).toEqual(['ringkasan'])
  expect(demand<{ status: string }>(200, await k.dokter.api.get(`/konsultasi/${k.id}`)).status).toBe('completed')
})

test('what is written there is kept like every draft, and goes when it was issued', async ({ clinic, pageOf }) => {
  const k = await withChild(clinic, { alamat: null })
  const page = await pageOf(k.dokter, closingPage(k))
  await writeRingkasan(page)
  await page.getByRole('button', { name: 'Resep' }).click()
  await expect(page.getByRole('region', { name: 'Resep' }).getByText('Profil belum lengkap untuk resep')).toBeVisible()
  await page.getByRole('combobox', { name: 'Nama obat' }).fill('Zinc')
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Nama obat' })).toHaveValue('Zinc')
  await page.getByRole('button', { name: 'Buang Resep' }).click()
  await page.getByRole('button', { name: 'Rencana kontrol' }).click()
  await page.getByLabel('Tanggal kontrol').fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10))
  await page.getByRole('textbox', { name: 'Tujuan' }).fill('Periksa ulang')
  await page.getByRole('button', { name: 'Terbitkan tanpa menyelesaikan' }).click()
  await page.waitForURL(`**${pathOf(k, 'dokter')}`)
  expect((await issuedIn(k)).map(({ jenis }) => jenis)).toEqual(['kontrol'])
  await page.goto(closingPage(k))
  await expect(page.getByRole('textbox', { name: 'Rencana' })).toHaveValue('Obat penurun panas')
  await page.getByRole('button', { name: 'Terbitkan dan selesaikan' }).click()
  await page.waitForURL(`**${pathOf(k, 'dokter')}`)
  await page.goto(closingPage(k))
  await expect(page.getByText('tidak sedang berlangsung')).toBeVisible()
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('penutup')))).toEqual([])
})

test('on a telephone no field of it lies over another', async ({ clinic, pageOf }) => {
  const k = await withChild(clinic)
  const page = await pageOf(k.dokter, closingPage(k), { viewport: { width: 390, height: 844 } })
  const kinds = ['Resep', 'Surat rujukan', 'Surat keterangan sakit', 'Rencana kontrol', 'Permintaan laboratorium']
  for (const name of kinds) await page.getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('button', { name: 'Buang Permintaan laboratorium' })).toBeVisible()
  const over = await page.getByRole('main').evaluate((main) => {
    const fields = [...main.querySelectorAll('input, select, textarea')].map((field) => ({ field, box: field.getBoundingClientRect() }))
    const isOver = (a: DOMRect, b: DOMRect) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
    return fields.flatMap(({ field, box }, at) =>
      fields.slice(at + 1).flatMap((other) => (isOver(box, other.box) ? [`${field.outerHTML} / ${other.field.outerHTML}`] : [])),
    )
  })
  expect(over).toEqual([])
})
