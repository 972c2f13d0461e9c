import { setTimeout } from 'node:timers/promises'
import { startApp } from '@/e2e/app'
import { Client } from '@/e2e/client'
import type { Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal } from '@/e2e/refusal'
import { openWay, type Way } from './way'

/** The app behind a way that can fail, an active konsultasi in its database, and somebody of it who asks through that app. */
const faulty = test.extend<{ far: { way: Way; there: Client; pasien: Client; person: Person; konsultasiId: string } }>({
  far: async ({ clinic }, use) => {
    const way = await openWay(process.env.SAPA_DATABASE_URL ?? '')
    const app = await startApp({ DATABASE_URL: way.url, NEXTAUTH_SECRET: 'rahasia-untuk-uji-'.repeat(3), REALTIME: 'off' })
    try {
      const k = await clinic.active()
      const there = new Client(app.url)
      const pasien = there.bearing(k.pasien.token)
      expect((await pasien.get(`/pesan/${k.id}`)).status).toBe(200)
      await use({ way, there, pasien, person: k.pasien, konsultasiId: k.id })
      way.mend()
      await expect.poll(async () => (await there.get('/api/ready')).status).toBe(200)
      expect((await pasien.post('/pesan', { konsultasi_id: k.id, pesan: 'Kembali' })).status).toBe(201)
      expect((await k.dokter.api.get(`/pesan/${k.id}`)).body.data.map((one) => one.pesan)).toEqual(['Kembali'])
    } finally {
      await app.stop()
      way.close()
    }
  },
})

faulty('while the database is away everybody gets 503 and nobody anything else; when it is back, so is the service', async ({ far }) => {
  const { way, there, pasien, konsultasiId } = far
  way.cut()
  for (const client of [pasien, there.bearing('bukan.token')]) expectRefusal(await client.get(`/pesan/${konsultasiId}`), 'unavailable')
  expectRefusal(await there.get(`/pesan/${konsultasiId}`), 'unauthenticated')
  expectRefusal(await pasien.post('/pesan', { konsultasi_id: konsultasiId, pesan: 'Hilang?' }), 'unavailable')
  expect((await there.get('/api/live')).status).toBe(200)
  expect((await there.get('/api/ready')).status).toBe(503)
})

faulty('a database that takes what is said and never answers is away too, within five seconds', async ({ far }) => {
  const { way, pasien, konsultasiId } = far
  way.silence()
  const answers = Promise.all([
    pasien.get(`/pesan/${konsultasiId}`),
    pasien.get(`/pesan/${konsultasiId}/unread-count`),
    pasien.post('/pesan', { konsultasi_id: konsultasiId, pesan: 'Hilang?' }),
    pasien.put(`/pesan/${konsultasiId}/mark-all-read`),
  ])
  const inTime = await Promise.race([answers, setTimeout(5000, [], { ref: false })])
  expect(inTime).toHaveLength(4)
  for (const answer of inTime) expectRefusal(answer, 'unavailable')
})

faulty(
  'whoever opens a page meanwhile reads why it does not open, in their language, and is let in as soon as it does',
  async ({ far, browserOf, complaints }) => {
    complaints.allow(/status of 503/)
    const { way, there, person, konsultasiId } = far
    const path = `/pasien/konsultasi/${konsultasiId}`
    const context = await browserOf(person, { baseURL: there.url })
    const [page, withoutScripts] = [await context.newPage(), await browserOf(person, { baseURL: there.url, javaScriptEnabled: false })]
    way.cut()
    for (const at of [path, '/', '/masuk', `/v/${'A'.repeat(16)}`]) {
      const answer = await context.request.get(at, { headers: { 'Accept-Language': 'en-GB,en;q=0.9,id;q=0.8' } })
      expect({ at, status: answer.status(), headers: answer.headers() }).toMatchObject({
        at,
        status: 503,
        headers: { 'retry-after': '5', 'cache-control': 'private, no-store', 'content-type': 'text/html; charset=utf-8' },
      })
      expect(await answer.text()).toContain('Sapa cannot reach its database just now')
    }
    const told = await (await withoutScripts.newPage()).goto(path)
    expect([told?.status(), await told?.text()]).toEqual([503, expect.stringContaining('Sapa sedang terputus dari penyimpanannya')])

    expect((await page.goto(path))?.status()).toBe(503)
    await expect(page.getByRole('heading', { name: 'Sapa sedang terputus' })).toBeVisible()
    await expect(page.getByText('tetap tersimpan')).toBeVisible()
    way.mend()
    await expect(page.getByRole('log', { name: 'Percakapan' })).toBeVisible()
    expect(page.url()).toBe(there.url + path)
  },
)

faulty('whoever goes on in an open page meanwhile reads the same, and the page comes by itself', async ({ far, browserOf, complaints }) => {
  complaints.allow(/status of 503|Minified React|unavailable/)
  const { way, there, person } = far
  const page = await (await browserOf(person, { baseURL: there.url })).newPage()
  await page.goto('/akun')
  way.cut()
  await page.getByRole('link', { name: 'Keamanan' }).click()
  await expect(page.getByRole('heading', { name: 'Sapa sedang terputus' })).toBeVisible()
  way.mend()
  await expect(page.getByRole('heading', { name: 'Keamanan' })).toBeVisible()
})
