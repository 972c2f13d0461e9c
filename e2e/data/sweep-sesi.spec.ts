import { Client } from 'pg'
import { expect, test } from '@/e2e/fixtures'
import { deleteEndedSesi } from '@/lib/data/sesi'
import { uuidOf } from '@/lib/domain/id'
import { useOwnPool } from './own-pool'

test.beforeAll(useOwnPool)

/** More than several statements take. */
const LEFT = 2500

test('sessions of a long time gather and are swept in pieces, past one that somebody holds, and none that lives goes', async ({
  clinic,
}) => {
  const [pasien, holder] = [await clinic.pasien(), new Client({ connectionString: process.env.SAPA_DATABASE_URL ?? '' })]
  const id = uuidOf('pengguna', pasien.id)
  await holder.connect()
  try {
    const left = async () =>
      Number((await holder.query('SELECT count(*) FROM sesi WHERE pengguna_id = $1 AND perangkat = $2', [id, 'usang'])).rows[0].count)
    const insert = `
      INSERT INTO sesi (id, pengguna_id, token_hash, perangkat, terakhir_dipakai, berlaku_sampai)
      SELECT gen_random_uuid(), $1, sha256(($2::text || n)::bytea), 'usang', now() - interval '8 days', now() + interval '20 days' FROM generate_series(1, $3) n`
    await holder.query(insert, [id, pasien.token, LEFT])
    await holder.query('BEGIN')
    await holder.query('SELECT FROM sesi WHERE token_hash = sha256(($1::text || 1)::bytea) FOR UPDATE', [pasien.token])

    let pieces = 0
    while ((await deleteEndedSesi()).length > 0) pieces += 1
    expect(pieces).toBeGreaterThan(1)
    expect(await left()).toBe(1)

    await holder.query('COMMIT')
    expect((await deleteEndedSesi()).map((one) => one.pengguna_id)).toContain(id)
    expect(await left()).toBe(0)
    expect((await pasien.api.get('/auth/me')).status).toBe(200)
  } finally {
    await holder.end()
  }
})
