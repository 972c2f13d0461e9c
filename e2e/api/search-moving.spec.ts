import { Client } from 'pg'
import { type Konsultasi, mark, type Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectSuccess } from '@/e2e/refusal'
import { uuidOf } from '@/lib/domain/id'

const found = async (person: Person, q: string, more = ''): Promise<string[]> => {
  const reply = await person.api.get(`/pesan?${new URLSearchParams({ q })}${more}`)
  return expectSuccess(reply).map(({ pesan }) => pesan.pesan)
}

async function withDatabase<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: process.env.SAPA_DATABASE_URL })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Makes the pesan of a konsultasi what they were before there was `kata_pesan`: rows of `pencarian`, as its trigger wrote them. */
const makeOld = ({ id }: Konsultasi) =>
  withDatabase(async (client) => {
    await client.query(
      `WITH lama AS (DELETE FROM kata_pesan WHERE konsultasi_id = $1 RETURNING *)
       INSERT INTO pencarian (konsultasi_id, urutan, pasien_id, dokter_id, dibuat_pada, kata)
       SELECT l.konsultasi_id, l.urutan, l.pasien_id, l.dokter_id, l.dibuat_pada, pencarian_kata(p, k)
         FROM lama l JOIN chat_messages p ON (p.konsultasi_id, p.urutan) = (l.konsultasi_id, l.urutan) JOIN konsultasi k ON k.id = l.konsultasi_id`,
      [uuidOf('konsultasi', id)],
    )
  })

/** The rows of a konsultasi that wait, and those that were moved. */
const rowsOf = ({ id }: Konsultasi) =>
  withDatabase(async (client) => {
    const { rows } = await client.query<{ old: number; new: number }>(
      `SELECT (SELECT count(*) FROM pencarian WHERE konsultasi_id = $1)::int AS old, (SELECT count(*) FROM kata_pesan WHERE konsultasi_id = $1)::int AS new`,
      [uuidOf('konsultasi', id)],
    )
    return rows[0]
  })

test('what was written before words were kept anew is found by its words while it waits, by its own people alone, and wholly once it was moved', async ({
  clinic,
}) => {
  const word = `zw${mark().replace(/[^a-z]/g, '')}qj`
  const k = await clinic.active()
  for (let n = 1; n <= 3; n++) await clinic.send(n % 2 ? k.pasien : k.dokter, k, `${word}setamol diminum hari ke-${n}`)
  const deleted = await clinic.send(k.pasien, k, `${word}setamol salah kirim`)
  await makeOld(k)
  await clinic.send(k.pasien, k, `${word}setamol baru`)
  const all = [`${word}setamol baru`, `${word}setamol salah kirim`, ...[3, 2, 1].map((n) => `${word}setamol diminum hari ke-${n}`)]
  expect(await found(k.pasien, `${word}setamol`)).toEqual(all)
  expect(await found(k.dokter, `minum ${word}setamol`)).toEqual(all.slice(2))
  expect(await found(k.dokter, `${word}setamol`, `&konsultasi_id=${k.id}&pengirim_id=${k.dokter.id}`)).toEqual([all[3]])
  expect(await found(await clinic.pasien(), `${word}setamol`)).toEqual([])
  expectSuccess(await k.pasien.api.delete(`/pesan/${deleted.id}`))
  expect(await rowsOf(k)).toEqual({ old: 3, new: 1 })
  await withDatabase((client) => client.query("SELECT graphile_worker.add_job('pindah_pencarian', '{}')"))
  await expect.poll(() => rowsOf(k)).toEqual({ old: 0, new: 4 })
  expect(await found(k.pasien, word)).toEqual([all[0], ...all.slice(2)])
  expect(await found(k.pasien, `${word} meminum`)).toEqual(all.slice(2))
})
