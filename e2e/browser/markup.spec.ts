import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { pdf } from '@/e2e/berkas/dokumen'
import { type Clinic, demand, type Konsultasi, mark, PASSWORD, type Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { uploaded } from '@/e2e/unggah'

/** Ends whatever it may stand in (text, attribute, script, style, template), and then does something that is noticed. */
const hostile = (word: string) =>
  `${word}"'>\`</textarea></title></script></style><script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)><a href="javascript:alert(1)">x</a>{{7*7}}\${alert(1)}`

/** Every page of the application, as the addresses of its build. */
const PAGES = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)page\.tsx$/.test(file) && !/(^|\/)_/.test(file))
  .map((file) => `/${dirname(file)}`.replace(/\/\([^)]+\)/g, '').replace(/^\/\.$|^$/, '/'))

interface Scene {
  readonly k: Konsultasi
  readonly admin: Person
  readonly word: string
  readonly profil: string
  /** Of a dokumen. */
  readonly kode: string
  readonly dokumen: string
}

/** Everything that people fill in, filled in like this. */
async function sceneOf(clinic: Clinic): Promise<Scene> {
  const word = mark()
  const text = hostile(word)
  const nama = text.slice(0, 100)
  const [pasien, dokter, admin] = [await clinic.pasien(nama), await registerDokter(clinic, text), await clinic.admin()]
  demand(200, await admin.api.put(`/admin/dokter/${dokter.id}/verifikasi`, { disetujui: true, alasan: text }))
  const refused = await clinic.booked({ pasien, dokter, keluhan: text })
  demand(200, await dokter.api.put(`/konsultasi/${refused.id}/tolak`, { alasan: text }))
  const cancelled = await clinic.booked({ pasien, dokter, keluhan: text })
  demand(200, await pasien.api.put(`/konsultasi/${cancelled.id}/batalkan`, { alasan: text }))
  await clinic.complete(await clinic.active({ pasien, dokter, keluhan: text }), text)
  const line = text.replace(/\s+/g, ' ').slice(0, 95)
  const facts = { alergi: [{ zat: line, reaksi: line }], obat_rutin: [line], riwayat: [line], alamat: line }
  const { id: profil } = await clinic.addProfil(pasien, { nama: line, ...facts })
  await clinic.booked({ pasien, dokter, keluhan: text, more: { profil_id: profil } })
  const k = await clinic.active({ pasien, dokter, keluhan: text })
  const { kode, id: dokumen } = await clinic.issue(k, { jenis: 'lab', isi: { pemeriksaan: [line] } })
  const first = await clinic.send(pasien, k, text)
  const lampiran = await uploaded(dokter, k, { bytes: pdf(), nama: `${word}<img src=x onerror=alert(1)>".pdf` })
  await clinic.send(dokter, k, text, { lampiran_id: lampiran.id, balas_ke: first.id })
  const gone = await clinic.send(pasien, k, text)
  demand(200, await admin.api.delete(`/pesan/${gone.id}`, { alasan: text }))
  await clinic.setActive(await clinic.pasien(nama), false)
  return { k, admin, word, profil, kode, dokumen }
}

async function registerDokter(clinic: Clinic, text: string): Promise<Person> {
  const profile = { nama: text.slice(0, 100), spesialisasi: text.slice(0, 60), nomor_str: text.slice(0, 40), nomor_sip: text.slice(0, 40) }
  const account = { ...profile, email: `${mark()}@uji.test`, password: PASSWORD, peran: 'dokter' }
  demand(201, await clinic.api.post('/auth/register', account))
  return clinic.signIn(account.email, PASSWORD)
}

