import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { startApp } from '@/e2e/app'
import { png } from '@/e2e/berkas/gambar'
import { Client } from '@/e2e/client'
import { Clinic, demand } from '@/e2e/clinic'
import { failingStart } from '@/e2e/failing-start'
import { expect, test } from '@/e2e/fixtures'
import { hasPooler, openPooler } from '@/e2e/pooler'
import { expectSuccess } from '@/e2e/refusal'
import { uploaded } from '@/e2e/unggah'
import type { PesanView } from '@/lib/contract/pesan'

const database = () => process.env.SAPA_DATABASE_URL ?? ''
const SECRET = 'x'.repeat(48)

// Where the machine has none, these are not tests that are skipped but tests that it cannot have; `npm test` says so.
if (hasPooler()) {
  test('behind a pooler that gives every transaction another connection, everything works, and every pesan is there once', async () => {
    const pooler = await openPooler(database())
    const app = await startApp({ DATABASE_URL: pooler.url, DIRECT_URL: database(), NEXTAUTH_SECRET: SECRET, REALTIME: 'off' })
    try {
      const clinic = new Clinic(new Client(app.url))
      const all = await Promise.all(Array.from({ length: 4 }, () => clinic.active()))
      const texts = Array.from({ length: 25 }, (_, n) => `Obat sudah diminum ${n}`)
      await Promise.all(all.flatMap((k) => texts.map((text) => clinic.send(k.pasien, k, text, { client_id: randomUUID() }))))
      for (const k of all) {
        const { body, headers } = await k.dokter.api.get<PesanView[]>(`/pesan/${k.id}?per_page=100`)
        expect(body.data.map(({ urutan }) => urutan)).toEqual(texts.map((_, n) => n + 1))
        expect(body.data.map(({ pesan }) => pesan).sort()).toEqual([...texts].sort())
        expect((await k.dokter.api.get(`/pesan/${k.id}?per_page=100`, { 'If-None-Match': headers.get('etag') ?? '' })).status).toBe(304)
        expect(demand(200, await k.dokter.api.put(`/pesan/${k.id}/mark-all-read`))).toEqual({ marked: 25, unread_count: 0 })
        expect(demand<unknown[]>(200, await k.pasien.api.get('/pesan?q=obat'))).not.toHaveLength(0)
        const photo = await uploaded(k.pasien, k, { bytes: await png() })
        await clinic.send(k.pasien, k, '', { lampiran_id: photo.id })
        await clinic.complete(k)
      }
      const { api } = await clinic.admin()
      for (const path of ['/admin/statistik', '/admin/audit', '/admin/audit/rantai', '/konsultasi']) expectSuccess(await api.get(path), 200)
      expect(readFileSync(app.logFile, 'utf8')).not.toMatch(/"level":"error"|the job queue has trouble/)
    } finally {
      await app.stop()
      await pooler.close()
    }
  })

  test('a pooler without a way past it, and a way that leads elsewhere, end the start with one sentence', async () => {
    const [strict, lenient] = await Promise.all([
      openPooler(database()),
      openPooler(database(), { ignore_startup_parameters: 'statement_timeout,extra_float_digits' }),
    ])
    try {
      const elsewhere = Object.assign(new URL(database()), { pathname: '/postgres' }).href
      const needs = /DATABASE_URL is behind a pooler: DIRECT_URL/
      for (const [settings, told] of [
        [{ DATABASE_URL: strict.url }, needs],
        [{ DATABASE_URL: lenient.url }, needs],
        [{ DATABASE_URL: lenient.url, DIRECT_URL: lenient.url }, /DIRECT_URL/],
        [{ DATABASE_URL: strict.url, DIRECT_URL: elsewhere }, /different databases|DIRECT_URL/],
        [{ DIRECT_URL: database() }, /DATABASE_URL, which is not set/],
        [{ DATABASE_URL: `${strict.url}-lain`, DIRECT_URL: database() }, /the database sapa-lain, which the pooler at/],
      ] as const) {
        const { code, said } = await failingStart({ NEXTAUTH_SECRET: SECRET, ...settings })
        expect(code, said).toBeGreaterThan(0)
        expect(said).toMatch(told)
        expect(said.split('\n')).toHaveLength(1)
      }
    } finally {
      await Promise.all([strict.close(), lenient.close()])
    }
  })
}
