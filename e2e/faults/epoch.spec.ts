import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client as Postgres } from 'pg'
import { type App, startApp } from '@/e2e/app'
import { Client } from '@/e2e/client'
import { demand } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'

/** What the pasien of the demo clinic is told of their conversation. */
async function look({ url }: App, known = '') {
  const client = new Client(url)
  const { token } = demand(200, await client.post('/auth/login', { email: 'pasien@demo.id', password: 'demo-konsultasi' }))
  const pasien = client.bearing(token)
  const [konsultasi] = demand(200, await pasien.get('/konsultasi?status=active'))
  const { status, headers, body } = await pasien.get(`/pesan/${konsultasi?.id}`, { 'If-None-Match': known })
  return { status, etag: headers.get('etag') ?? '', epoch: body?.meta.epoch }
}

async function change({ databaseUrl }: App, sql: string) {
  const database = new Postgres({ connectionString: databaseUrl })
  await database.connect()
  await database.query(sql)
  await database.end()
}

test('the epoch stays over a restart, and is another one after a restore: for who asks anew, and for who asks whether something is new', async () => {
  // Three whole starts.
  test.setTimeout(240_000)
  const folder = mkdtempSync(join(tmpdir(), 'sapa-'))
  const during = async <Result>(work: (app: App) => Promise<Result>): Promise<Result> => {
    const app = await startApp({ DATA_DIR: folder })
    try {
      return await work(app)
    } finally {
      await app.stop()
    }
  }
  try {
    const first = await during(look)
    expect(first.epoch).toMatch(/^\S{3,20}$/)

    const again = await during(async (app) => {
      const same = await look(app, first.etag)
      expect(same.status).toBe(304)
      await change(app, "UPDATE epoch SET nilai = 'dipulihkan'")
      const restored = await look(app, first.etag)
      expect({ status: restored.status, isNew: restored.epoch !== first.epoch }).toEqual({ status: 200, isNew: true })
      // As a dump of another place leaves it.
      await change(app, "UPDATE epoch SET asal = 'klaster lain/1'")
      return restored
    })

    const copied = await during(look)
    expect(copied.epoch).not.toBe(again.epoch)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
