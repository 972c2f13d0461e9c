import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/fixtures'
import { logAwake, logOf, pathOf, rowOf } from './percakapan'

const KNOWN = { tanggal_lahir: '2022-03-14', jenis_kelamin: 'P', alamat: 'Jalan Melati 5', berat_kg: 14.5, alergi: [] }
const LINES = 12
const RINGKASAN = {
  subjektif: 'Demam dua hari',
  diagnosa: [{ nama: 'Demam', utama: true }],
  rencana: 'Pantau',
  anjuran: Array.from({ length: LINES }, (_, n) => `Anjuran ${n + 1}`).join('\n'),
  layak_jarak_jauh: true,
}

const leftBelow = (page: Page): Promise<number> =>
  logOf(page).evaluate((log) => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight))

test('a conversation opens where unread pesan begin, also when what its dokumen say is drawn after that', async ({ clinic, pageOf }) => {
  const k = await clinic.active()
  for (let n = 1; n <= 20; n++) await clinic.send(k.pasien, k, `Keterangan ${n}`)
  for (let n = 1; n <= 2; n++) await clinic.issue(k, { jenis: 'ringkasan', isi: RINGKASAN })
  const page = await pageOf(k.pasien)
  let answer = () => {}
  const asked = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/v1/dokumen/dokumen_*', (route) => asked.then(() => route.continue()))
  await page.goto(pathOf(k, 'pasien'))
  await logAwake(page)
  const line = logOf(page).getByText('Belum dibaca')
  await expect(line).toBeInViewport()
  // All of it fits, as long as what the cards say is not known: the log is at its end too.
  expect(await leftBelow(page)).toBeLessThan(48)
  answer()
  await expect(logOf(page).getByText(`Anjuran ${LINES}`, { exact: true })).toHaveCount(2)
  await expect.poll(() => leftBelow(page)).toBeGreaterThan(48)
  await expect(line).toBeInViewport()

  // Whoever goes to the end stays there.
  await page.getByRole('button', { name: 'Ke pesan terbaru' }).click()
  await clinic.send(k.dokter, k, 'Sudah dibaca?')
  await expect(rowOf(page, 'Sudah dibaca?')).toBeInViewport()
})

test('a resep whose doses change says each step with its days, also where there are no plain words for one', async ({ clinic, pageOf }) => {
  const pasien = await clinic.pasien()
  const k = await clinic.active({ pasien, more: { profil_id: (await clinic.addProfil(pasien, KNOWN)).id } })
  const steps = (second: string) => [
    { signa: '3 dd tab I pc', hari: 3 },
    { signa: second, hari: 2 },
  ]
  const obat = (nama: string, signa: object[]) => ({ nama, jumlah: 12, satuan: 'tablet', signa })
  const resep = await clinic.issue(k, {
    jenis: 'resep',
    isi: { obat: [obat('Prednison', steps('1 dd tab I pc')), obat('Metilprednisolon', steps('menurut petunjuk'))] },
  })
  expect((resep.isi as { obat: { aturan: string | null }[] }).obat.map(({ aturan }) => aturan)).toEqual([
    '3 kali sehari 1 tablet, sesudah makan, selama 3 hari; lalu 1 kali sehari 1 tablet, sesudah makan, selama 2 hari',
    null,
  ])
  const page = await pageOf(pasien, pathOf(k, 'pasien'))
  for (const said of [
    'Prednison: 3 kali sehari 1 tablet, sesudah makan, selama 3 hari; lalu 1 kali sehari 1 tablet, sesudah makan, selama 2 hari',
    'Metilprednisolon: 3 dd tab I pc selama 3 hari; menurut petunjuk selama 2 hari',
  ])
    await expect(logOf(page).getByText(said, { exact: true })).toBeVisible()
  await page.getByRole('link', { name: `Rincian ${resep.nomor}` }).click()
  await expect(page.getByText('3 dd tab I pc selama 3 hari; menurut petunjuk selama 2 hari')).toBeVisible()
})
