import { hasWaited } from '@/e2e/api/waiting'
import { expect, test } from '@/e2e/fixtures'
import { expectSuccess } from '@/e2e/refusal'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { addDays, dayInWib } from '@/lib/domain/zona'
import { breaksOf } from './axe'
import { composerOf, logAwake, pathOf, rowOf } from './percakapan'

const PHONE = { viewport: { width: 390, height: 780 } }
const MINUM = { pintasan: 'minum', judul: 'Minum obat', isi: 'Halo {pasien}, minum {?dosis} selama {?lama}.' }

test('a dokter writes with quick replies: by /, searched, several in one pesan, and none goes with a blank', async ({ clinic, pageOf }) => {
  const dokter = await clinic.dokter('dr. Budi')
  const k = await clinic.active({ dokter, pasien: await clinic.pasien('Rina') })
  expectSuccess(await dokter.api.post('/balasan-cepat', MINUM), 201)
  expectSuccess(await dokter.api.post('/balasan-cepat', { pintasan: 'salam', judul: 'Salam', isi: 'Salam, {dokter}' }), 201)
  const page = await pageOf(dokter, pathOf(k, 'dokter'))
  let asked = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/balasan-cepat')) asked += 1
  })
  await logAwake(page)
  const composer = composerOf(page)
  await expect(composer).toBeEnabled()
  await composer.press('/')
  const picker = page.getByRole('dialog', { name: 'Balasan cepat' })
  await picker.getByRole('searchbox', { name: 'Cari balasan' }).fill('obat')
  await expect(picker.getByRole('list', { name: 'Balasan cepat' }).getByRole('button')).toHaveCount(1)
  expect(await breaksOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(composer).toHaveValue('Halo Rina, minum {?dosis} selama {?lama}.')
  // The first blank is chosen; what is typed takes its place, and Tab leads to the next.
  await expect(composer).toBeFocused()
  await page.keyboard.type('2 tablet')
  await composer.press('Enter')
  await expect(composer).toHaveValue('Halo Rina, minum 2 tablet selama {?lama}.')
  await page.keyboard.type('5 hari')
  await composer.press('End')
  await composer.press('Shift+Enter')
  await page.keyboard.press('/')
  await picker.getByRole('searchbox').fill('salam')
  await page.keyboard.press('Enter')
  await expect(composer).toHaveValue('Halo Rina, minum 2 tablet selama 5 hari.\nSalam, dr. Budi')
  await composer.press('Enter')
  await expect(composer).toHaveValue('')
  const sent = async () => expectSuccess(await dokter.api.get<{ pesan: string }[]>(`/pesan/${k.id}`)).map(({ pesan }) => pesan)
  await expect.poll(sent).toEqual(['Halo Rina, minum 2 tablet selama 5 hari.\nSalam, dr. Budi'])
  // Opened twice, asked for once.
  expect(asked).toBe(1)
})

test('a slash elsewhere is a slash, and a pasien has no quick replies', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  const [dokter, pasien] = [await pageOf(k.dokter, pathOf(k, 'dokter')), await pageOf(k.pasien, pathOf(k, 'pasien'))]
  for (const page of [dokter, pasien]) await logAwake(page)
  await expect(dokter.getByRole('button', { name: 'Balasan cepat' })).toBeVisible()
  await composerOf(dokter).focus()
  await composerOf(dokter).pressSequentially('1/2')
  await expect(composerOf(dokter)).toHaveValue('1/2')
  await composerOf(pasien).pressSequentially('/{?dosis}')
  await expect(pasien.getByRole('button', { name: 'Balasan cepat' })).toHaveCount(0)
  await composerOf(pasien).press('Enter')
  await expect(rowOf(pasien, '/{?dosis}')).toBeVisible()
})

