import type { Client } from 'pg'

/** One of so many pesan has a dokumen. */
export const PESAN_FOR_EACH = 10

/** The year of their numbers: not one that is counted now. */
const TAHUN = 2025

/**
 * Fills the database with a dokumen for each tenth pesan (or what `each` says) of each konsultasi, as if they had been issued. They have no seal and no PDF:
 * nobody asks for them.
 */
export async function loadDokumen(db: Client, each = PESAN_FOR_EACH): Promise<void> {
  await db.query(INSERT_DOKUMEN, [each])
  await db.query('VACUUM ANALYZE dokumen')
}

const INSERT_DOKUMEN = `
  INSERT INTO dokumen (id, konsultasi_id, pesan_id, jenis, nomor, versi, diminta, lembar, kode, boleh_ditebus, terbit_pada)
  SELECT d.id, p.konsultasi_id, p.id, 'lab', d.nomor, 1, '{}',
         json_build_object('id', 'dokumen_' || d.id, 'konsultasi_id', 'konsultasi_' || p.konsultasi_id, 'jenis', 'lab', 'nomor', d.nomor, 'versi', 1,
           'menggantikan', NULL, 'alasan', NULL, 'isi', json_build_object('pemeriksaan', json_build_array('Darah lengkap')),
           'dokter', json_build_object('nama', 'Dokter', 'spesialisasi', 'Umum', 'nomor_str', 'STR', 'nomor_sip', 'SIP'),
           'profil', json_build_object('nama', 'Pasien Uji', 'tanggal_lahir', '1990-01-01'), 'klinik', json_build_object('nama', 'Klinik', 'kontak', NULL),
           'terbit_pada', to_char(p.dibuat_pada AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'kode', d.kode, 'sha256_pdf', repeat('0', 64)),
         d.kode, 0, p.dibuat_pada
    FROM (SELECT *, row_number() OVER () AS ke FROM chat_messages
           WHERE urutan % $1::int = 0 AND tipe_pesan = 'text' AND NOT EXISTS (SELECT FROM dokumen WHERE pesan_id = chat_messages.id)) p
   CROSS JOIN (SELECT count(*) AS semua FROM dokumen) awal
   CROSS JOIN LATERAL (SELECT uuidv7() AS id, 'LAB/${TAHUN}/' || to_char(p.ke + awal.semua, 'FM0000000') AS nomor,
                              translate(upper(substr(replace(p.id::text, '-', ''), 17)), '0189', 'GHIJ') AS kode) d`

/** Of whoever these konsultasi treat all is known that a resep needs. */
export const completeProfil = (db: Client, konsultasi: readonly string[]) => db.query(COMPLETE_PROFIL, [konsultasi])

const COMPLETE_PROFIL = `
  UPDATE profil SET tanggal_lahir = '1990-01-01', jenis_kelamin = 'P', alamat = 'Jalan Melati 5', berat_kg = 55, alergi = '[]'
   WHERE id IN (SELECT profil_id FROM konsultasi WHERE id = ANY($1))`

/** Codes of dokumen that lie apart. */
export async function someKode(db: Client, count: number): Promise<string[]> {
  const { rows } = await db.query<{ kode: string }>(
    'SELECT kode FROM (SELECT kode, row_number() OVER (ORDER BY kode) AS nomor, count(*) OVER () AS semua FROM dokumen) d WHERE nomor % greatest(1, semua / $1) = 0 LIMIT $1',
    [count],
  )
  return rows.map(({ kode }) => kode)
}