/** Where a page shows the most of this scene. */
function addressOf(page: string, { k, word, profil, kode, dokumen }: Scene): string {
  const query = encodeURIComponent(hostile(word))
  if (page === '/admin/konsultasi/[id]') return `/admin/konsultasi/${k.id}?alasan=${query}`
  if (page === '/admin/dokter/[id]') return `/admin/dokter/${k.dokter.id}`
  if (page === '/admin/pengguna/[id]') return `/admin/pengguna/${k.pasien.id}`
  if (page.endsWith('/cari') || page === '/admin/pengguna') return `${page}?q=${page === '/admin/pengguna' ? word : query}`
  if (page === '/masuk') return `${page}?callbackUrl=${query}&error=${query}`
  if (page === '/akun/profil/[id]') return `/akun/profil/${profil}`
  if (page === '/v/[kode]') return `/v/${kode}`
  const address = page.replace('/konsultasi/[id]', `/konsultasi/${k.id}`).replace('/dokumen/[id]', `/dokumen/${dokumen}`)
  if (address.includes('[')) throw new Error(`Where is ${page}? Say it here.`)
  return address
}

/** Opens a page and gives what went wrong with it: dialogs, broken rules of its policy, scripts that no nonce allows. */
async function faultsOf(context: BrowserContext, address: string): Promise<string[]> {
  const page = await context.newPage()
  const faults: string[] = []
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  const answer = await page.goto(address)
  faults.push(...scriptsWithoutNonce((await answer?.text()) ?? ''))
  if (!answer || answer.status() >= 500) faults.push(`status ${answer?.status()}`)
  await page.waitForLoadState('load')
  faults.push(...(await violationsOn(page)))
  await page.close()
  return faults
}

const scriptsWithoutNonce = (html: string): string[] =>
  [...html.matchAll(/<script\b[^>]*>/gi)].map(([tag]) => tag).filter((tag) => !/\bnonce="[^"]{16,}"/.test(tag))

const violationsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { pelanggaran: string[] }).pelanggaran.map((what) => `policy: ${what}`))

async function watched(context: BrowserContext): Promise<BrowserContext> {
  await context.addInitScript(() => {
    const kept: string[] = []
    Object.assign(window, { pelanggaran: kept })
    document.addEventListener('securitypolicyviolation', (event) => kept.push(`${event.violatedDirective} ${event.blockedURI}`))
  })
  return context
}

test('markup in every field is text on every page: no dialog, no broken policy, no script without a nonce', async ({
  browser,
  browserOf,
  clinic,
  complaints,
  url,
}) => {
  // Wings of others are 403, and some public pages lead on for who is signed in.
  complaints.allow(/status of 40[134]/)
  const scene = await sceneOf(clinic)
  const nobody = await browser.newContext({ baseURL: url })
  const wings = {
    '/pasien': await watched(await browserOf(scene.k.pasien)),
    '/dokter': await watched(await browserOf(scene.k.dokter)),
    '/admin': await watched(await browserOf(scene.admin)),
    '/akun': await watched(await browserOf(scene.k.pasien)),
    '/': await watched(nobody),
  }
  expect(PAGES.length).toBeGreaterThan(20)
  for (const page of PAGES) {
    const [, context] = Object.entries(wings).find(([wing]) => page === wing || page.startsWith(`${wing}/`)) ?? ['/', wings['/']]
    expect.soft(await faultsOf(context, addressOf(page, scene)), page).toEqual([])
  }
  await nobody.close()
})

test('what was written is shown as it was written', async ({ clinic, pageOf }) => {
  const k = await clinic.active({ keluhan: hostile('keluhan') })
  const text = hostile(mark())
  await clinic.send(k.pasien, k, text)
  const page = await pageOf(k.dokter, `/dokter/konsultasi/${k.id}`)
  await expect(page.getByRole('log', { name: 'Percakapan' })).toContainText(text)
})

test('these tests notice a script that runs, a broken policy and a script without a nonce', async ({ browser, complaints, url }) => {
  complaints.allow(/Content Security Policy/)
  const context = await watched(await browser.newContext({ baseURL: url }))
  await context.route('**/luring', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'Content-Security-Policy': "img-src 'none'" },
      body: '<script>alert(1)</script><img src=/x><p>',
    }),
  )
  const faults = await faultsOf(context, '/luring')
  expect(faults).toEqual(['dialog: 1', '<script>', expect.stringMatching(/^policy: img-src/)])
  await context.close()
})
