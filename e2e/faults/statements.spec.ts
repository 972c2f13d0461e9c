import { randomUUID } from 'node:crypto'
import { startApp } from '@/e2e/app'
import { Client } from '@/e2e/client'
import { expect, test } from '@/e2e/fixtures'
import { NextAuthBrowser } from '@/e2e/next-auth-browser'
import { openCounter } from '@/e2e/statements'

/** Calls of each kind; the least is what the call itself costs, for jobs ask on the same way now and then. */
const ROUNDS = 12

test('a call asks the database no more often than it is known to', async ({ clinic }) => {
  const counter = await openCounter(process.env.SAPA_DATABASE_URL ?? '')
  const app = await startApp({ DATABASE_URL: counter.url, NEXTAUTH_SECRET: 'rahasia-untuk-uji-'.repeat(3), REALTIME: 'off' })
  try {
    const k = await clinic.active()
    const [pasien, dokter] = [k.pasien, k.dokter].map(({ token }) => new Client(app.url).bearing(token)) as [Client, Client]
    const browser = new NextAuthBrowser(app.url)
    await browser.signIn(k.pasien.email, k.pasien.password)
    const { headers } = await pasien.get(`/pesan/${k.id}?since=0`)
    const known = { 'If-None-Match': headers.get('etag') ?? '' }
    const sendOfPasien = () => pasien.post('/pesan', { konsultasi_id: k.id, pesan: 'Sudah tidak sesak, Dok', client_id: randomUUID() })
    const send = () => dokter.post('/pesan', { konsultasi_id: k.id, pesan: 'Halo', client_id: randomUUID() })

    const statementsOf = async (call: () => Promise<{ status: number }>, status = 200, prepare?: () => Promise<unknown>) => {
      let least = Number.POSITIVE_INFINITY
      for (let n = 0; n < ROUNDS; n++) {
        await prepare?.()
        const before = counter.count()
        expect((await call()).status).toBe(status)
        least = Math.min(least, counter.count() - before)
      }
      return least
    }

    expect({
      'idle poll': await statementsOf(() => pasien.get(`/pesan/${k.id}?since=0`, known), 304),
      list: await statementsOf(() => pasien.get(`/pesan/${k.id}`)),
      since: await statementsOf(() => pasien.get(`/pesan/${k.id}?since=1`)),
      'unread-count': await statementsOf(() => pasien.get(`/pesan/${k.id}/unread-count`)),
      kabar: await statementsOf(() => pasien.get('/kabar')),
      inbox: await statementsOf(() => pasien.get('/konsultasi')),
      'first screen': await statementsOf(() => browser.get(`/pasien/konsultasi/${k.id}`)),
      send: await statementsOf(send, 201),
      'send of a pasien': await statementsOf(sendOfPasien, 201),
      'mark-all-read': await statementsOf(() => pasien.put(`/pesan/${k.id}/mark-all-read`), 200, send),
    }).toEqual({
      'idle poll': 1,
      list: 2,
      since: 2,
      'unread-count': 2,
      kabar: 2,
      inbox: 3,
      'first screen': 3,
      send: 4,
      'send of a pasien': 4,
      'mark-all-read': 7,
    })
  } finally {
    await app.stop()
    counter.close()
  }
})
