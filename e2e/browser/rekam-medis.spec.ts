import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demand } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import type { DokumenView } from '@/lib/contract/dokumen'
import { addDays, dayInWib } from '@/lib/domain/zona'
import { breaksOf } from './axe'
import { composerOf, logAwake, logOf, pathOf, rowOf, SENT, write } from './percakapan'

const PHONE = { viewport: { width: 390, height: 844 } }

const KNOWN = { jenis_kelamin: 'P', alamat: 'Jalan Melati 5, Bandung', berat_kg: 14.5 }

const pinIn = (pdf: Buffer): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'sapa-uji-')), 'resep.pdf')
  writeFileSync(file, pdf)
  return /PIN (\d{6})/.exec(execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }))?.[1] ?? ''
}

test('a mother of two, one allergic: from the booking over a red flag to a resep that a pharmacy redeems, and the transcript', async ({
  clinic,
  page: pharmacy,
  pageOf,
}) => {
  const [ibu, dokter] = [await clinic.pasien('Ibu Sari'), await clinic.dokter(undefined, 'Anak')]
  await clinic.addProfil(ibu, { ...KNOWN, nama: 'Budi', jenis_kelamin: 'L', tanggal_lahir: '2020-05-01', alergi: [] })
  const ani = await clinic.addProfil(ibu, { ...KNOWN, nama: 'Ani', tanggal_lahir: '2022-03-14', alergi: [{ zat: 'amoksisilin' }] })

  // She books for the younger one.
  const page = await pageOf(ibu, '/pasien/konsultasi/baru', PHONE)
  await page.getByRole('radiogroup', { name: 'Untuk siapa?' }).getByText('Ani').click()
  await page.getByRole('radiogroup', { name: 'Dokter' }).getByText(dokter.nama).first().click()
  await page.getByRole('textbox', { name: 'Keluhan' }).fill('Demam sejak dua hari, masih mau minum.')
  await page.getByRole('button', { name: 'Ajukan konsultasi' }).click()
  await page.waitForURL('**/pasien/konsultasi/konsultasi_*')
  const [booked] = demand(200, await ibu.api.get('/konsultasi')) as unknown as { id: string; profil: { id: string } }[]
  expect(booked?.profil.id).toBe(ani.id)
  const k = { id: booked?.id ?? '', pasien: ibu, dokter }

  // The dokter takes it on, knows for whom it is, and is alarmed by what she writes.
  const desk = await pageOf(dokter, pathOf(k, 'dokter'))
  await desk.getByRole('button', { name: 'Terima' }).click()
  await expect(composerOf(page)).toBeEnabled()
  await logAwake(page)
  await write(page, 'dok anak saya kejang')
  await expect(page.getByRole('alert').filter({ hasText: '119' })).toBeVisible()
  await expect(rowOf(page, 'dok anak saya kejang')).toContainText(SENT)
  const alarm = desk.getByRole('alert').filter({ hasText: 'Perlu dilihat sekarang' })
  await expect(alarm).toBeVisible()
  expect(await breaksOf(page)).toEqual([])
  expect(await breaksOf(desk)).toEqual([])
  await alarm.getByRole('button', { name: 'Sudah saya lihat' }).click()

  // A resep that meets her allergy is refused by the server too; another one is issued with the end.
  const amoxsan = { nama: 'Amoxsan', jumlah: 1, satuan: 'botol', signa: '3 dd 1 cth pc' }
  const refused = await dokter.api.post(`/konsultasi/${k.id}/dokumen`, { jenis: 'resep', isi: { obat: [amoxsan] } })
  expect([refused.status, Object.keys(refused.body?.errors ?? {})]).toEqual([422, ['isi.obat.0.nama']])
  await desk.goto(`${pathOf(k, 'dokter')}/penutup`)
  await expect(desk.getByText('Alergi: amoksisilin')).toBeVisible()
  await desk.getByRole('combobox', { name: 'Diagnosis' }).fill('Demam')
  await desk.getByRole('textbox', { name: 'Rencana' }).fill('Turunkan panas')
  await desk.getByRole('textbox', { name: 'Anjuran untuk pasien' }).fill('Banyak minum')
  await desk.getByRole('button', { name: 'Resep' }).click()
  await desk.getByRole('combobox', { name: 'Nama obat' }).fill('Parasetamol')
  await desk.getByRole('textbox', { name: 'Jumlah' }).fill('1')
  await desk.getByRole('textbox', { name: 'Satuan' }).fill('botol')
  await desk.getByRole('textbox', { name: 'Signa' }).fill('3 dd 1 cth pc')
  await desk.getByRole('button', { name: 'Rencana kontrol' }).click()
  await desk.getByLabel('Tanggal kontrol').fill(addDays(dayInWib(new Date()), 3))
  await desk.getByRole('textbox', { name: 'Tujuan' }).fill('Periksa ulang')
  await desk.getByRole('button', { name: 'Terbitkan dan selesaikan' }).click()
  await desk.waitForURL(`**${pathOf(k, 'dokter')}`)

  // The conversation says what to do; she finds it among her documents, in plain words, and asks for a correction.
  await expect(logOf(page).getByText('Parasetamol: 3 kali sehari 1 sendok teh (5 ml), sesudah makan')).toBeVisible()
  expect(await breaksOf(page)).toEqual([])
  await page.goto('/pasien/dokumen')
  await expect(page.getByRole('link', { name: /Resep/ })).toContainText('untuk Ani')
  expect(await breaksOf(page)).toEqual([])
  await page.getByRole('link', { name: /Resep/ }).click()
  await expect(page.getByText('3 kali sehari 1 sendok teh (5 ml), sesudah makan')).toBeVisible()
  await page.getByRole('textbox', { name: 'Apa yang perlu dikoreksi?' }).fill('Alamat saya salah')
  await page.getByRole('button', { name: 'Minta koreksi' }).click()
  await expect(page.getByText('Menunggu dokter')).toBeVisible()
  expect(await breaksOf(page)).toEqual([])
  const [, saved] = await Promise.all([page.getByRole('link', { name: 'Unduh PDF' }).click(), page.waitForEvent('download')])
  const pin = pinIn(readFileSync(await saved.path()))
  const issued = demand<DokumenView[]>(200, await ibu.api.get(`/konsultasi/${k.id}/dokumen`))
  const resep = issued.find(({ jenis }) => jenis === 'resep')

  // Any pharmacy redeems it, once.
  await pharmacy.setViewportSize(PHONE.viewport)
  await pharmacy.goto(`/v/${resep?.kode}`)
  await pharmacy.getByRole('textbox', { name: 'PIN' }).fill(pin)
  await pharmacy.getByRole('textbox', { name: 'Nama apotek', exact: true }).fill('Apotek Sehat')
  await pharmacy.getByRole('textbox', { name: 'Nama apoteker' }).fill('apt. Rina')
  await pharmacy.getByRole('button', { name: 'Tandai ditebus' }).click()
  await expect(pharmacy.getByText('Apotek Sehat').first()).toBeVisible()
  expect(await breaksOf(pharmacy)).toEqual([])

  // The dokter answers the wish with a new version, which gives no medicine twice.
  await desk.goto(`/dokter/dokumen/${resep?.id}`)
  await expect(desk.getByText('Alamat saya salah')).toBeVisible()
  await expect(desk.getByRole('combobox', { name: 'Nama obat' })).toHaveValue('Parasetamol')
  expect(await breaksOf(desk)).toEqual([])
  await desk.getByRole('textbox', { name: 'Alasan diganti' }).fill('Alamat diperbaiki')
  const [tab, previewed] = await Promise.all([
    desk.waitForEvent('popup'),
    desk.waitForResponse((answer) => answer.url().endsWith('/dokumen/pratinjau')),
    desk.getByRole('button', { name: 'Pratinjau Resep' }).click(),
  ])
  expect(previewed.status()).toBe(200)
  await tab.close()
  await desk.getByRole('button', { name: 'Terbitkan versi baru' }).click()
  await expect(desk.getByText('Versi 2, karena: Alamat diperbaiki')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Alasan: Alamat diperbaiki')).toBeVisible()
  await expect(page.getByText('Sudah dijawab dengan versi baru atau pembatalan')).toBeVisible()
  const second = demand<DokumenView[]>(200, await ibu.api.get(`/konsultasi/${k.id}/dokumen`)).find(({ versi }) => versi === 2)
  const check = demand(200, await ibu.api.get(`/verifikasi/${second?.kode}`)) as unknown as { ditebus: unknown[] }
  expect(check.ditebus).toHaveLength(1)

  // The day of the kontrol is saved and booked, and the transcript is taken along.
  await page.goto('/pasien/dokumen')
  await page.getByRole('link', { name: /Rencana kontrol/ }).click()
  const [, calendar] = await Promise.all([page.getByRole('button', { name: 'Simpan ke kalender' }).click(), page.waitForEvent('download')])
  expect(readFileSync(await calendar.path(), 'utf8')).toContain(
    `DTSTART;VALUE=DATE:${addDays(dayInWib(new Date()), 3).replaceAll('-', '')}`,
  )
  await page.getByRole('link', { name: 'Ajukan kontrol' }).click()
  await expect(page.getByText(/Lanjutan|lanjutan/).first()).toBeVisible()
  await page.goto(pathOf(k, 'pasien'))
  await logAwake(page)
  await page.getByRole('button', { name: 'Menu percakapan' }).click()
  const [asked] = await Promise.all([
    page.context().waitForEvent('request', (request) => request.url().endsWith('/transkrip/pdf')),
    page.getByRole('menuitem', { name: 'Unduh transkrip (PDF)' }).click(),
  ])
  const transcript = await page.request.get(asked.url())
  expect(transcript.status()).toBe(200)
  expect((await transcript.body()).subarray(0, 5).toString()).toBe('%PDF-')
})
