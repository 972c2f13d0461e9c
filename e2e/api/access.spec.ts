import { readFileSync } from 'node:fs'
import { Client as Database } from 'pg'
import { API, COLUMNS, OTHERS, PAGES, type Row, routeOf, type Scene } from '@/e2e/access-table'
import { pdf } from '@/e2e/berkas/dokumen'
import type { Client, Reply } from '@/e2e/client'
import { type Clinic, demand, type Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { NextAuthBrowser } from '@/e2e/next-auth-browser'
import { uploaded } from '@/e2e/unggah'
import { buildApp } from '@/lib/cli/artifacts'
import { methodOf } from '@/lib/contract/endpoint'

/** The address of a row in this scene: whose id stands in it depends on what it is about. */
function addressOf(row: Row, scene: Scene): string {
  const route = routeOf(row)
  if (route.includes('[...nextauth]')) return '/api/auth/session'
  if (route.includes('[[...lain]]')) return '/api/tidak-ada'
  const query = Object.entries(row.ask?.(scene).query ?? {}).map(([name, value]) => [name, String(value)])
  return `${route.replace('[id]', idFor(row, scene)).replace('[kode]', route.includes('/bahaya/') ? 'nyeri_dada' : scene.dokumen.kode)}${query.length > 0 ? `?${new URLSearchParams(query)}` : ''}`
}

function idFor(row: Row, { k, pesan, waiting, lampiran, profil, dokumen, permintaan, balasan }: Scene): string {
  if (row.of === 'profil') return profil.id
  if (row.of === 'dokumen') return dokumen.id
  if (row.of === 'permintaan') return permintaan.id
  if (row.of === 'balasan') return balasan.id
  if (row.of === 'pesan') return pesan.id
  if (row.of === 'lampiran') return lampiran.id
  return row.of === 'pengguna' || /\/admin\/(dokter|pengguna)\//.test(routeOf(row)) ? waiting.id : k.id
}

async function sceneOf(clinic: Clinic): Promise<Scene> {
  const [k, waiting] = await Promise.all([clinic.active(), clinic.unverifiedDokter()])
  const lampiran = await uploaded(k.pasien, k, { bytes: pdf() })
  const profil = await clinic.addProfil(k.pasien)
  const dokumen = await clinic.issue(k, { jenis: 'lab', isi: { pemeriksaan: ['Darah lengkap'] } })
  const permintaan = demand(201, await k.pasien.api.post(`/dokumen/${dokumen.id}/permintaan`, { isi: 'Nama saya salah' }))
  const balasan = demand(201, await k.dokter.api.post('/balasan-cepat', { pintasan: 'halo', judul: 'Halo', isi: 'Halo {pasien}' }))
  const pesan = await clinic.send(k.pasien, k, 'Rahasia', { lampiran_id: lampiran.id })
  return { k, pesan, waiting, lampiran, profil, dokumen, permintaan, balasan }
}

const strangersOf = async (clinic: Clinic) => Promise.all([clinic.pasien(), clinic.dokter(), clinic.unverifiedDokter(), adminOfOwn(clinic)])

/** An admin whom no other test is: some rows end sessions. Nobody becomes one over HTTP. */
async function adminOfOwn(clinic: Clinic): Promise<Person> {
  const person = await clinic.pasien()
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  try {
    await database.query(`UPDATE pengguna SET peran = 'admin' WHERE email = $1`, [person.email])
  } finally {
    await database.end()
  }
  return person
}

const askRow = (client: Client, row: Row, scene: Scene): Promise<Reply> =>
  client.ask(methodOf(row.call), addressOf(row, scene), row.ask?.(scene))

test('the tables name every route and every page of the build, and nothing else', async () => {
  const manifest = JSON.parse(readFileSync(`${await buildApp()}/app-path-routes-manifest.json`, 'utf8')) as Record<string, string>
  const built = Object.values(manifest).filter((route) => !route.startsWith('/_'))
  const named = [...API, ...OTHERS, ...PAGES].map(routeOf)
  expect([...new Set(named)].sort()).toEqual([...new Set(built)].sort())
})

test('the table names every method that a route has', async ({ api, clinic }) => {
  const scene = await sceneOf(clinic)
  for (const row of API) {
    const route = routeOf(row)
    const methods = new Set(API.filter((other) => routeOf(other) === route).map(({ call }) => methodOf(call)))
    const allowed = (await api.ask('OPTIONS', addressOf(row, scene))).headers.get('allow')?.split(', ') ?? []
    expect(allowed.filter((method) => method !== 'HEAD' && method !== 'OPTIONS').sort(), route).toEqual([...methods].sort())
  }
})

test('every call answers every kind of person as the table says', async ({ api, clinic }) => {
  const scene = await sceneOf(clinic)
  const clients = [api, ...(await strangersOf(clinic)).map((person) => person.api)]
  for (const row of [...API, ...OTHERS])
    for (const [column, client] of clients.entries()) {
      const { status, text } = await askRow(client, row, scene)
      expect.soft(status, `${row.call} by ${COLUMNS[column]}: ${text.slice(0, 200)}`).toBe(row.statuses[column])
    }
})

test('a garbage token, an ended session and a suspended account are nobody', async ({ api, clinic }) => {
  const scene = await sceneOf(clinic)
  const [ended, suspended] = await Promise.all([clinic.pasien(), clinic.pasien()])
  await ended.api.post('/auth/logout')
  await clinic.setActive(suspended, false)
  const nobodies = { garbage: api.bearing('bukan.token.siapa-pun'), ended: ended.api, suspended: suspended.api }
  for (const row of API.filter(({ statuses: [nobody] }) => nobody === 401))
    for (const [who, client] of Object.entries(nobodies))
      expect.soft((await askRow(client, row, scene)).status, `${row.call} by ${who}`).toBe(401)
})

test('every page opens to those of its wing and of its konsultasi only', async ({ api, clinic }) => {
  const scene = await sceneOf(clinic)
  const people = await strangersOf(clinic)
  const browsers = [api, ...people].map(() => new NextAuthBrowser(api.url))
  for (const [n, person] of people.entries()) await browsers[n + 1]?.signIn(person.email, person.password)
  for (const row of PAGES)
    for (const [column, browser] of browsers.entries()) {
      const answer = await browser.get(addressOf(row, scene))
      expect.soft(answer.status, `${row.call} by ${COLUMNS[column]}`).toBe(row.statuses[column])
      expect.soft(await answer.text(), `${row.call} by ${COLUMNS[column]}`).not.toContain('Rahasia')
    }
})
