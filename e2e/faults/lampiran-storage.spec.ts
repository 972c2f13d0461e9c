import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { Client as Database } from 'pg'
import { type App, startApp } from '@/e2e/app'
import { pdf } from '@/e2e/berkas/dokumen'
import { heavyPhoto, png } from '@/e2e/berkas/gambar'
import { ogg } from '@/e2e/berkas/suara'
import { Client } from '@/e2e/client'
import { Clinic } from '@/e2e/clinic'
import { read } from '@/e2e/conversation'
import { expect, test } from '@/e2e/fixtures'
import { readProc } from '@/e2e/proc'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import { startS3 } from '@/e2e/s3'
import { download, upload, uploaded } from '@/e2e/unggah'
import { uuidOf } from '@/lib/domain/id'

/** A place where bytes lie, which can be broken. */
interface Place {
  readonly app: App
  readonly keys: () => string[]
  readonly breakIt: () => unknown
  readonly mend: () => unknown
  readonly dispose: () => Promise<void>
}

async function onDisk(): Promise<Place> {
  const app = await startApp({ REALTIME: 'off' })
  const folder = join(app.dataDir, 'lampiran')
  return {
    app,
    keys: () => (existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : []),
    // Root may write into any folder, so it is no folder any more.
    breakIt: () => {
      renameSync(folder, `${folder}.away`)
      writeFileSync(folder, '')
    },
    mend: () => {
      rmSync(folder)
      renameSync(`${folder}.away`, folder)
    },
    dispose: app.stop,
  }
}

async function onS3(): Promise<Place> {
  const s3 = await startS3()
  const app = await startApp({ REALTIME: 'off', ...s3.settings })
  const dispose = async () => {
    await app.stop()
    await s3.dispose()
  }
  return { app, keys: s3.keys, breakIt: s3.silence, mend: s3.goOn, dispose }
}

