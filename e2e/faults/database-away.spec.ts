import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { startApp } from '@/e2e/app'
import { Client } from '@/e2e/client'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal } from '@/e2e/refusal'

/** A way to the database that can be cut (connections end at once) or go silent (they stay, and nothing comes through). */
type Way = Awaited<ReturnType<typeof openWay>>

async function openWay(databaseUrl: string) {
  const target = new URL(databaseUrl)
  const there = { port: Number(target.port), host: target.hostname }
  const sockets = new Set<Socket>()
  let state: 'open' | 'cut' | 'silent' = 'open'
  const server = createServer((near) => {
    if (state === 'cut') return near.destroy()
    if (state === 'silent') return sockets.add(near.pause())
    const far = connect(there)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined).on('close', () => [near, far].map((one) => one.destroy()) && sockets.delete(socket))
    }
    near.pipe(far).pipe(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  target.port = String((server.address() as AddressInfo).port)
  return {
    url: target.href,
    cut: () => {
      state = 'cut'
      for (const socket of sockets) socket.destroy()
    },
    silence: () => {
      state = 'silent'
      for (const socket of sockets) socket.pause().unpipe()
    },
    mend: () => {
      state = 'open'
      for (const socket of sockets) socket.destroy()
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** The app behind a way that can fail, an active konsultasi in its database, and somebody of it who asks through that app. */
const faulty = test.extend<{ far: { way: Way; there: Client; pasien: Client; konsultasiId: string } }>({
  far: async ({ clinic }, use) => {
    const way = await openWay(process.env.SAPA_DATABASE_URL ?? '')
    const app = await startApp({ DATABASE_URL: way.url, NEXTAUTH_SECRET: 'rahasia-untuk-uji-'.repeat(3), REALTIME: 'off' })
    try {
      const k = await clinic.active()
      const there = new Client(app.url)
      const pasien = there.bearing(k.pasien.token)
      expect((await pasien.get(`/pesan/${k.id}`)).status).toBe(200)
      await use({ way, there, pasien, konsultasiId: k.id })
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
