import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures'
import { breaksOf } from './axe'
import { logOf, pathOf, rowOf } from './percakapan'

async function visit(page: Page, path: string): Promise<Page> {
  await page.goto(path)
  await page.getByRole('main').waitFor()
  return page
}

for (const path of ['/', '/masuk', '/daftar', '/daftar?peran=dokter', '/daftar/terkirim', '/tidak-ada'])
  test(`${path} breaks no rule of WCAG 2.2 AA`, async ({ page, complaints }) => {
    complaints.allow(/status of 404 .*tidak-ada/)
    expect(await breaksOf(await visit(page, path))).toEqual([])
  })

for (const path of ['/pasien', '/pasien/konsultasi', '/pasien/cari?q=pesan&dari=2026-01-01'])
  test(`${path} breaks no rule of WCAG 2.2 AA`, async ({ clinic, pageOf }) => {
    const k = await clinic.active()
    await clinic.talk(k, 6)
    expect(await breaksOf(await visit(await pageOf(k.pasien), path))).toEqual([])
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

for (const path of [
  '/dokter',
  '/dokter/konsultasi',
  '/dokter/konsultasi?saring=ditandai&q=x',
  '/dokter/cari',
  '/dokter/jadwal',
  '/dokter/balasan-cepat',
])
  test(`${path} breaks no rule of WCAG 2.2 AA`, async ({ clinic, pageOf }) => {
    const { dokter } = await clinic.booked()
    expect(await breaksOf(await visit(await pageOf(dokter), path))).toEqual([])
  })

for (const path of [
  '/admin',
  '/admin/dokter',
  '/admin/pengguna',
  '/admin/konsultasi',
  '/admin/tanda-bahaya',
  '/admin/meja',
  '/admin/angka',
  '/admin/balasan-cepat',
  '/admin/audit',
  '/admin/audit/jangkauan',
])
  test(`${path} breaks no rule of WCAG 2.2 AA`, async ({ clinic, pageOf }) => {
    await clinic.unverifiedDokter()
    expect(await breaksOf(await visit(await pageOf(await clinic.admin()), path))).toEqual([])
  })

for (const peran of ['pasien', 'dokter', 'admin'] as const)
  test(`what a ${peran} chooses to be told breaks no rule of WCAG 2.2 AA`, async ({ clinic, pageOf }) => {
    expect(await breaksOf(await visit(await pageOf(await clinic[peran]()), '/akun/kabar'))).toEqual([])
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
