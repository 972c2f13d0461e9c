import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { Client as Database } from 'pg'
import { Client } from '@/e2e/client'
import { demand, type Konsultasi } from '@/e2e/clinic'
import { uuidOf } from '@/lib/domain/id'

const HOUR_MS = 3_600_000

/** Nobody would notice so many seconds: an answer's `Date` has no parts of one, and a busy machine takes a moment to answer. */
const NEAR_S = 5

/**
 * That these clocks are as far from this machine's as they were set, in seconds.
 * @throws Error when they are not: then nothing was tried
 */
export async function demandApart(clocks: readonly { readonly tell: () => Promise<number>; readonly set: number }[]): Promise<string> {
  const started = performance.now()
  for (;;) {
    const found = await Promise.all(clocks.map(async ({ tell }) => Math.round(((await tell()) - Date.now()) / 1000)))
    if (clocks.every(({ set }, at) => Math.abs((found[at] ?? 0) - set) <= NEAR_S)) return `clocks ${found.join(' and ')} s off`
    if (performance.now() - started > STALE_MS)
      throw new Error(`clocks are ${found.join(' and ')} s off instead of ${clocks.map(({ set }) => set).join(' and ')} s`)
    await delay(100)
  }
}

/** A web server writes the `Date` of its answers once a second. */
const STALE_MS = 3000

/** What time it is for the instance at this address, in milliseconds since 1970. */
export const timeAt = async (url: string): Promise<number> => Date.parse((await fetch(`${url}/api/live`)).headers.get('date') ?? '')

export async function timeOfDatabase(databaseUrl: string): Promise<number> {
  const db = new Database({ connectionString: databaseUrl })
  await db.connect()
  try {
    const { rows } = await db.query<{ now: Date }>('SELECT now()')
    return rows[0]?.now.getTime() ?? 0
  } finally {
    await db.end()
  }
}

/** Marks as read what there is. @returns the last of it */
export async function readUpToNow({ id, dokter }: Konsultasi): Promise<number> {
  const [last] = demand(200, await dokter.api.get(`/pesan/${id}?per_page=1`))
  demand(200, await dokter.api.put(`/pesan/${id}/mark-all-read`, { sampai: last?.urutan }))
  return last?.urutan ?? 0
}

/** What must stand however clocks go. @throws when it does not */
export async function standing({ id, pasien, dokter }: Konsultasi, marked: number, isSameEpoch: boolean): Promise<string> {
  for (const person of [pasien, dokter]) demand(200, await person.api.get('/auth/me'))
  if (!isSameEpoch) throw new Error('another epoch')
  const read = demand(200, await dokter.api.get(`/pesan/${id}?before=${marked + 1}&per_page=50`))
  const unread = read.filter(({ pengirim, dibaca_pada }) => pengirim.id === pasien.id && dibaca_pada === null)
  if (unread.length > 0) throw new Error(`${unread.length} read marks have gone`)
  await dokter.api.put(`/konsultasi/${id}/mengetik`)
  return 'sessions, epoch and read marks stand'
}

/** Until a wrong password is refused as one too many, over both instances. */
export async function guessedUntilRefused(url: string, { dokter }: Konsultasi): Promise<string> {
  for (let guesses = 1; guesses <= 60; guesses++) {
    const answer = await new Client(url).post('/auth/login', { email: dokter.email, password: `salah-sekali-${randomUUID()}` })
    if (answer.status === 429) return `guessing ends after ${guesses - 1}`
  }
  throw new Error('Guessing goes on for ever.')
}

/** Longer than between two looks for what is due, in milliseconds. */
const RUNG_MS = 130_000

/** What recurs still does: a reminder of which only the database knows, as if its job had been lost, rings. */
export async function recurs({ id, dokter }: Konsultasi, databaseUrl: string): Promise<string> {
  const tomorrow = new Date(Date.now() + 24 * HOUR_MS).toISOString()
  demand(200, await dokter.api.put(`/konsultasi/${id}/penanda`, { ingatkan_pada: tomorrow }))
  const db = new Database({ connectionString: databaseUrl })
  await db.connect()
  try {
    await db.query('UPDATE penanda SET ingatkan_pada = now() WHERE konsultasi_id = $1', [uuidOf('konsultasi', id)])
    const started = performance.now()
    while (performance.now() - started < RUNG_MS) {
      const { rows } = await db.query('SELECT 1 FROM penanda WHERE konsultasi_id = $1 AND berdering_pada IS NOT NULL', [
        uuidOf('konsultasi', id),
      ])
      if (rows.length > 0) return `a lost reminder rang after ${Math.round((performance.now() - started) / 1000)} s`
      await delay(500)
    }
  } finally {
    await db.end()
  }
  throw new Error('A reminder did not ring.')
}
