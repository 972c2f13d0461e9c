import type { Client } from 'pg'
import { hashOf, newToken } from '@/lib/auth/token'
import { toId } from '@/lib/domain/id'

/** A page that somebody has open: their side of one konsultasi, at an address of their own. Ids are public ones. */
export interface Reader {
  readonly id: string
  readonly konsultasiId: string
  readonly token: string
  /** Of this machine (127.0.0.0/8): people do not all come from one place, and limits count by it. */
  readonly address: string
  /** What the last answers said of its state: of the conversation, and of the badge. */
  etag: string | undefined
  etagOfBadge: string | undefined
  rev: number
}

/** Pesan in each konsultasi before anything begins. */
const PESAN_EACH = 20
/** Konsultasi of each dokter: as many as one can look after in a day. */
const EACH_DOKTER = 30

/** Makes so many pasien, each in one active konsultasi with an open page, and their dokter. */
export async function gather(db: Client, pasien: number): Promise<Reader[]> {
  const dokter = Math.ceil(pasien / EACH_DOKTER)
  for (const [peran, count] of [
    ['pasien', pasien],
    ['dokter', dokter],
  ] as const)
    await db.query(INSERT_PENGGUNA, [peran, count])
  await db.query(INSERT_DOKTER)
  await db.query(INSERT_KONSULTASI, [pasien, dokter])
  await db.query(INSERT_PESAN)
  await db.query('VACUUM ANALYZE')
  const { rows } = await db.query<{ id: string; pasien_id: string; rev: string }>(
    "SELECT k.id, k.pasien_id, k.rev FROM konsultasi k WHERE k.keluhan LIKE 'Beban %' ORDER BY k.id",
  )
  const tokens = rows.map(() => newToken())
  const hashes = tokens.map(hashOf)
  await db.query(INSERT_SESI, [rows.map(({ pasien_id }) => pasien_id), hashes])
  return rows.map(({ id, pasien_id, rev }, n) => ({
    id: toId('pengguna', pasien_id),
    konsultasiId: toId('konsultasi', id),
    token: tokens[n] ?? '',
    address: `127.0.${1 + (n % 250)}.${1 + (Math.floor(n / 250) % 250)}`,
    etag: undefined,
    etagOfBadge: undefined,
    rev: Number(rev),
  }))
}

const INSERT_PENGGUNA = `
  INSERT INTO pengguna (id, nama, email, kata_sandi, peran)
  SELECT uuidv7(), initcap($1) || ' ' || n, $1 || n || '@beban.test', '-', $1::peran FROM generate_series(1, $2::int) n`

const INSERT_DOKTER = `
  INSERT INTO dokter (pengguna_id, spesialisasi, nomor_str, nomor_sip, status_verifikasi, diverifikasi_pada)
  SELECT id, 'Dokter umum', 'STR', 'SIP', 'terverifikasi', now() FROM pengguna WHERE email LIKE 'dokter%@beban.test'`

const INSERT_KONSULTASI = `
  INSERT INTO konsultasi (id, pasien_id, dokter_id, status, keluhan, rev, urutan, dibuat_pada, diterima_pada, aktivitas_pada)
  SELECT uuidv7(), p.id, d.id, 'active', 'Beban nomor ' || n, 2 + 2 * ${PESAN_EACH}, ${PESAN_EACH}, now() - interval '2 hours', now() - interval '1 hour', now()
    FROM generate_series(1, $1::int) n
    JOIN pengguna p ON p.email = 'pasien' || n || '@beban.test'
    JOIN pengguna d ON d.email = 'dokter' || 1 + n % $2::int || '@beban.test'`

// Two of rev were the booking and the acceptance; all were read after the last one was sent.
const INSERT_PESAN = `
  INSERT INTO chat_messages (id, konsultasi_id, pengirim_id, urutan, rev, client_id, pesan, dibuat_pada, dibaca_pada, dibaca_oleh)
  SELECT uuidv7(), k.id, CASE WHEN u % 2 = 1 THEN k.pasien_id ELSE k.dokter_id END, u, 2 + ${PESAN_EACH} + u, gen_random_uuid(),
         'Batuknya sudah berkurang, masih gatal malam hari.', now() - make_interval(mins => 60 - u), now(),
         CASE WHEN u % 2 = 1 THEN k.dokter_id ELSE k.pasien_id END
    FROM generate_series(1, ${PESAN_EACH}) u CROSS JOIN konsultasi k WHERE k.keluhan LIKE 'Beban %' ORDER BY u, k.id`

const INSERT_SESI = `
  INSERT INTO sesi (id, pengguna_id, token_hash, berlaku_sampai)
  SELECT uuidv7(), p, h, now() + interval '1 day' FROM unnest($1::uuid[], $2::bytea[]) AS s (p, h)`
