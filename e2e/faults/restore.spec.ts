import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp } from '@/e2e/app'
import { pdf } from '@/e2e/berkas/dokumen'
import { png } from '@/e2e/berkas/gambar'
import { Client } from '@/e2e/client'
import { Clinic, demand, type Konsultasi, type Person } from '@/e2e/clinic'
import { runCommand } from '@/e2e/command'
import { expect, test } from '@/e2e/fixtures'
import { download, uploaded } from '@/e2e/unggah'
import { startEmbeddedPostgres } from '@/lib/cli/postgres/server'
import { loadSecrets } from '@/lib/cli/secrets'
import type { PesanView } from '@/lib/contract/pesan'

async function makeKey(folder: string) {
  const { said } = await runCommand('backup', ['key'], folder)
  const file = join(folder, `kunci-${readdirSync(folder).length}`)
  writeFileSync(file, said.match(/AGE-SECRET-KEY-\S+/)?.[0] ?? '')
  return { recipient: said.match(/age1\S+/)?.[0] ?? '', file }
}

/** All that a participant sees of a konsultasi: its pesan as they are answered, and the hash of each file. */
async function recordOf(who: Person, { id }: Pick<Konsultasi, 'id'>) {
  const pesan = demand<PesanView[]>(200, await who.api.get(`/pesan/${id}?per_page=100`))
  const files = await Promise.all(pesan.flatMap(({ lampiran }) => (lampiran ? [download(who, lampiran.id)] : [])))
  return { pesan, hashes: files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')) }
}

const epochOf = async (who: Person, { id }: Pick<Konsultasi, 'id'>) =>
  ((await who.api.get(`/pesan/${id}`)).body.meta as { epoch: string }).epoch

/** The second goes on with what the first left, which takes long to make. */
test.describe.configure({ mode: 'serial' })

let folder = ''
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sapa-cadangan-'))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

let k: Konsultasi
let before: Awaited<ReturnType<typeof recordOf>>

test('a backup made under load is restored into an empty folder: every pesan and file is there, sessions are not, and nothing goes out', async () => {
  const places = { first: join(folder, 'klinik'), second: join(folder, 'pulih'), backup: join(folder, 'cadangan.age') }
  const key = await makeKey(folder)
  const app = await startApp({ DATA_DIR: places.first })
  let epoch: string
  try {
    const clinic = new Clinic(new Client(app.url))
    k = await clinic.active()
    await clinic.talk(k, 20)
    // Longer than the first piece that is decrypted at once, so that one that was cut off shows late.
    for (let n = 0; n < 20; n++) await clinic.send(k.pasien, k, `${n} ${'Sejak kemarin demam. '.repeat(200)}`)
    for (const bytes of [await png(), pdf()])
      await clinic.send(k.pasien, k, '', { lampiran_id: (await uploaded(k.pasien, k, { bytes })).id })
    before = await recordOf(k.dokter, k)
    epoch = await epochOf(k.dokter, k)
    const other = await clinic.active()
    let isOver = false
    const busy = (async () => {
      while (!isOver) await clinic.send(other.pasien, other, 'Sambil dicadangkan')
    })()
    const made = await runCommand('backup', [key.recipient, places.backup], places.first)
    isOver = true
    await busy
    expect(made, made.said).toMatchObject({ code: 0 })
    expect(readFileSync(places.backup).includes('Pesan 1')).toBe(false)
    expect(await runCommand('backup', [key.recipient, places.backup], places.first)).toMatchObject({ code: 1 })
  } finally {
    await app.stop()
  }

  const restored = await runCommand('restore', [places.backup, key.file], places.second)
  expect(restored, restored.said).toMatchObject({ code: 0 })
  const again = await startApp({ DATA_DIR: places.second, SMTP_URL: 'smtp://127.0.0.1:9' })
  try {
    expect((await new Client(again.url).bearing(k.dokter.token).get('/auth/me')).status).toBe(401)
    const clinic = new Clinic(new Client(again.url))
    const dokter = await clinic.signIn(k.dokter.email, k.dokter.password)
    expect(await recordOf(dokter, k)).toEqual(before)
    expect(await epochOf(dokter, k)).not.toBe(epoch)
    expect(demand<{ utuh: boolean }>(200, await (await clinic.admin()).api.get('/admin/audit/rantai'))).toMatchObject({ utuh: true })
    await clinic.send(dokter, k, 'Kita lanjutkan')
    expect(readFileSync(again.logFile, 'utf8')).toContain('letters and pushes are held')
    await clinic.booked()
    await expect.poll(() => existsSync(join(places.second, 'mail')) && readdirSync(join(places.second, 'mail')).length).toBeGreaterThan(0)
    await expectLooksWell(places.second)
  } finally {
    await again.stop()
  }
  await expectRefusals(places, folder, key.file)
})

test('a clinic moves from the embedded database to one of its operator’s, with sessions; one that has people in it is left as it is', async () => {
  const dataDir = join(folder, 'klinik')
  const elsewhere = mkdtempSync(join(folder, 'lain-'))
  const postgres = await startEmbeddedPostgres(elsewhere, loadSecrets(elsewhere))
  try {
    const { code, said } = await runCommand('move', [postgres.url], dataDir)
    expect(code, said).toBe(0)
    const NEXTAUTH_SECRET = said.match(/^NEXTAUTH_SECRET=(\S+)$/m)?.[1] ?? ''
    const app = await startApp({ DATA_DIR: dataDir, DATABASE_URL: postgres.url, NEXTAUTH_SECRET })
    try {
      const dokter = { ...k.dokter, api: new Client(app.url).bearing(k.dokter.token) }
      expect(await recordOf(dokter, k)).toEqual(before)
      await new Clinic(dokter.api).send(dokter, k, 'Kita lanjutkan di sini')
    } finally {
      await app.stop()
    }
    const again = await runCommand('move', [postgres.url], dataDir)
    expect(again.code).toBe(1)
    expect(again.said).toMatch(/^sapa: There are people in that database already/)
  } finally {
    await postgres.stop()
  }
})

/** Everything that Sapa needs is looked at while it runs; a file that is not there any more and a mail server that does not answer are said. */
async function expectLooksWell(dataDir: string) {
  const well = await runCommand('check', [], dataDir)
  expect(well, well.said).toMatchObject({ code: 0 })
  for (const name of ['settings', 'database', 'audit log', 'files', 'mail', 'realtime'])
    expect(well.said).toMatch(new RegExp(`^ok +${name}:`, 'm'))
  const files = join(dataDir, 'lampiran')
  rmSync(join(files, readdirSync(files).find((name) => !name.startsWith('.')) ?? ''))
  const ill = await runCommand('check', [], dataDir, { SMTP_URL: 'smtp://127.0.0.1:9' })
  expect(ill.code).toBe(1)
  expect(ill.said).toMatch(/^FAIL +files: 1 of \d+ are missing/m)
  expect(ill.said).toMatch(/^FAIL +mail: /m)
}

/** What is no whole backup, what is not ours to open, and what would write over a clinic: each is one sentence, and nothing is left behind that starts. */
async function expectRefusals(places: { first: string; second: string; backup: string }, folder: string, key: string) {
  const other = await makeKey(folder)
  const [cut, none, half] = ['potong.age', 'bukan.age', 'setengah'].map((name) => join(folder, name)) as [string, string, string]
  cpSync(places.backup, cut)
  truncateSync(cut, readFileSync(cut).length - 100)
  writeFileSync(none, 'bukan cadangan')
  for (const [args, place, told] of [
    [[places.backup, key], places.second, /not empty/],
    [[places.backup, other.file], join(folder, 'baru'), /another key/],
    [[none, key], join(folder, 'baru'), /no backup/],
    [[places.backup, none], join(folder, 'baru'), /no secret key/],
    [[cut, key], half, /cut off|damaged/],
  ] as const) {
    const { code, said } = await runCommand('restore', args, place)
    expect(code, said).toBe(1)
    expect(said).toMatch(told)
    expect(said.trim().split('\n')).toHaveLength(1)
  }
  expect(existsSync(join(folder, 'baru'))).toBe(false)
  await expect(startApp({ DATA_DIR: half })).rejects.toThrow('did not start')
}
