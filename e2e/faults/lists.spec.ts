import { writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { type App, startApp } from '@/e2e/app'
import { type Clinic, demand, type Person } from '@/e2e/clinic'
import { runCommand } from '@/e2e/command'
import { expect, test } from '@/e2e/fixtures'

/** A clinic of its own: for a moment no other would find what is prescribed every day. */
const ownTest = test.extend<{ app: App }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs off its first parameter
  app: async ({}, use) => {
    const app = await startApp({ REALTIME: 'off' })
    await use(app)
    await app.stop()
  },
  url: ({ app }, use) => use(app.url),
})

ownTest(
  'an operator loads the clinic’s own lists: all of a file or nothing of it, found at once, and what may not be prescribed stays so',
  async ({ app, clinic, pageOf }, info) => {
    const { api } = await clinic.dokter()
    const named = async (path: '/obat' | '/diagnosa', q: string) => {
      const found = path === '/obat' ? demand(200, await api.get(`/obat?q=${q}`)) : demand(200, await api.get(`/diagnosa?q=${q}`))
      return found.map(({ nama }: { nama: string }) => nama)
    }
    const load = (list: 'obat' | 'diagnosa', text: string) => {
      const file = info.outputPath(`${list}.csv`)
      writeFileSync(file, text)
      return runCommand(list, [file], app.dataDir)
    }
    expect(await named('/obat', 'qwob')).toEqual([])
    try {
      const loaded = await load('obat', 'nama;zat;bentuk;kekuatan;catatan\nQwobam;amoksisilin;tablet;250 mg;\nMorfin 10 mg;;;;\n')
      expect(loaded, loaded.said).toMatchObject({ code: 0, said: expect.stringMatching(/Loaded 1 entries.*catatan.*Morfin 10 mg/s) })
      expect(demand(200, await api.get('/obat?q=qwob%20250'))).toEqual([
        { nama: 'Qwobam', nama_lain: [], sediaan: [{ bentuk: 'tablet', kekuatan: '250 mg' }] },
      ])
      expect(await named('/obat', 'paraset')).toEqual([])
      const broken = await load('obat', 'nama,zat\nLain,\n,kosong\n')
      expect(broken).toMatchObject({ code: 1, said: expect.stringContaining('line 3, column nama: is empty. Nothing was changed.') })
      expect(await named('/obat', 'qwob')).toEqual(['Qwobam'])
      const diagnoses = await load('diagnosa', 'kode,nama\nZ99.9,Qwobitis\n')
      expect(diagnoses, diagnoses.said).toMatchObject({ code: 0 })
      expect([await named('/diagnosa', 'qwob'), await named('/diagnosa', 'z99'), await named('/diagnosa', 'asma')]).toEqual([
        ['Qwobitis'],
        ['Qwobitis'],
        [],
      ])
      await expectRefused(clinic, pageOf)
      const rows = demand(200, await (await clinic.admin()).api.get('/admin/audit?aksi=daftar.dimuat'))
      expect(rows.slice(0, 2).map(({ aktor, alasan }) => [aktor, alasan?.replace(/[0-9a-f]{64}/, '…')])).toEqual([
        [null, 'diagnosa: diagnosa.csv, 1, SHA-256 …'],
        [null, 'obat: obat.csv, 1, SHA-256 …'],
      ])
      expect((await runCommand('obat', [], app.dataDir)).said).toContain('obat.csv: 1 entries')
    } finally {
      for (const list of ['obat', 'diagnosa'] as const) expect((await runCommand(list, ['builtin'], app.dataDir)).code).toBe(0)
    }
    expect(await named('/obat', 'paraset')).toContain('parasetamol')
    expect((await runCommand('obat', [], app.dataDir)).said).toContain('The built-in list')
  },
)

/** By a name of the loaded list, by one of the built-in list, and what nobody may prescribe. */
async function expectRefused(clinic: Clinic, pageOf: (person: Person, path: string) => Promise<Page>): Promise<void> {
  const known = { jenis_kelamin: 'P', alamat: 'Jalan Melati 5', berat_kg: 14.5, alergi: [{ zat: 'penisilin' }] }
  const pasien = await clinic.pasien()
  const k = await clinic.active({ pasien, more: { profil_id: (await clinic.addProfil(pasien, known)).id } })
  const obat = (nama: string) => ({ nama, jumlah: 10, satuan: 'tablet', signa: '3 dd 1 tab' })
  const isi = { obat: ['Qwobam 500 mg', 'Yusimox', 'Morfin', 'Parasetamol'].map(obat) }
  // The page that it is written on warns by the same list.
  const page = await pageOf(k.dokter, `/dokter/konsultasi/${k.id}/penutup`)
  await page.getByRole('button', { name: 'Resep', exact: true }).click()
  await page.getByRole('combobox', { name: 'Nama obat' }).fill('Qwobam 500 mg')
  await expect(page.getByText('Pasien alergi penisilin.')).toBeVisible()
  const { errors } = (await k.dokter.api.post(`/konsultasi/${k.id}/dokumen`, { jenis: 'resep', isi })).body
  expect(Object.keys(errors ?? {}).sort()).toEqual([0, 1, 2].map((n) => `isi.obat.${n}.nama`))
}
