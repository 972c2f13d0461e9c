import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { startApp } from '@/e2e/app'
import { Client } from '@/e2e/client'
import { Clinic } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { mailsTo } from '@/e2e/mail/mailbox'
import { Device } from '@/e2e/push/device'
import { expectSuccess } from '@/e2e/refusal'

/** A push service that takes connections and never answers, and how many it was asked for, in all and at once. */
async function openHole() {
  const seen = { asked: 0, now: 0, most: 0 }
  const server = createServer((socket) => {
    seen.asked += 1
    seen.most = Math.max(seen.most, ++seen.now)
    socket.on('error', () => undefined).resume()
    socket.once('close', () => --seen.now)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

test('while a push service is dead the letter of somebody who is locked out does not wait for what others are told by it', async () => {
  const hole = await openHole()
  const app = await startApp({ REALTIME: 'off', PUSH_TEST_ORIGIN: hole.url })
  try {
    const clinic = new Clinic(new Client(app.url))
    const talks = await Promise.all(Array.from({ length: 6 }, () => clinic.active()))
    const people = talks.flatMap(({ pasien, dokter }) => [pasien, dokter])
    for (const { api } of people)
      for (const _ of [1, 2]) expectSuccess(await api.post('/push/langganan', new Device(hole.url).subscription), 201)
    await Promise.all(talks.flatMap((k) => [clinic.send(k.dokter, k, 'Sudah minum obat?'), clinic.send(k.pasien, k, 'Sudah, Dok')]))
    await expect.poll(() => hole.seen.now, { intervals: [50] }).toBeGreaterThan(1)

    const [{ email }] = people as [(typeof people)[0]]
    expectSuccess(await clinic.api.post('/auth/lupa-sandi', { email }))
    const isThere = () => mailsTo(join(app.dataDir, 'mail'), email).some(({ subject }) => /sandi/i.test(subject))
    await expect.poll(isThere, { intervals: [50] }).toBe(true)
    // Of two dozen that are to be told.
    expect(hole.seen.asked).toBeLessThan(10)
    expect(hole.seen.most).toBeLessThanOrEqual(3)
  } finally {
    await app.stop()
    hole.close()
  }
})
