import { writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Page } from '@playwright/test'
import { Client } from '@/e2e/client'
import { type Clinic, demand, mark, type Person } from '@/e2e/clinic'
import { runCommand } from '@/e2e/command'
import { expect, test } from '@/e2e/fixtures'
import type { SessionView } from '@/lib/contract/pengguna'

/** The data folder of the system with realtime, which runs. */
const dataDir = () => dirname(process.env.SAPA_MAIL ?? '')

test('an operator makes an admin, and lets one in again who lost password and second factor; sessions of before end', async ({ url }) => {
  const email = `${mark()}@uji.test`
  const made = await runCommand('admin', ['make', email, 'Ibu', 'Kepala'], dataDir())
  expect(made, made.said).toMatchObject({ code: 0 })
  const signIn = (password: string) => new Client(url).post('/auth/login', { email, password })
  const first = demand<SessionView>(200, await signIn(passwordIn(made.said)))
  expect(first.pengguna).toMatchObject({ nama: 'Ibu Kepala', peran: 'admin' })
  const again = await runCommand('admin', ['make', email], dataDir())
  expect(again).toMatchObject({ code: 1, said: expect.stringContaining('already') })

  const rescued = await runCommand('admin', ['rescue', email.toUpperCase()], dataDir())
  expect((await new Client(url).bearing(first.token).get('/auth/me')).status).toBe(401)
  expect((await signIn(passwordIn(made.said))).status).toBe(401)
  demand(200, await signIn(passwordIn(rescued.said)))
  expect(await runCommand('admin', ['rescue', 'bukan@uji.test'], dataDir())).toMatchObject({ code: 1 })
  expect(await runCommand('admin', ['make', email], dataDir(), { ADMIN_PASSWORD: 'password12' })).toMatchObject({ code: 1 })
})

test('an operator makes a new key for seals: the next dokumen has it, and those before still hold', async ({ api, clinic }) => {
  const k = await clinic.active()
  const lab = { jenis: 'lab', isi: { pemeriksaan: ['Darah lengkap'] } }
  const before = await clinic.issue(k, lab)
  const rotated = await runCommand('segel', ['rotate'], dataDir())
  expect(rotated, rotated.said).toMatchObject({ code: 0 })
  const after = await clinic.issue(k, lab)
  expect(rotated.said).toContain(after.segel.kid)
  expect(after.segel.kid).not.toBe(before.segel.kid)
  const { keys } = JSON.parse((await api.get('/segel/jwks.json')).text) as { keys: { kid: string }[] }
  expect(keys.map(({ kid }) => kid)).toEqual(expect.arrayContaining([before.segel.kid, after.segel.kid]))
  expect(await runCommand('segel', ['lain'], dataDir())).toMatchObject({ code: 1, said: expect.stringContaining('rotate') })
})

test('an operator loads the clinic’s own lists: all of a file or nothing of it, found at once, and what may not be prescribed stays so', async ({
  clinic,
  pageOf,
}, info) => {
  const { api } = await clinic.dokter()
  const named = async (path: '/obat' | '/diagnosa', q: string) => {
    const found = path === '/obat' ? demand(200, await api.get(`/obat?q=${q}`)) : demand(200, await api.get(`/diagnosa?q=${q}`))
    return found.map(({ nama }: { nama: string }) => nama)
  }
  const load = (list: 'obat' | 'diagnosa', text: string) => {
    const file = info.outputPath(`${list}.csv`)
    writeFileSync(file, text)
    return runCommand(list, [file], dataDir())
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
    expect((await runCommand('obat', [], dataDir())).said).toContain('obat.csv: 1 entries')
  } finally {
    for (const list of ['obat', 'diagnosa'] as const) expect((await runCommand(list, ['builtin'], dataDir())).code).toBe(0)
  }
  expect(await named('/obat', 'paraset')).toContain('parasetamol')
  expect((await runCommand('obat', [], dataDir())).said).toContain('The built-in list')
})

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

test('a letter shows whether letters arrive', async () => {
  expect(await runCommand('mail-test', ['saya@klinik.test'], dataDir())).toMatchObject({
    code: 0,
    said: expect.stringContaining('is a file'),
  })
  const refused = await runCommand('mail-test', ['saya@klinik.test'], dataDir(), { SMTP_URL: 'smtp://127.0.0.1:9' })
  expect(refused.code).toBe(1)
  expect(refused.said).toMatch(/did not take it/)
})

const passwordIn = (said: string) => said.match(/^Password: (\S+)$/m)?.[1] ?? ''
