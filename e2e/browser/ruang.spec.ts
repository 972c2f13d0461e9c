import type { Page } from '@playwright/test'
import { pdf } from '@/e2e/berkas/dokumen'
import { type Clinic, type Konsultasi, mark } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectSuccess } from '@/e2e/refusal'
import type { PesanView } from '@/lib/contract/pesan'
import { breaksOf } from './axe'
import { composerOf, holdUp, logAwake, logOf, pathOf, rowOf, scrollLog } from './percakapan'

const DESK = { viewport: { width: 1280, height: 800 } }
const WIDE = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 780 } }

const rowsOf = (page: Page) => page.getByRole('list', { name: 'Daftar konsultasi' }).getByRole('link')
const linkTo = (page: Page, nama: string) => rowsOf(page).filter({ hasText: nama })
const headOf = (page: Page, nama: string) => page.getByRole('heading', { level: 1, name: nama, exact: true })

/** A dokter with so many active konsultasi, each of a pasien with a name of their own. */
async function deskOf(clinic: Clinic, count: number) {
  const dokter = await clinic.dokter()
  const names = Array.from({ length: count }, (_, n) => `Pasien ${String.fromCharCode(65 + n)}${String.fromCharCode(97 + n).repeat(3)}`)
  const all: Konsultasi[] = []
  for (const nama of names) all.push(await clinic.active({ dokter, pasien: await clinic.pasien(nama) }))
  return { dokter, all, names: names as [string, string, string, ...string[]], first: all[0] as Konsultasi }
}

/** What the page asks the server for from now on, besides what keeps open conversations and the list up to date. */
function loadsOf(page: Page): string[] {
  const loads: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (!pathname.startsWith('/api/') && !pathname.startsWith('/_next/static/')) loads.push(pathname)
  })
  return loads
}

