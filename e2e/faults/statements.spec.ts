import { randomUUID } from 'node:crypto'
import { startApp } from '@/e2e/app'
import { Client, type Reply } from '@/e2e/client'
import { demand, type Konsultasi } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { NextAuthBrowser } from '@/e2e/next-auth-browser'
import { transfersOf } from '@/e2e/proc'
import { openCounter } from '@/e2e/statements'
import type { DokumenView } from '@/lib/contract/dokumen'

/** Calls of each kind; the least is what the call itself costs, for jobs ask on the same way now and then. */
const ROUNDS = 12

type Counter = Awaited<ReturnType<typeof openCounter>>

const PROFIL = { tanggal_lahir: '2022-03-14', jenis_kelamin: 'P', alamat: 'Jalan Melati 5', berat_kg: 14.5, alergi: [] }
const RESEP = { jenis: 'resep', isi: { obat: [{ nama: 'Parasetamol', jumlah: 10, satuan: 'tablet', signa: '3 dd 1 tab' }] } }

/** What a call costs that does not depend on the machine. */
interface Cost {
  /** That are carried out in the database. */
  readonly statements: number
  /** System calls of the web server that read or write, as Linux counts them. */
  readonly transfers: number
}

/** Statements, and transfers at most: two for each statement and two for the request, and room for answers of a transaction that come in pieces. */
const KNOWN = {
  'idle poll': [1, 4],
  'idle poll with the badge': [1, 4],
  'idle poll with badge and desk': [1, 4],
  list: [2, 6],
  'list of a dokter': [2, 6],
  since: [2, 6],
  'unread-count': [1, 4],
  kabar: [1, 4],
  inbox: [3, 13],
  'first screen': [2, 6],
  'first screen of a dokter': [2, 6],
  send: [4, 12],
  'send of a pasien': [4, 12],
  'mark-all-read': [7, 20],
  'issue a resep': [6, 24],
} as const

const mapped = <Name extends string, From, To>(all: Record<Name, From>, to: (one: From) => To) =>
  Object.fromEntries(Object.entries<From>(all).map(([name, one]) => [name, to(one)]))

test('a call asks the database no more often than it is known to, nor the kernel', async ({ clinic }) => {
  const counter = await openCounter(process.env.SAPA_DATABASE_URL ?? '')
  const app = await startApp({ DATABASE_URL: counter.url, NEXTAUTH_SECRET: 'rahasia-untuk-uji-'.repeat(3), REALTIME: 'off' })
  try {
    const k = await clinic.active()
    const [pasien, dokter] = [k.pasien, k.dokter].map(({ token }) => new Client(app.url).bearing(token)) as [Client, Client]
    const browser = new NextAuthBrowser(app.url)
    await browser.signIn(k.pasien.email, k.pasien.password)
    const ofDokter = new NextAuthBrowser(app.url)
    await ofDokter.signIn(k.dokter.email, k.dokter.password)
    const sendOfPasien = () => pasien.post('/pesan', { konsultasi_id: k.id, pesan: 'Sudah tidak sesak, Dok', client_id: randomUUID() })
    const treated = await clinic.active({
      pasien: k.pasien,
      dokter: k.dokter,
      more: { profil_id: (await clinic.addProfil(k.pasien, PROFIL)).id },
    })
    const issue = (more: object = {}) => dokter.post(`/konsultasi/${treated.id}/dokumen`, { ...RESEP, ...more })
    const send = () => dokter.post('/pesan', { konsultasi_id: k.id, pesan: 'Halo', client_id: randomUUID() })

    const knownOf = async (client: Client, more = '') => {
      const { headers } = await client.get(`/pesan/${k.id}?since=0${more}`)
      return { 'If-None-Match': headers.get('etag') ?? '' }
    }
    const [known, alsoKabar, alsoMeja] = [
      await knownOf(pasien),
      await knownOf(pasien, '&sertakan=kabar'),
      await knownOf(dokter, '&sertakan=kabar,meja'),
    ]

    const costOf = async (call: () => Promise<{ status: number }>, status = 200, prepare?: () => Promise<unknown>): Promise<Cost> => {
      const least = { statements: Number.POSITIVE_INFINITY, transfers: Number.POSITIVE_INFINITY }
      for (let n = 0; n < ROUNDS; n++) {
        await prepare?.()
        const before = { statements: counter.count(), transfers: transfersOf(app.webPid) }
        expect((await call()).status).toBe(status)
        least.statements = Math.min(least.statements, counter.count() - before.statements)
        least.transfers = Math.min(least.transfers, transfersOf(app.webPid) - before.transfers)
      }
      return least
    }

    const costs = {
      'idle poll': await costOf(() => pasien.get(`/pesan/${k.id}?since=0`, known), 304),
      'idle poll with the badge': await costOf(() => pasien.get(`/pesan/${k.id}?since=0&sertakan=kabar`, alsoKabar), 304),
      'idle poll with badge and desk': await costOf(() => dokter.get(`/pesan/${k.id}?since=0&sertakan=kabar,meja`, alsoMeja), 304),
      list: await costOf(() => pasien.get(`/pesan/${k.id}`)),
      'list of a dokter': await costOf(() => dokter.get(`/pesan/${k.id}`)),
      since: await costOf(() => pasien.get(`/pesan/${k.id}?since=1`)),
      'unread-count': await costOf(() => pasien.get(`/pesan/${k.id}/unread-count`)),
      kabar: await costOf(() => pasien.get('/kabar')),
      inbox: await costOf(() => pasien.get('/konsultasi')),
      'first screen': await costOf(() => browser.get(`/pasien/konsultasi/${k.id}`)),
      'first screen of a dokter': await costOf(() => ofDokter.get(`/dokter/konsultasi/${k.id}`)),
      send: await costOf(send, 201),
      'send of a pasien': await costOf(sendOfPasien, 201),
      'mark-all-read': await costOf(() => pasien.put(`/pesan/${k.id}/mark-all-read`), 200, send),
      'issue a resep': await costOf(() => issue({ client_id: randomUUID() }), 201),
    }
    expect(mapped(costs, ({ statements }) => statements)).toEqual(mapped(KNOWN, ([statements]) => statements))
    const dearer = Object.entries(costs).filter(([name, { transfers }]) => transfers > KNOWN[name as keyof typeof KNOWN][1])
    expect(Object.fromEntries(dearer)).toEqual({})
    await expectFoundAgain(counter, treated, issue)
  } finally {
    await app.stop()
    counter.close()
  }
})

/** A dokumen whose COMMIT was not answered is answered all the same, once, with a `client_id` or without. */
async function expectFoundAgain(
  { loseCommitOf }: Counter,
  { id, pasien }: Konsultasi,
  issue: (more?: object) => Promise<Reply<DokumenView>>,
): Promise<void> {
  const list = async () => demand(200, await pasien.api.get(`/konsultasi/${id}/dokumen`))
  const before = await list()
  const client_id = randomUUID()
  loseCommitOf('store_dokumen')
  const first = await issue()
  loseCommitOf('store_dokumen')
  const second = await issue({ client_id })
  const again = await issue({ client_id })
  expect([first.status, second.status, again.status]).toEqual([201, 200, 200])
  const issued = [first, second].map(({ body }) => body?.data)
  expect(again.body?.data).toEqual(issued[1])
  expect(await list()).toEqual([...before, ...issued])
}