test('a quick reply is made out of a pesan, and kept on its own page', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(/status of 422/)
  const k = await clinic.active()
  await clinic.send(k.dokter, k, 'Minum air hangat')
  const page = await pageOf(k.dokter, pathOf(k, 'dokter'))
  await logAwake(page)
  await rowOf(page, 'Minum air hangat').getByRole('button', { name: 'Pilihan pesan' }).click()
  await page.getByRole('menuitem', { name: 'Jadikan balasan cepat' }).click()
  const dialog = page.getByRole('dialog', { name: 'Tambah balasan' })
  await expect(dialog.getByRole('textbox', { name: 'Isi' })).toHaveValue('Minum air hangat')
  await dialog.getByRole('textbox', { name: 'Pintasan' }).fill('dua kata')
  await dialog.getByRole('textbox', { name: 'Judul' }).fill('Air hangat')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await expect(dialog.getByText('Tulis satu kata tanpa spasi')).toBeVisible()
  expect(await breaksOf(page)).toEqual([])
  await dialog.getByRole('textbox', { name: 'Pintasan' }).fill('air')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await expect(dialog).toHaveCount(0)
  await page.goto('/dokter/balasan-cepat')
  const mine = page.getByRole('list', { name: 'Milik saya' })
  await expect(mine.getByRole('listitem')).toContainText('Air hangat')
  expect(await breaksOf(page)).toEqual([])
  await mine.getByRole('button', { name: 'Hapus Air hangat' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hapus' }).click()
  await expect(page.getByText('Belum ada balasan cepat.')).toBeVisible()
})

test('a dokter says their hours, and a pasien sees when they open again', async ({ clinic, pageOf, complaints }) => {
  complaints.allow(/status of 422/)
  const dokter = await clinic.dokter()
  const page = await pageOf(dokter, '/dokter/jadwal', PHONE)
  await page.getByRole('button', { name: 'Tambah jam' }).click()
  const first = page.getByRole('group', { name: 'Jam 1' })
  // Tomorrow, in WIB.
  const tomorrow = new Date(`${addDays(dayInWib(new Date()), 1)}T00:00:00Z`).getUTCDay() || 7
  await first.getByRole('combobox', { name: 'Hari' }).selectOption(String(tomorrow))
  await first.getByRole('textbox', { name: 'Sampai' }).fill('07:00')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Harus sesudah jam mulai' })).toBeVisible()
  expect(await breaksOf(page)).toEqual([])
  await first.getByRole('textbox', { name: 'Sampai' }).fill('24:00')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await expect(page.getByText('Jam praktik tersimpan.')).toBeVisible()
  const booking = await pageOf(await clinic.pasien(), '/pasien/konsultasi/baru', PHONE)
  const search = booking.getByRole('searchbox', { name: 'Cari nama atau spesialisasi' })
  if (await search.isVisible()) await search.fill(dokter.nama)
  await expect(booking.getByText(/buka lagi besok 08.00 WIB/)).toBeVisible()
  await expect(booking.getByRole('radio', { name: dokter.nama })).toBeDisabled()
})

test('a dokter pins, notes and marks a conversation, and finds it by that and by name', async ({ clinic, pageOf }) => {
  const dokter = await clinic.dokter()
  const [k, other] = [await clinic.active({ dokter, pasien: await clinic.pasien('Rina Melati') }), await clinic.active({ dokter })]
  const page = await pageOf(dokter, pathOf(k, 'dokter'))
  await logAwake(page)
  const menu = async () => page.getByRole('button', { name: 'Menu percakapan' }).click()
  await menu()
  await page.getByRole('menuitemcheckbox', { name: 'Sematkan' }).click()
  await expect(page.getByRole('menuitemcheckbox', { name: 'Sematkan' })).toBeChecked()
  await page.getByRole('menuitem', { name: 'Pengingat dan catatan' }).click()
  const dialog = page.getByRole('dialog', { name: 'Pengingat dan catatan pribadi' })
  await dialog.getByRole('textbox', { name: 'Catatan pribadi' }).fill('Tanya hasil lab')
  expect(await breaksOf(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await menu()
  await page.getByRole('menuitem', { name: 'Tandai belum dibaca' }).click()
  await page.waitForURL('**/dokter/konsultasi')
  const rows = page
    .getByRole('list')
    .getByRole('link')
    .filter({ has: page.locator(`xpath=self::*[contains(@href, "/dokter/konsultasi/konsultasi_")]`) })
  await expect(rows.first()).toContainText('Disematkan, Belum dibaca, Catatan')
  expect(await breaksOf(page)).toEqual([])
  await page.getByRole('navigation', { name: 'Saring' }).first().getByRole('link', { name: 'Ditandai' }).click()
  await expect(rows).toHaveCount(1)
  await page.goto('/dokter/konsultasi')
  await page.getByRole('searchbox', { name: 'Cari nama pasien' }).fill('melati')
  await page.getByRole('button', { name: 'Cari' }).click()
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toContainText('Rina Melati')
  expect(other.id).not.toBe(k.id)
})

test('on a phone long words have the width of the composer, and a menu is whole also when its parts come one after the other', async ({
  clinic,
  pageOf,
}) => {
  const k = await clinic.active()
  const page = await pageOf(k.dokter, pathOf(k, 'dokter'), { ...PHONE, hasTouch: true, isMobile: true })
  await logAwake(page)
  await page.getByRole('button', { name: 'Menu percakapan' }).tap()
  const items = page.getByRole('menuitem')
  await expect(items.filter({ hasText: 'Tulis ringkasan dan dokumen' })).toBeVisible()
  // Each in one line.
  const heights = () => items.evaluateAll((all) => all.map((item) => item.clientHeight))
  await expect.poll(async () => Math.max(...(await heights()))).toBeLessThan(50)
  await page.getByRole('heading', { level: 1 }).tap()
  await composerOf(page).fill('Minum obatnya tiga kali sehari sesudah makan, Bu')
  expect((await composerOf(page).boundingBox())?.width).toBeGreaterThan(300)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})

test('a pasien who waits sees their place, and moves to another dokter of that specialty', async ({ clinic, pageOf }) => {
  const word = `Kulit ${Math.random().toString(36).slice(2, 9)}`
  const [from, to] = [await clinic.dokter(undefined, word), await clinic.dokter('dr. Lain', word)]
  const k = await clinic.booked({ dokter: from })
  const page = await pageOf(k.pasien, undefined, PHONE)
  // Half an hour later.
  await page.clock.install({ time: new Date(Date.now() + 31 * 60_000) })
  await page.goto(pathOf(k, 'pasien'))
  await expect(page.getByText('Anda berikutnya dalam antrean.')).toBeVisible()
  const move = page.getByRole('button', { name: 'Pindah ke dr. Lain' })
  await expect(move).toBeVisible()
  expect(await breaksOf(page)).toEqual([])
  await move.click()
  await expect(page.getByText('dr. Lain').first()).toBeVisible()
  await expect.poll(async () => expectSuccess(await to.api.get<KonsultasiView[]>('/konsultasi')).map(({ id }) => id)).toEqual([k.id])
})

test('a dokter hands over, the pasien agrees, and the other reads what was before', async ({ clinic, pageOf }) => {
  const [k, to] = [await clinic.active(), await clinic.dokter('dr. Kulit', 'Kulit')]
  await clinic.send(k.pasien, k, 'Ruamnya gatal')
  const dokter = await pageOf(k.dokter, pathOf(k, 'dokter'))
  const pasien = await pageOf(k.pasien, pathOf(k, 'pasien'), PHONE)
  for (const page of [dokter, pasien]) await logAwake(page)
  await dokter.getByRole('button', { name: 'Menu percakapan' }).click()
  await dokter.getByRole('menuitem', { name: 'Alihkan ke dokter lain' }).click()
  const dialog = dokter.getByRole('dialog', { name: 'Alihkan konsultasi' })
  await expect(dialog.locator(`option[value="${to.id}"]`)).toHaveCount(1)
  await dialog.getByRole('combobox', { name: 'Dokter' }).selectOption(to.id)
  for (const name of ['Situasi', 'Latar belakang', 'Penilaian', 'Saran']) await dialog.getByRole('textbox', { name }).fill(`${name} pasien`)
  expect(await breaksOf(dokter)).toEqual([])
  await dialog.getByRole('button', { name: 'Ajukan ke pasien' }).click()
  await expect(dokter.getByText('Usulan beralih ke dr. Kulit menunggu jawaban pasien.')).toBeVisible()
  const card = pasien.getByRole('region', { name: /mengusulkan dokter lain/ })
  await card.getByText('Penjelasan dokter').click()
  await expect(card.getByText('Situasi pasien')).toBeVisible()
  expect(await breaksOf(pasien)).toEqual([])
  await card.getByRole('button', { name: 'Setuju beralih' }).click()
  await expect(pasien.getByRole('link', { name: 'Buka konsultasi dengan dr. Kulit' })).toBeVisible()
  const [next] = expectSuccess(await to.api.get<KonsultasiView[]>('/konsultasi'))
  const other = await pageOf(to, pathOf({ id: next?.id ?? '' }, 'dokter'))
  await other.getByRole('link', { name: 'Baca konsultasi sebelumnya' }).click()
  await expect(rowOf(other, 'Ruamnya gatal')).toBeVisible()
  await expect(composerOf(other)).toHaveCount(0)
})

test('a pasien says how it was after the end', async ({ clinic, pageOf }) => {
  const k = await clinic.completed()
  const page = await pageOf(k.pasien, pathOf(k, 'pasien'), PHONE)
  await page.getByText('Bagaimana konsultasi ini?').click()
  await page.getByText('Sangat baik').click()
  await page.getByRole('textbox', { name: 'Komentar (boleh dikosongkan)' }).fill('Cepat')
  expect(await breaksOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Kirim nilai' }).click()
  await expect(page.getByText('Terima kasih. Nilai Anda tersimpan.')).toBeVisible()
  expect(expectSuccess(await k.pasien.api.get<KonsultasiView>(`/konsultasi/${k.id}`)).penilaian).toEqual({ bintang: 5, komentar: 'Cepat' })
})

test('an admin moves what waits from the board, and keeps the quick replies of the clinic', async ({ clinic, pageOf }) => {
  const [k, to] = [await clinic.booked(), await clinic.dokter()]
  await hasWaited(k.id, 50)
  const page = await pageOf(await clinic.admin(), '/admin/meja', PHONE)
  const row = page.getByRole('listitem').filter({ hasText: k.pasien.nama })
  await expect(row).toContainText(k.dokter.nama)
  await row.getByRole('button', { name: `Pindahkan ${k.pasien.nama} ke dokter lain` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Dokter' }).selectOption(to.id)
  await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Sedang sakit')
  await dialog.getByRole('button', { name: 'Pindahkan' }).click()
  await expect(row).toContainText(to.nama)
  await page.goto('/admin/balasan-cepat')
  await expect(page.getByRole('button', { name: 'Tambah balasan' })).toBeVisible()
})

test('the figures of those dokter who are asked most are drawn too, as long as they are many', async ({ clinic, pageOf }) => {
  await clinic.completed()
  for (const view of [{ viewport: { width: 390, height: 780 } }, { colorScheme: 'dark' as const }]) {
    const page = await pageOf(await clinic.admin(), '/admin/angka', view)
    const drawn = page
      .locator('figure div')
      .filter({ has: page.locator('svg') })
      .first()
      .locator('xpath=./div')
      // As long as they are few, who was asked by nobody stands among them.
      .filter({ has: page.getByText(/^[1-9][0-9.]*$/) })
      .first()
    const bars = await drawn.locator('rect').evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().width))
    const counts = (await drawn.getByText(/^[0-9.]+$/).allTextContents()).map((text) => Number(text.replace('.', '')))
    const [asked = 0, accepted = 0, completed = 0] = counts
    expect(asked).toBeGreaterThan(0)
    for (const [n, count] of [asked, accepted, completed].entries()) expect((bars[n] ?? 0) * asked).toBeCloseTo((bars[0] ?? 0) * count, 0)
    const nama = (await drawn.locator('xpath=./span').textContent()) ?? ''
    const cells = page.getByRole('row').filter({ hasText: nama }).first().getByRole('cell')
    expect([await cells.nth(2).textContent(), await cells.nth(3).textContent(), await cells.nth(6).textContent()].map(Number)).toEqual(
      counts,
    )
    expect(await page.locator('figure svg').count()).toBeLessThanOrEqual(3 * 40)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(page.viewportSize()?.width)
    expect(await breaksOf(page)).toEqual([])
  }
})