test('a dokter goes between conversations that stay as they were left, without a load from the server', async ({ clinic, pageOf }) => {
  const { dokter, all, names, first } = await deskOf(clinic, 3)
  await clinic.talk(first, 40)
  const page = await pageOf(dokter, pathOf(first, 'dokter'), DESK)
  await logAwake(page)
  await expect(headOf(page, names[0])).toBeVisible()
  await expect(linkTo(page, names[0])).toHaveAttribute('aria-current', 'page')
  expect(await breaksOf(page)).toEqual([])

  // Words, a file, a place and an answer to a pesan that are begun in one.
  await composerOf(page).fill('Belum selesai')
  await page.getByRole('button', { name: 'Lampirkan' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('menuitem', { name: 'Pilih foto atau berkas' }).click()
  await (await chooser).setFiles([{ name: 'lab.pdf', mimeType: 'application/pdf', buffer: pdf() }])
  await expect(page.getByRole('list', { name: 'Lampiran' }).getByText('lab.pdf', { exact: true })).toBeVisible()
  await scrollLog(page, 'up')
  const place = () => logOf(page).evaluate((log) => log.querySelector('[data-urutan="8"]')?.getBoundingClientRect().top ?? Number.NaN)
  await expect(logOf(page).locator('[data-urutan="8"]')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ke pesan terbaru' })).toBeVisible()
  const left = await place()

  await linkTo(page, names[1]).click()
  await expect(headOf(page, names[1])).toBeVisible()
  await expect(page).toHaveURL(pathOf(all[1] as Konsultasi, 'dokter'))
  await expect(page).toHaveTitle(new RegExp(names[1]))
  await expect(composerOf(page)).toHaveValue('')
  await expect(page.getByText('lab.pdf', { exact: true })).toBeHidden()
  await composerOf(page).fill('Untuk yang kedua')

  const loads = loadsOf(page)
  await linkTo(page, names[0]).click()
  await expect(headOf(page, names[0])).toBeVisible()
  await expect(page).toHaveURL(pathOf(first, 'dokter'))
  await expect(composerOf(page)).toHaveValue('Belum selesai')
  await expect(page.getByRole('list', { name: 'Lampiran' }).getByText('lab.pdf', { exact: true })).toBeVisible()
  expect(Math.abs((await place()) - left)).toBeLessThan(3)
  await page.goBack()
  await expect(composerOf(page)).toHaveValue('Untuk yang kedua')
  await page.goForward()
  await expect(composerOf(page)).toHaveValue('Belum selesai')
  expect(loads).toEqual([])

  // What was marked as not read is read when it is opened, kept or not; and the address is that of the open one, for a reload too.
  expectSuccess(await dokter.api.put(`/konsultasi/${all[1]?.id}/penanda`, { belum_dibaca: true }))
  await expect(linkTo(page, names[1])).toContainText('Belum dibaca')
  await linkTo(page, names[1]).click()
  await expect(linkTo(page, names[1])).not.toContainText('Belum dibaca')
  await page.reload()
  await expect(headOf(page, names[1])).toBeVisible()
  await expect(composerOf(page)).toHaveValue('Untuk yang kedua')
})

test('the keyboard leads through the list from wherever the focus is, and loses nothing that is written', async ({ clinic, pageOf }) => {
  const { dokter, all, names, first } = await deskOf(clinic, 3)
  const page = await pageOf(dokter, pathOf(first, 'dokter'), DESK)
  await logAwake(page)
  // The newest activity first: C, B, A.
  await expect(rowsOf(page).first()).toContainText(names[2])
  await composerOf(page).fill('Untuk A')
  // Until the other one is here nothing is typed into the one that is left.
  const letIn = await holdUp(page, /_rsc=/)
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.type('Keliru')
  letIn()
  await expect(headOf(page, names[1])).toBeVisible()
  await expect(composerOf(page)).toBeFocused()
  await page.keyboard.type('Untuk B')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(headOf(page, names[2])).toBeVisible()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(composerOf(page)).toHaveValue('Untuk B')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(composerOf(page)).toHaveValue('Untuk A')

  // The next one that waits; when it was shown before, its reader is led to where what is new begins.
  await clinic.send((all[2] as Konsultasi).pasien, all[2] as Konsultasi, 'Dok, masih demam')
  await expect(linkTo(page, names[2])).toContainText('masih demam')
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await expect(headOf(page, names[2])).toBeVisible()
  await expect(rowOf(page, 'Dok, masih demam')).toBeVisible()
  await expect(logOf(page).getByText('Belum dibaca')).toBeVisible()

  await page.keyboard.press('Control+k')
  const search = page.getByRole('searchbox', { name: 'Cari nama pasien' })
  await expect(search).toBeFocused()
  await page.keyboard.type(names[0])
  await expect(rowsOf(page)).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(composerOf(page)).toBeFocused()
  await expect(rowsOf(page)).toHaveCount(all.length)
  await page.keyboard.press('Control+k')
  await page.keyboard.type(names[0])
  // Maybe before the list has it.
  await page.keyboard.press('Enter')
  await expect(composerOf(page)).toHaveValue('Untuk A')
  await expect(composerOf(page)).toBeFocused()
  await expect(rowsOf(page)).toHaveCount(all.length)
  await expect(search).toHaveValue('')

  // Somebody of that name who comes later leads nobody away who has gone on.
  const nama = `Pasien ${mark()}`
  await page.keyboard.press('Control+k')
  await page.keyboard.type(nama)
  await page.keyboard.press('Enter')
  await expect(rowsOf(page)).toHaveCount(0)
  await composerOf(page).focus()
  await clinic.active({ dokter, pasien: await clinic.pasien(nama) })
  await expect(rowsOf(page)).toHaveCount(1)
  await page.keyboard.type(', masih')
  await expect(composerOf(page)).toHaveValue('Untuk A, masih')
  await expect(headOf(page, names[0])).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  await expect(rowsOf(page)).toHaveCount(all.length + 1)

  await page.keyboard.press('Control+k')
  await page.keyboard.press('ArrowDown')
  await expect(rowsOf(page).first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(rowsOf(page).nth(1)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(composerOf(page)).toBeFocused()
  await logOf(page).focus()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Pintasan keyboard' })
  await expect(help.getByText('Alt + Shift + ↓')).toBeVisible()
  // Behind a dialog no key leads away.
  await page.keyboard.press('Alt+ArrowUp')
  expect(await breaksOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(headOf(page, names[0])).toBeVisible()
})

test('Tab needs one stop to pass the list, and what is marked as not read is left at its row', async ({ clinic, pageOf }) => {
  const { dokter, names, first } = await deskOf(clinic, 3)
  const page = await pageOf(dokter, pathOf(first, 'dokter'), DESK)
  await logAwake(page)
  const skip = page.getByRole('button', { name: 'Lewati daftar' })
  await expect(skip).not.toBeInViewport()
  await page.getByRole('searchbox', { name: 'Cari nama pasien' }).focus()
  await page.keyboard.press('Shift+Tab')
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  expect(await breaksOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(composerOf(page)).toBeFocused()

  await page.getByRole('button', { name: 'Menu percakapan' }).click()
  await page.getByRole('menuitem', { name: 'Tandai belum dibaca' }).click()
  await page.waitForURL('**/dokter/konsultasi')
  await expect(linkTo(page, names[0])).toBeFocused()
})

test('on a phone there is one column, and Back leads to the list; on a wide screen the pasien stands beside', async ({
  clinic,
  pageOf,
}) => {
  const { dokter, all, names, first } = await deskOf(clinic, 3)
  const profil = first.pasien
  await clinic.issue(first, { jenis: 'lab', isi: { pemeriksaan: ['Darah lengkap'] } })
  const phone = await pageOf(dokter, '/dokter/konsultasi', PHONE)
  await expect(phone.getByRole('heading', { level: 1, name: 'Konsultasi' })).toBeVisible()
  await linkTo(phone, names[0]).click()
  await expect(headOf(phone, names[0])).toBeVisible()
  await expect(rowsOf(phone)).toHaveCount(0)
  await phone.goBack()
  await expect(rowsOf(phone)).toHaveCount(all.length)
  await expect(composerOf(phone)).toHaveCount(0)

  const wide = await pageOf(dokter, '/dokter/konsultasi', WIDE)
  await expect(wide.getByText('Pilih percakapan')).toBeVisible()
  expect(await breaksOf(wide)).toEqual([])
  await linkTo(wide, names[0]).click()
  const panel = wide.getByRole('complementary', { name: 'Tentang pasien ini' })
  const dokumen = panel.getByRole('link', { name: /^Permintaan laboratorium/ })
  await dokumen.focus()
  await wide.keyboard.press('Enter')
  await expect(wide.getByRole('dialog', { name: /^Permintaan laboratorium LAB/ }).getByRole('img')).toBeVisible()
  expect(await breaksOf(wide)).toEqual([])
  await wide.keyboard.press('Escape')
  await expect(dokumen).toBeFocused()
  await expect(panel.getByText('Belum ada foto')).toBeVisible()
  await expect(panel.getByRole('heading', { name: names[0] })).toBeVisible()
  // Nobody asked about allergies: that has a line of its own. What else nobody said is named in one.
  await expect(panel.getByText('Belum diisi', { exact: true })).toHaveCount(2)
  await expect(panel.getByText('Obat rutin, Riwayat penyakit, ')).toBeVisible()
  expect(profil.nama).toBe(names[0])
  expect(await breaksOf(wide)).toEqual([])
})

/** What the driver in the page did: which words and files it put into which conversation, by the name that stood at its head at that moment. */
interface Written {
  readonly words: Record<string, string[]>
  readonly files: Record<string, string[]>
  readonly switches: number
}

test('500 quick switches while somebody types, pastes and sends: each konsultasi has what was meant for it and nothing else', async ({
  clinic,
  pageOf,
}) => {
  const { dokter, all, names, first } = await deskOf(clinic, 6)
  const page = await pageOf(dokter, pathOf(first, 'dokter'), DESK)
  await logAwake(page)
  await expect(rowsOf(page)).toHaveCount(all.length)
  for (const nama of names.slice(1)) {
    await linkTo(page, nama).click()
    await expect(headOf(page, nama)).toBeVisible()
  }
  const seed = Date.now() % 100_000
  const written: Written = await page.evaluate(driveWildly, { seed, bytes: [...pdf()], ids: all.map(({ id }) => id) })
  expect(written.switches, `seed ${seed}`).toBe(500)

  // What is left in a composer or a tray is sent from there.
  for (const nama of names) {
    await linkTo(page, nama).click()
    await expect(headOf(page, nama)).toBeVisible()
    await composerOf(page).pressSequentially('.')
    const send = page.getByRole('button', { name: 'Kirim', exact: true })
    await expect(send).not.toHaveAttribute('aria-disabled', 'true')
    await send.click()
    await expect(composerOf(page)).toHaveValue('')
  }
  for (const [n, nama] of names.entries()) {
    const k = all[n] as Konsultasi
    const wanted = { words: written.words[nama] ?? [], files: (written.files[nama] ?? []).toSorted() }
    const stored = async () => {
      const pesan = expectSuccess(await dokter.api.get<PesanView[]>(`/pesan/${k.id}?per_page=100`))
      return {
        words: pesan.flatMap(({ pesan }) => pesan.match(/[A-Z][a-z]{3}:\d+/g) ?? []),
        files: pesan.flatMap(({ lampiran }) => lampiran?.nama ?? []).toSorted(),
      }
    }
    await expect.poll(stored, { message: `${nama}, seed ${seed}`, timeout: 30_000 }).toEqual(wanted)
  }
})

/** Runs in the page. Everything it does is done to what is shown at that moment, as hands would. */
async function driveWildly({ seed, bytes, ids }: { seed: number; bytes: number[]; ids: string[] }): Promise<Written> {
  let state = seed
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * below)
  }
  const shown = <E extends HTMLElement>(selector: string) =>
    [...document.querySelectorAll<E>(selector)].find((element) => element.getClientRects().length > 0)
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  const words: Record<string, string[]> = {}
  const files: Record<string, string[]> = {}
  let [switches, count, before, at] = [0, 0, '', 0]
  for (let n = 0; switches < 500 && n < 2500; n++) {
    at = (at + 1 + random(ids.length - 1)) % ids.length
    document.querySelector<HTMLElement>(`[data-baris="${ids[at]}"]`)?.click()
    for (let wait = random(2); wait >= 0; wait--) await frame()
    const nama = shown('h1')?.textContent ?? ''
    const area = shown<HTMLTextAreaElement>('textarea[data-tulis]')
    if (nama !== before) switches++
    before = nama
    if (!area || area.disabled) continue
    const own = nama.slice(-4)
    area.focus()
    if (random(25) === 0 && (files[nama] ?? []).length < 2) {
      const name = `${own}${n}.pdf`
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(bytes)], name, { type: 'application/pdf' }))
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
      files[nama] = [...(files[nama] ?? []), name]
    }
    if (random(2) === 0) {
      const word = `${own}:${count++}`
      document.execCommand('insertText', false, `${word} `)
      words[nama] = [...(words[nama] ?? []), word]
    }
    const send = [...(area.parentElement?.querySelectorAll('button') ?? [])].at(-1)
    if (random(25) === 0 && send?.textContent === 'Kirim') send.click()
    // Another page of the browser has its turn now and then.
    if (n % 50 === 0) await new Promise((done) => setTimeout(done, 50))
  }
  return { words, files, switches }
}

test('what is written while a file is still on its way into the outbox stays with its conversation, wherever its dokter goes meanwhile', async ({
  clinic,
  pageOf,
}) => {
  const { dokter, all, names, first } = await deskOf(clinic, 2)
  const page = await pageOf(dokter)
  // The device takes its time to store, until it is told to go on.
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype
    let release: () => void = () => undefined
    const released = new Promise<void>((done) => {
      release = done
    })
    let isReleased = false
    void released.then(() => {
      isReleased = true
    })
    IDBObjectStore.prototype.put = function (...what) {
      if (this.name !== 'kotak_keluar' || isReleased) return put.apply(this, what)
      // A transaction lives as long as it is asked for something.
      const keepOpen = () => {
        if (isReleased) put.apply(this, what)
        else this.count().onsuccess = keepOpen
      }
      const request = this.count()
      request.onsuccess = keepOpen
      return request as unknown as IDBRequest<IDBValidKey>
    }
    Object.assign(window, { release })
  })
  await page.goto(pathOf(first, 'dokter'))
  await logAwake(page)
  const draftOf = ({ id }: Konsultasi) => page.evaluate((key) => localStorage.getItem(key), `sapa:draf:${dokter.id}:${id}`)
  const other = all[1] as Konsultasi
  await linkTo(page, names[1]).click()
  await expect(headOf(page, names[1])).toBeVisible()
  await composerOf(page).fill('Untuk yang kedua')
  await linkTo(page, names[0]).click()
  await expect(headOf(page, names[0])).toBeVisible()
  await page.getByRole('button', { name: 'Lampirkan' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('menuitem', { name: 'Pilih foto atau berkas' }).click()
  await (await chooser).setFiles([{ name: 'lab.pdf', mimeType: 'application/pdf', buffer: pdf() }])
  await expect(page.getByText('Menyiapkan…')).toHaveCount(0)
  await composerOf(page).fill('Hasil lab')
  await composerOf(page).press('Enter')
  await composerOf(page).fill('Masih saya tulis')
  await expect.poll(() => draftOf(first)).toBe('Hasil lab\nMasih saya tulis')

  await linkTo(page, names[1]).click()
  await expect(composerOf(page)).toHaveValue('Untuk yang kedua')
  await page.evaluate(() => (window as unknown as { release(): void }).release())
  await expect.poll(() => draftOf(first)).toBe('Masih saya tulis')
  expect(await draftOf(other)).toBe('Untuk yang kedua')
  await expect(composerOf(page)).toHaveValue('Untuk yang kedua')
  await page.reload()
  await expect(composerOf(page)).toHaveValue('Untuk yang kedua')
  await linkTo(page, names[0]).click()
  await expect(composerOf(page)).toHaveValue('Masih saya tulis')
  await expect(rowOf(page, 'Hasil lab')).toBeVisible()
})
