import { randomUUID } from 'node:crypto'
import type { Agent } from 'node:http'
import type { Client } from 'pg'
import { type Call, call } from './drive'
import type { Target } from './load'
import { completeProfil, someKode } from './load-dokumen'

/** What is measured: one kind of request, over several konsultasi in turn. */
export interface Case {
  readonly name: string
  readonly expected: number
  /** What it should cost at most, in multiples of the floor's CPU. */
  readonly goal?: number
  /** Asked one after the other, a tenth as often: each keeps others waiting, or draws. */
  readonly alone?: true
  /** Reads what a round needs to know, before its clock starts; gives the round's n-th request. */
  readonly prepare: (place: Place) => Promise<(n: number) => Call>
}

export interface Place {
  readonly agent: Agent
  /** One connection. */
  readonly single: Agent
  readonly port: number
  readonly db: Client
  readonly targets: readonly Target[]
  /** The session of a dokter of many years (load-meja.ts). */
  readonly mejaToken: string
}

export const CASES: readonly Case[] = [
  { name: 'floor: GET /api/live', expected: 200, prepare: (place) => each(place, () => '/api/live') },
  { name: 'idle poll (304)', expected: 304, goal: 1.2, prepare: (place) => prepareIdlePoll(place, '') },
  { name: 'the same with the badge', expected: 304, goal: 1.2, prepare: (place) => prepareIdlePoll(place, '&sertakan=kabar') },
  { name: 'unread-count', expected: 200, goal: 1.3, prepare: (place) => each(place, (t) => `${pesanOf(t)}/unread-count`) },
  { name: 'list of 30', expected: 200, goal: 1.8, prepare: (place) => each(place, pesanOf) },
  { name: 'meja of 50,000', expected: 200, goal: 3, prepare: (place) => forDesk(place, '/api/v1/konsultasi?urut=meja') },
  { name: 'kabar of the same', expected: 200, goal: 1.25, prepare: (place) => forDesk(place, '/api/v1/kabar') },
  { name: 'since, one change', expected: 200, prepare: prepareChange },
  { name: 'inbox of 10', expected: 200, prepare: (place) => each(place, () => '/api/v1/konsultasi') },
  // Every pesan has the one; of the other two, a hundredth of the own pesan has both.
  { name: 'search, common word', expected: 200, prepare: (place) => each(place, () => '/api/v1/pesan?q=batuk') },
  { name: 'search, rare words', expected: 200, prepare: (place) => each(place, () => '/api/v1/pesan?q=gatal+37') },
  // Of a pasien each text is looked through for signs of danger, of a dokter none.
  { name: 'send', expected: 201, goal: 2.2, prepare: (place) => prepareSend(place, 'token') },
  { name: 'send of a dokter', expected: 201, goal: 2.2, prepare: (place) => prepareSend(place, 'dokterToken') },
  { name: 'mark-all-read, one pesan', expected: 200, goal: 1.8, prepare: prepareMarks },
  // What any page costs stands beside the one that checks a dokumen.
  { name: 'page /masuk', expected: 200, prepare: (place) => each(place, () => '/masuk') },
  { name: 'page of a conversation', expected: 200, goal: 8, prepare: async ({ targets }) => inTurn(targets.map(screenOf)) },
  { name: 'page /v/{kode}', expected: 200, goal: 3, prepare: (place) => eachKode(place, (kode) => `/v/${kode}`) },
  { name: 'GET /verifikasi/{kode}', expected: 200, prepare: (place) => eachKode(place, (kode) => `/api/v1/verifikasi/${kode}`) },
  { name: 'resep, one after the other', expected: 201, alone: true, prepare: prepareResep },
]

/** What is asked where there are dokumen: `npm run bench -- --dokumen`. */
export const CASES_DOKUMEN: readonly Case[] = [
  ...CASES.filter(({ name }) => /^floor|kode|^resep/.test(name)),
  {
    name: 'dokumen of a konsultasi',
    expected: 200,
    prepare: (place) => each(place, (t) => `/api/v1/konsultasi/${t.konsultasiId}/dokumen`),
  },
]

export const pesanOf = ({ konsultasiId }: Target) => `/api/v1/pesan/${konsultasiId}`
export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** The same request for each target in turn. */
async function each({ targets }: Place, pathOf: (target: Target) => string): Promise<(n: number) => Call> {
  return inTurn(targets.map((target) => ({ method: 'GET', path: pathOf(target), headers: bearer(target.token) })))
}

