import type { Client } from 'pg'

/** One of so many pesan has a dokumen. */
export const PESAN_FOR_EACH = 10

/** The year of their numbers: not one that is counted now. */
const TAHUN = 2025

/**
 * Fills the database with a dokumen for each tenth pesan (or what `each` says) of each konsultasi, as if they had been issued: what is looked up by its kode. They have no PDF: nobody
 * asks for one.
 */
export async function loadDokumen(db: Client, each = PESAN_FOR_EACH): Promise<void> {
  await db.query(INSERT_DOKUMEN, [each])
  await db.query('VACUUM ANALYZE dokumen')
}

const INSERT_DOKUMEN = `
  INSERT INTO dokumen (id, konsultasi_id, pesan_id, jenis, nomor, versi, diminta, lembar, kode, boleh_ditebus, terbit_pada)
  SELECT uuidv7(), p.konsultasi_id, p.id, 'lab', 'LAB/${TAHUN}/' || to_char(row_number() OVER () + awal.semua, 'FM0000000'), 1, '{}',
         json_build_object('isi', json_build_object('pemeriksaan', json_build_array('Darah lengkap')),
           'dokter', json_build_object('nama', 'Dokter', 'nomor_sip', 'SIP'),
           'profil', json_build_object('nama', 'Pasien Uji', 'tanggal_lahir', '1990-01-01'), 'sha256_pdf', repeat('0', 64)),
         translate(upper(substr(replace(p.id::text, '-', ''), 17)), '0189', 'GHIJ'), 0, p.dibuat_pada
    FROM chat_messages p CROSS JOIN (SELECT count(*) AS semua FROM dokumen) awal
   WHERE p.urutan % $1::int = 0 AND p.tipe_pesan = 'text' AND NOT EXISTS (SELECT FROM dokumen d WHERE d.pesan_id = p.id)`

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
