import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures'
import { breaksOf } from './axe'
import { logOf, pathOf, rowOf } from './percakapan'

async function visit(page: Page, path: string): Promise<Page> {
  await page.goto(path)
  await page.getByRole('main').waitFor()
  return page
}

/** What each of these pages breaks, one after the other in one browser. */
async function expectNoBreaks(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) expect.soft(await breaksOf(await visit(page, path)), path).toEqual([])
}

test('pages for nobody in particular break no rule of WCAG 2.2 AA', async ({ page, complaints }) => {
  complaints.allow(/status of 404 .*tidak-ada/)
  await expectNoBreaks(page, ['/', '/masuk', '/daftar', '/daftar?peran=dokter', '/daftar/terkirim', '/tidak-ada'])
})

test('pages of a pasien break no rule of WCAG 2.2 AA', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await clinic.talk(k, 6)
  await expectNoBreaks(await pageOf(k.pasien), ['/pasien', '/pasien/konsultasi', '/pasien/cari?q=pesan&dari=2026-01-01', '/akun/kabar'])
})

test('/pasien/konsultasi/baru breaks no rule of WCAG 2.2 AA', async ({ clinic, pageOf }) => {
  const { pasien, dokter } = await clinic.booked()
  const page = await visit(await pageOf(pasien), '/pasien/konsultasi/baru')
  // Every dokter of all tests is in that list, each a card like the others: few of them are looked at.
  const search = page.getByRole('searchbox', { name: 'Cari nama atau spesialisasi' })
  if (await search.isVisible()) await search.fill(dokter.nama)
  await expect(page.getByRole('radio', { name: dokter.nama })).toBeVisible()
  expect(await breaksOf(page)).toEqual([])
})

test('pages of a dokter break no rule of WCAG 2.2 AA', async ({ clinic, pageOf }) => {
  const { dokter } = await clinic.booked()
  const desk = ['/dokter', '/dokter/konsultasi', '/dokter/konsultasi?saring=ditandai&q=x', '/dokter/cari', '/dokter/jadwal']
  await expectNoBreaks(await pageOf(dokter), [...desk, '/dokter/balasan-cepat', '/akun/kabar'])
})

for (const names of [
  ['', '/dokter', '/pengguna', '/konsultasi', '/tanda-bahaya'],
  ['/meja', '/angka', '/balasan-cepat', '/audit', '/audit/jangkauan'],
])
  test(`pages of an admin break no rule of WCAG 2.2 AA: ${names.join(' ')}`, async ({ clinic, pageOf }) => {
    await clinic.unverifiedDokter()
    await expectNoBreaks(await pageOf(await clinic.admin()), [...names.map((name) => `/admin${name}`), '/akun/kabar'])
  })

test('a konsultasi that an admin opens breaks no rule of WCAG 2.2 AA', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await clinic.talk(k, 2)
  expect(await breaksOf(await visit(await pageOf(await clinic.admin()), `/admin/konsultasi/${k.id}`))).toEqual([])
})

test('the papers, the account and the reach of a dokter break no rule of WCAG 2.2 AA', async ({ clinic, pageOf }) => {
  const { dokter } = await clinic.active()
  const page = await pageOf(await clinic.admin())
  for (const path of [`/admin/dokter/${dokter.id}`, `/admin/pengguna/${dokter.id}`, `/admin/audit/jangkauan?pengguna=${dokter.id}`])
    expect(await breaksOf(await visit(page, path)), path).toEqual([])
})

test('a konsultasi that waits breaks no rule of WCAG 2.2 AA', async ({ clinic, pageOf }) => {
  const k = await clinic.booked()
  expect(await breaksOf(await visit(await pageOf(k.dokter), pathOf(k, 'dokter')))).toEqual([])
})

test('a konsultasi that has ended breaks no rule of WCAG 2.2 AA', async ({ clinic, pageOf }) => {
  const k = await clinic.completed()
  expect(await breaksOf(await visit(await pageOf(k.pasien), pathOf(k, 'pasien')))).toEqual([])
})

for (const wing of ['pasien', 'dokter'] as const)
  test(`the conversation of a ${wing} breaks no rule of WCAG 2.2 AA, with quotes, reactions, its menu and its dialogs`, async ({
    clinic,
    pageOf,
  }) => {
    const k = await clinic.active()
    const asal = await clinic.send(k.dokter, k, 'Sudah minum obat? https://klinik.example')
    await clinic.send(k.pasien, k, 'Sudah, Dok', { balas_ke: asal.id })
    await k.pasien.api.put(`/pesan/${asal.id}/reaksi`, { emoji: '✅' })
    const page = await visit(await pageOf(k[wing]), pathOf(k, wing))
    await expect(page.getByRole('button', { name: /Membalas/ })).toBeVisible()
    expect(await breaksOf(page)).toEqual([])
    await rowOf(page, 'Sudah, Dok').getByRole('button', { name: 'Pilihan pesan' }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    expect(await breaksOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await logOf(page).focus()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await breaksOf(page)).toEqual([])
  })
