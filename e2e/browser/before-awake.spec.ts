import { demand } from '@/e2e/clinic'
import { KNOWN } from '@/e2e/dokumen'
import { expect, test } from '@/e2e/fixtures'
import type { DokumenView } from '@/lib/contract/dokumen'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { holdUp, pathOf } from './percakapan'

/** The scripts of a page: none of it is awake before they have come. */
const SCRIPTS = '**/_next/static/**/*.js'

test('whom a mother chooses before the page is awake is for whom she books, and what she fills in is theirs', async ({
  clinic,
  pageOf,
}) => {
  const [ibu, dokter] = [await clinic.pasien('Ibu Sari'), await clinic.dokter()]
  const ani = await clinic.addProfil(ibu)
  const page = await pageOf(ibu)
  const wake = await holdUp(page, SCRIPTS)
  await page.goto('/pasien/konsultasi/baru', { waitUntil: 'commit' })
  await page.getByRole('radiogroup', { name: 'Untuk siapa?' }).getByText('Ani').click()
  await page.getByRole('radiogroup', { name: 'Dokter' }).getByText(dokter.nama).click()
  await page.getByRole('textbox', { name: 'Keluhan' }).fill('Demam sejak dua hari, masih mau minum.')
  wake()
  const missing = page.getByRole('group', { name: 'Lengkapi data Ani' })
  await missing.getByRole('combobox', { name: 'Alergi' }).selectOption('Ada')
  await missing.getByRole('textbox', { name: 'Alergi terhadap apa' }).fill('amoksisilin')
  await page.getByRole('button', { name: 'Ajukan konsultasi' }).click()
  await page.waitForURL('**/pasien/konsultasi/konsultasi_*')
  const [booked] = demand<KonsultasiView[]>(200, await ibu.api.get('/konsultasi'))
  expect(booked).toMatchObject({ keluhan: 'Demam sejak dua hari, masih mau minum.', profil: { id: ani.id }, dokter: { id: dokter.id } })
  const profil = demand<{ id: string; alergi: { zat: string }[] | null }[]>(200, await ibu.api.get('/profil'))
  expect(profil.map(({ alergi }) => alergi?.map(({ zat }) => zat) ?? null)).toEqual([null, ['amoksisilin']])
})

test('a booking that is sent before the page is awake is for whom it says', async ({ clinic, pageOf }) => {
  const [ibu, dokter] = [await clinic.pasien('Ibu Sari'), await clinic.dokter()]
  await clinic.addProfil(ibu, KNOWN)
  const [sari] = demand<{ id: string }[]>(200, await ibu.api.get('/profil'))
  const page = await pageOf(ibu)
  const wake = await holdUp(page, SCRIPTS)
  await page.goto('/pasien/konsultasi/baru', { waitUntil: 'commit' })
  await page.getByRole('textbox', { name: 'Keluhan' }).fill('Demam sejak dua hari, masih mau minum.')
  await page.getByRole('radiogroup', { name: 'Dokter' }).getByText(dokter.nama).click()
  // Thought better of it, by keyboard: the first choice counts no more.
  await page.getByRole('radiogroup', { name: 'Untuk siapa?' }).getByText('Ani').click()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  wake()
  await page.waitForURL('**/pasien/konsultasi/konsultasi_*')
  const [booked] = demand<KonsultasiView[]>(200, await ibu.api.get('/konsultasi'))
  expect(booked?.profil.id).toBe(sari?.id)
})

test('a refusal that an admin sends before the page is awake refuses', async ({ clinic, browserOf }) => {
  const [dokter, admin] = [await clinic.unverifiedDokter(), await clinic.admin()]
  const page = await (await browserOf(admin)).newPage()
  const wake = await holdUp(page, SCRIPTS)
  await page.goto(`/admin/dokter/${dokter.id}`, { waitUntil: 'commit' })
  await page.getByRole('textbox', { name: 'Alasan' }).fill('STR tidak terbaca')
  await page.getByRole('button', { name: 'Tolak' }).click()
  wake()
  await expect(page.getByText(`Verifikasi ${dokter.nama} ditolak`)).toBeVisible()
  const booked = await (await clinic.pasien()).api.post('/konsultasi', { dokter_id: dokter.id, keluhan: 'Batuk sejak tiga hari.' })
  expect(booked.status).toBeGreaterThanOrEqual(400)
})

test('what a dokter types before the page is awake goes below the draft that they had', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const page = await pageOf(k.dokter, `${pathOf(k, 'dokter')}/penutup`)
  const rencana = page.getByRole('textbox', { name: 'Rencana' })
  await rencana.fill('Kontrol tiga hari lagi')
  await page.waitForFunction(() => Object.values(localStorage).some((kept) => String(kept).includes('Kontrol tiga hari lagi')))
  const wake = await holdUp(page, SCRIPTS)
  await page.reload({ waitUntil: 'commit' })
  await rencana.fill('Kompres hangat')
  wake()
  await expect(rencana).toHaveValue('Kontrol tiga hari lagi\nKompres hangat')
})

test('what a dokter types and unticks before the page is awake is what is issued', async ({ clinic, pageOf }) => {
  const pasien = await clinic.pasien()
  const { id } = await clinic.addProfil(pasien, KNOWN)
  const k = await clinic.active({ pasien, more: { profil_id: id } })
  const page = await pageOf(k.dokter)
  const wake = await holdUp(page, SCRIPTS)
  await page.goto(`${pathOf(k, 'dokter')}/penutup`, { waitUntil: 'commit' })
  await page.getByRole('textbox', { name: 'Subjektif' }).fill('Pilek')
  await page.getByRole('combobox', { name: 'Diagnosis' }).fill('Nasofaringitis akut')
  const anjuran = page.getByRole('textbox', { name: 'Anjuran untuk pasien' })
  await anjuran.fill('Banyak minum, tidur')
  await anjuran.press('Home')
  await page.keyboard.type('Ya: ')
  await page.getByRole('checkbox', { name: 'Layak ditangani jarak jauh' }).uncheck()
  await anjuran.focus()
  wake()
  await page.getByRole('textbox', { name: 'Alasan tidak layak' }).waitFor()
  await page.keyboard.type('banyak ')
  await page.getByRole('textbox', { name: 'Alasan tidak layak' }).fill('Perlu diperiksa langsung')
  await page.getByRole('textbox', { name: 'Rencana' }).fill('Rujuk')
  await page.getByRole('button', { name: 'Terbitkan dan selesaikan' }).click()
  await page.waitForURL(`**${pathOf(k, 'dokter')}`)
  const [ringkasan] = demand<DokumenView[]>(200, await k.dokter.api.get(`/konsultasi/${k.id}/dokumen`))
  expect(ringkasan?.isi).toMatchObject({
    subjektif: 'Pilek',
    diagnosa: [{ nama: 'Nasofaringitis akut' }],
    rencana: 'Rujuk',
    anjuran: 'Ya: banyak Banyak minum, tidur',
    layak_jarak_jauh: false,
    alasan_tidak_layak: 'Perlu diperiksa langsung',
  })
})
