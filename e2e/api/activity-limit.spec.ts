import { request } from 'node:http'
import { Client as Database } from 'pg'
import { pdf } from '@/e2e/berkas/dokumen'
import type { Reply } from '@/e2e/client'
import { type Konsultasi, mark, PASSWORD, type Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal } from '@/e2e/refusal'
import { formOf } from '@/e2e/unggah'
import { hashedKey } from '@/lib/auth/limiter'
import { uuidOf } from '@/lib/domain/id'

const COUNT = `
  INSERT INTO batas_laju (key, points, expire) VALUES ($1, 1000000000, $2)
  ON CONFLICT (key) DO UPDATE SET points = EXCLUDED.points, expire = EXCLUDED.expire`

/** What another instance is made to have counted: the limit itself, for the next minute. */
async function countElsewhere(name: string, key: string): Promise<void> {
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  try {
    await database.query(COUNT, [`${name}:${key}`, Date.now() + 60_000])
  } finally {
    await database.end()
  }
}

interface Activity {
  readonly does: string
  readonly name: string
  /** How often an instance lets a person go on by itself. */
  readonly unseen: number
  readonly act: (person: Person, k: Konsultasi) => Promise<Reply>
}

const ACTIVITIES: readonly Activity[] = [
  { does: 'sends', name: 'kirim', unseen: 60, act: ({ api }, { id }) => api.post('/pesan', { konsultasi_id: id, pesan: 'Halo' }) },
  { does: 'searches', name: 'cari', unseen: 30, act: ({ api }) => api.get('/pesan?q=halo') },
  {
    does: 'uploads',
    name: 'unggah',
    unseen: 10,
    act: ({ api }, { id }) => api.ask('POST', '/lampiran', { raw: formOf(id, { bytes: pdf() }) }),
  },
]

for (const { does, name, unseen, act } of ACTIVITIES)
  test(`who ${does} too often, through all instances together, is told when to come back; others go on`, async ({ clinic }) => {
    const k = await clinic.active()
    await countElsewhere(name, uuidOf('pengguna', k.pasien.id) ?? '')
    for (let n = 0; n < unseen; n++) expect((await act(k.pasien, k)).status, `number ${n + 1}`).toBeLessThan(300)
    const limited = await act(k.pasien, k)
    expectRefusal(limited, 'rate_limited')
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    expect(Number(limited.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect((await act(k.dokter, k)).status).toBeLessThan(300)
  })

for (const name of ['kirim_byte', 'kirim_byte_jam'])
  test(`what a person sends counts by its size too, through all instances (${name})`, async ({ clinic }) => {
    const k = await clinic.active()
    await countElsewhere(name, uuidOf('pengguna', k.pasien.id) ?? '')
    const send = () => k.pasien.api.post('/pesan', { konsultasi_id: k.id, pesan: '🩺'.repeat(5000) })
    let reply = await send()
    for (let n = 0; reply.status === 201 && n < 14; n++) reply = await send()
    expectRefusal(reply, 'rate_limited')
    expect((await k.dokter.api.post('/pesan', { konsultasi_id: k.id, pesan: 'Halo' })).status).toBe(201)
  })

/** Registers from another address of this machine, since all other tests come from one. Gives the status and how long to wait. */
const registerFrom = (localAddress: string, url: string) =>
  new Promise<{ status: number; wait: number }>((answered, fail) => {
    const account = { nama: 'Orang banyak', email: `${mark()}@uji.test`, password: PASSWORD, peran: 'pasien' }
    const options = { method: 'POST', localAddress, headers: { 'Content-Type': 'application/json' } }
    const asked = request(`${url}/api/v1/auth/register`, options, (answer) => {
      answer.resume().on('end', () => answered({ status: answer.statusCode ?? 0, wait: Number(answer.headers['retry-after'] ?? 0) }))
    })
    asked.on('error', fail).end(JSON.stringify(account))
  })

test('an address that registered thousands is told when to come back; another address registers', async ({ url }) => {
  await countElsewhere('daftar', hashedKey('127.0.0.77'))
  const [limited, other] = [await registerFrom('127.0.0.77', url), await registerFrom('127.0.0.78', url)]
  expect({ ...limited, wait: limited.wait > 0 && limited.wait <= 60 }).toEqual({ status: 429, wait: true })
  expect(other.status).toBe(201)
})
