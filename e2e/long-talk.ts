import { Client } from 'pg'
import { uuidOf } from '@/lib/domain/id'
import type { Konsultasi } from './clinic'

/** Minutes between two pesan: 48 of them make a day. */
const EVERY_MIN = 30

/**
 * Writes a long conversation straight into the database: `count` pesan by turns from pasien and dokter, `Pesan 1`, `Pesan 2` …, one each
 * half hour up to now, all read except the last `unread` (the dokter's). The konsultasi must be active and empty.
 */
export async function talkLong(k: Konsultasi, count: number, unread = 0): Promise<void> {
  const db = new Client({ connectionString: process.env.SAPA_DATABASE_URL })
  await db.connect()
  try {
    await db.query(INSERT_PESAN, [uuidOf('konsultasi', k.id), count, count - unread])
    await db.query(SET_COUNTERS, [uuidOf('konsultasi', k.id), count])
  } finally {
    await db.end()
  }
}

const INSERT_PESAN = `
  INSERT INTO chat_messages (id, konsultasi_id, pengirim_id, urutan, rev, client_id, pesan, dibuat_pada, dibaca_pada, dibaca_oleh)
  SELECT uuidv7(make_interval(mins => (u - $2) * ${EVERY_MIN})), k.id, CASE WHEN dari_pasien THEN k.pasien_id ELSE k.dokter_id END, u,
         k.rev + CASE WHEN dibaca THEN $2 + u ELSE u END, gen_random_uuid(), 'Pesan ' || u,
         now() + make_interval(mins => (u - $2) * ${EVERY_MIN}), CASE WHEN dibaca THEN now() END,
         CASE WHEN NOT dibaca THEN NULL WHEN dari_pasien THEN k.dokter_id ELSE k.pasien_id END
    FROM generate_series(1, $2::int) u
   CROSS JOIN LATERAL (SELECT u % 2 = 1 AND u <= $3::int AS dari_pasien, u <= $3::int AS dibaca) ini
    JOIN konsultasi k ON k.id = $1
   ORDER BY u`

// `rev` counts every pesan and every one that was read; more is no harm, less would be.
const SET_COUNTERS = 'UPDATE konsultasi SET rev = rev + 2 * $2::int, urutan = $2 WHERE id = $1'