const forDesk = async ({ mejaToken }: Place, path: string) => inTurn([{ method: 'GET', path, headers: bearer(mejaToken) }])

async function prepareIdlePoll(place: Place, along: string): Promise<(n: number) => Call> {
  const calls = (await sinceCalls(place, 0)).map((call) => ({ ...call, path: call.path + along }))
  const polls = calls.map(async (poll) => {
    const { headers } = await call(place.agent, place.port, poll)
    return { ...poll, headers: { ...poll.headers, 'if-none-match': String(headers.etag) } }
  })
  return inTurn(await Promise.all(polls))
}

async function prepareChange(place: Place): Promise<(n: number) => Call> {
  return inTurn(await sinceCalls(place, 1))
}

/** Asks for what came after the last `back` changes. */
async function sinceCalls({ db, targets }: Place, back: number): Promise<Call[]> {
  const ids = targets.map((target) => target.konsultasiUuid)
  const { rows } = await db.query<{ id: string; rev: number }>('SELECT id, rev FROM konsultasi WHERE id = ANY($1)', [ids])
  const revs = new Map(rows.map(({ id, rev }) => [id, rev]))
  const pathOf = (target: Target) => `${pesanOf(target)}?since=${(revs.get(target.konsultasiUuid) ?? 0) - back}`
  return targets.map((target) => ({ method: 'GET', path: pathOf(target), headers: bearer(target.token) }))
}

async function prepareSend({ targets }: Place, who: 'token' | 'dokterToken'): Promise<(n: number) => Call> {
  return (n) => {
    const { konsultasiId, [who]: token } = targets[n % targets.length] as Target
    const pesan = 'Baik Dok, obatnya sudah saya minum sesuai anjuran. Besok saya kabari lagi.'
    const body = JSON.stringify({ konsultasi_id: konsultasiId, pesan, client_id: randomUUID() })
    return { method: 'POST', path: '/api/v1/pesan', headers: bearer(token), body }
  }
}

/** Whatever a dokter wrote is unread again, which nothing but a benchmark may do; each call then reads one pesan more of its konsultasi. */
async function prepareMarks({ db, targets }: Place): Promise<(n: number) => Call> {
  await db.query('ALTER TABLE chat_messages DISABLE TRIGGER chat_messages_tetap')
  await db.query(
    `UPDATE chat_messages p SET dibaca_pada = NULL, dibaca_oleh = NULL
       FROM konsultasi k WHERE k.id = ANY($1) AND p.konsultasi_id = k.id AND p.pengirim_id = k.dokter_id`,
    [targets.map(({ konsultasiUuid }) => konsultasiUuid)],
  )
  await db.query('ALTER TABLE chat_messages ENABLE TRIGGER chat_messages_tetap')
  return (n) => {
    const target = targets[n % targets.length] as Target
    // The dokter wrote every second one (load.ts).
    const body = JSON.stringify({ sampai: 2 + 2 * Math.floor(n / targets.length) })
    return { method: 'PUT', path: `${pesanOf(target)}/mark-all-read`, headers: bearer(target.token), body }
  }
}

/** As a browser asks for it: with the cookie of a session. */
const screenOf = ({ konsultasiId, token }: Target): Call => ({
  method: 'GET',
  path: `/pasien/konsultasi/${konsultasiId}`,
  headers: { cookie: `next-auth.session-token=${token}` },
})

/** Anybody asks, who holds a dokumen. */
async function eachKode({ db }: Place, pathOf: (kode: string) => string): Promise<(n: number) => Call> {
  return inTurn((await someKode(db, 50)).map((kode) => ({ method: 'GET', path: pathOf(kode), headers: {} })))
}

const OBAT = { nama: 'parasetamol', kekuatan: '500 mg', bentuk: 'tablet', jumlah: 10, satuan: 'tablet', signa: '3 dd 1 tab pc' }

async function prepareResep({ db, targets }: Place): Promise<(n: number) => Call> {
  await completeProfil(
    db,
    targets.map(({ konsultasiUuid }) => konsultasiUuid),
  )
  return (n) => {
    const { konsultasiId, dokterToken } = targets[n % targets.length] as Target
    const body = JSON.stringify({ jenis: 'resep', isi: { obat: [OBAT] }, client_id: randomUUID() })
    return { method: 'POST', path: `/api/v1/konsultasi/${konsultasiId}/dokumen`, headers: bearer(dokterToken), body }
  }
}

export const inTurn = (calls: readonly Call[]) => (n: number) => calls[n % calls.length] as Call
