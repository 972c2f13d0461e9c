import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures'
import { pathOf } from './percakapan'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds wrong, in both colour schemes, as short lines. */
async function complaintsOf(page: Page, path: string): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(path)
    await page.getByRole('main').waitFor()
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
    for (const { id, nodes } of violations) found.push(`${path} ${colorScheme} ${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }
  return found
}

test('the signed-out pages break no rule of WCAG 2.2 AA', async ({ page, complaints }) => {
  complaints.allow(/status of 404 .*tidak-ada/)
  for (const path of ['/', '/masuk', '/daftar', '/daftar?peran=dokter', '/daftar/terkirim', '/tidak-ada'])
    expect(await complaintsOf(page, path)).toEqual([])
})

test('the pages of both wings break no rule of WCAG 2.2 AA', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await clinic.talk(k, 6)
  const ended = await clinic.completed({ pasien: k.pasien })
  const waiting = await clinic.booked({ dokter: k.dokter })
  const pasien = await pageOf(k.pasien)
  const own = ['/pasien', '/pasien/konsultasi', '/pasien/konsultasi/baru', '/pasien/cari?q=pesan&dari=2026-01-01']
  for (const path of [...own, pathOf(k, 'pasien'), pathOf(ended, 'pasien')]) expect(await complaintsOf(pasien, path)).toEqual([])
  const dokter = await pageOf(k.dokter)
  for (const path of ['/dokter', '/dokter/konsultasi', '/dokter/cari', pathOf(k, 'dokter'), pathOf(waiting, 'dokter')])
    expect(await complaintsOf(dokter, path)).toEqual([])
})

test('the admin section breaks no rule of WCAG 2.2 AA', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  await clinic.talk(k, 2)
  await clinic.unverifiedDokter()
  const admin = await pageOf(await clinic.admin())
  const paths = ['/admin', '/admin/dokter', '/admin/pengguna', '/admin/konsultasi', '/admin/audit', `/admin/konsultasi/${k.id}`]
  for (const path of paths) expect(await complaintsOf(admin, path)).toEqual([])
})