for (const [name, open] of Object.entries({ 'a folder': onDisk, S3: onS3 }))
  test.describe(`with bytes in ${name}`, () => {
    test.describe.configure({ mode: 'serial' })

    let place: Place
    let clinic: Clinic
    let db: Database
    test.beforeAll(async () => {
      place = await open()
      clinic = new Clinic(new Client(place.app.url))
      db = new Database({ connectionString: place.app.databaseUrl })
      await db.connect()
    })
    test.afterAll(async () => {
      await db.end()
      await place.dispose()
    })

    const count = async () => (await db.query<{ count: number }>('SELECT count(*)::int FROM lampiran')).rows[0]?.count
    const trays = () => {
      const folder = join(place.app.dataDir, 'lampiran', '.masuk')
      return existsSync(folder) ? readdirSync(folder) : []
    }

    test('what was stored comes back byte for byte, whole and in parts', async () => {
      const k = await clinic.active()
      const bytes = ogg(20)
      const lampiran = await uploaded(k.pasien, k, { bytes })
      await clinic.send(k.pasien, k, '', { lampiran_id: lampiran.id })
      expect((await download(k.dokter, lampiran.id)).bytes.equals(bytes)).toBe(true)
      const part = await download(k.dokter, lampiran.id, '', { Range: 'bytes=100-199' })
      expect({ status: part.status, same: part.bytes.equals(bytes.subarray(100, 200)) }).toEqual({ status: 206, same: true })
      const picture = await uploaded(k.dokter, k, { bytes: await png(900, 600) })
      expect((await download(k.dokter, picture.id, '?varian=thumb')).bytes.length).toBeGreaterThan(0)
      expect(place.keys()).toHaveLength(3)
      expect(trays()).toEqual([])
    })

    test('while it is broken an upload is 503 within 10 s and leaves nothing; text goes on, and so does everything once it is mended', async () => {
      const k = await clinic.active()
      const before = await uploaded(k.pasien, k, { bytes: pdf() })
      const [rows, keys] = [await count(), place.keys()]
      await place.breakIt()
      try {
        const started = performance.now()
        const refused = await Promise.all([
          upload(k.pasien, k, { bytes: await png() }),
          upload(k.dokter, k, { bytes: pdf() }),
          k.pasien.api.get(`/lampiran/${before.id}`),
        ])
        for (const reply of refused) expectRefusal(reply, 'unavailable')
        expect(performance.now() - started).toBeLessThan(10_000)
        expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
        expect((await clinic.send(k.pasien, k, 'Fotonya belum bisa')).urutan).toBe(1)
        expect(trays()).toEqual([])
      } finally {
        await place.mend()
      }
      const { rows: left } = await db.query('SELECT id FROM lampiran WHERE disimpan_pada IS NULL AND dibuang_pada IS NULL')
      expect(left).toEqual([])
      // Where trays lie in the same place as files, not even a row was begun.
      expect([rows, (rows ?? 0) + 2]).toContain(await count())
      expect((await download(k.pasien, before.id)).status).toBe(200)
      expectSuccess(await upload(k.pasien, k, { bytes: pdf() }), 201)
      expect(place.keys().length).toBeLessThanOrEqual(keys.length + 1 + 3)
    })

    test('a sweep takes what was not sent within a day and what failed, with its bytes; what was sent stays', async () => {
      const k = await clinic.active()
      const [old, sent, fresh] = [
        await uploaded(k.pasien, k, { bytes: await png() }),
        await uploaded(k.pasien, k, { bytes: await png() }),
        await uploaded(k.pasien, k, { bytes: pdf() }),
      ]
      const ids = [old, sent, fresh].map(({ id }) => uuidOf('lampiran', id))
      await db.query("UPDATE lampiran SET dibuat_pada = now() - interval '25 hours' WHERE id = ANY($1)", [ids.slice(0, 2)])
      await db.query("UPDATE lampiran SET dibuang_pada = now() - interval '1 hour' WHERE dibuang_pada IS NOT NULL")
      await clinic.send(k.pasien, k, '', { lampiran_id: sent.id })
      await db.query("SELECT graphile_worker.add_job('sweep_lampiran', '{}')")
      await expect
        .poll(async () => (await db.query('SELECT 1 FROM lampiran WHERE id = $1 OR dibuang_pada IS NOT NULL', [ids[0]])).rows)
        .toEqual([])
      const { rows } = await db.query<{ key: string }>(
        'SELECT kunci AS key FROM lampiran UNION ALL SELECT kunci_thumb FROM lampiran WHERE kunci_thumb IS NOT NULL ORDER BY key',
      )
      expect(place.keys().sort()).toEqual(rows.map(({ key }) => key).sort())
      expect((await download(k.pasien, old.id)).status).toBe(404)
      expectRefusal(await k.pasien.api.post('/pesan', { konsultasi_id: k.id, lampiran_id: old.id }), 'validation_failed', ['lampiran_id'])
      for (const kept of [sent, fresh]) expect((await download(k.pasien, kept.id)).status).toBe(200)
    })

    test('a sweep and a send at the same moment: the pesan has its lampiran, or there is no pesan', async () => {
      const k = await clinic.active()
      const lampiran: string[] = []
      for (let n = 0; n < 6; n++) lampiran.push((await uploaded(k.pasien, k, { bytes: pdf() })).id)
      await db.query("UPDATE lampiran SET dibuat_pada = now() - interval '25 hours' WHERE dikirim_pada IS NULL")
      const [replies] = await Promise.all([
        Promise.all(
          lampiran.map((lampiran_id) => k.pasien.api.post('/pesan', { konsultasi_id: k.id, lampiran_id, client_id: randomUUID() })),
        ),
        db.query("SELECT graphile_worker.add_job('sweep_lampiran', '{}')"),
      ])
      for (const [n, reply] of replies.entries()) {
        if (reply.status === 201) expect((await download(k.dokter, lampiran[n] ?? '')).status).toBe(200)
        else expectRefusal(reply, 'validation_failed', ['lampiran_id'])
      }
      const { data } = await read(k.dokter, k)
      expect(data.map(({ urutan }) => urutan)).toEqual(data.map((_, n) => n + 1))
      expect(data.every(({ lampiran: with_ }) => with_ !== null)).toBe(true)
    })

    test('an upload that breaks off leaves nothing', async () => {
      const k = await clinic.active()
      const [rows, keys] = [await count(), place.keys()]
      const { port } = place.app
      const headers = {
        Authorization: `Bearer ${k.pasien.token}`,
        'Content-Type': 'multipart/form-data; boundary=batas',
        'Content-Length': '5000000',
      }
      const cut = request({ host: '127.0.0.1', port, method: 'POST', path: '/api/v1/lampiran', headers }).on('error', () => undefined)
      cut.write(`--batas\r\nContent-Disposition: form-data; name="konsultasi_id"\r\n\r\n${k.id}\r\n`)
      cut.write('--batas\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n')
      cut.write(Buffer.alloc(400_000, 'x'))
      await expect.poll(() => trays().length).toBe(1)
      cut.destroy()
      await expect.poll(() => trays()).toEqual([])
      expect([await count(), place.keys()]).toEqual([rows, keys])
    })

    test('processes that are killed while they read a file take nothing and nobody with them', async () => {
      const k = await clinic.active()
      const photo = await heavyPhoto(6_000_000)
      const uploads = Array.from({ length: 4 }, () => upload(k.pasien, k, { bytes: photo }))
      await expect.poll(() => readersOf(place.app.webPid).length, { intervals: [20] }).toBeGreaterThan(0)
      const killed = readersOf(place.app.webPid)
      for (const pid of killed) process.kill(pid, 'SIGKILL')
      const replies = await Promise.all(uploads)
      for (const reply of replies) expectSuccess(reply, 201)
      expect(readersOf(place.app.webPid)).not.toEqual(expect.arrayContaining(killed))
      expect((await k.pasien.api.get('/api/live')).status).toBe(200)
    })
  })

/** The processes in which a web server has files read. */
function readersOf(webPid: number): number[] {
  const children = readFileSync(`/proc/${webPid}/task/${webPid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
  return children.filter((pid) => readProc(pid, 'cmdline').includes('inspection/child.mjs'))
}
