import type { JenisDokumen, StatusDokumen } from '@/lib/domain/dokumen/dokumen'
import { query, shaped, statement, type Transaction } from './sql'
import { iso } from './times'

/** What anybody who holds a dokumen may find out about it. */
export interface VerifikasiRow {
  readonly id: string
  readonly jenis: JenisDokumen
  readonly nomor: string
  readonly versi: number
  readonly status: StatusDokumen
  readonly terbit_pada: string
  readonly dokter_nama: string
  readonly nomor_sip: string
  readonly pasien_nama: string
  readonly tanggal_lahir: string | null
  readonly sha256_pdf: string
  readonly digantikan_oleh: string | null
  readonly ditebus: { pada: string; apotek: string }[]
}

/** SQL: what was redeemed of `dokumen d`, of whatever version: a correction gives no medicine twice. */
const TEBUSAN = 'dokumen v JOIN penebusan t ON t.dokumen_id = v.id WHERE v.nomor = d.nomor'

const FIND = statement({
  name: 'find_verifikasi',
  text: `
    SELECT json_build_object('id', d.id, 'jenis', d.jenis, 'nomor', d.nomor, 'versi', d.versi, 'status', d.status, 'terbit_pada', ${iso('d.terbit_pada')},
      'dokter_nama', d.lembar #>> '{dokter,nama}', 'nomor_sip', d.lembar #>> '{dokter,nomor_sip}', 'pasien_nama', d.lembar #>> '{profil,nama}',
      'tanggal_lahir', d.lembar #>> '{profil,tanggal_lahir}', 'sha256_pdf', d.lembar ->> 'sha256_pdf',
      'digantikan_oleh', (SELECT b.kode FROM dokumen b WHERE b.menggantikan = d.id),
      'ditebus', (SELECT coalesce(json_agg(json_build_object('pada', ${iso('t.pada')}, 'apotek', t.apotek) ORDER BY t.ke), '[]')
                    FROM ${TEBUSAN})) AS verifikasi
      FROM dokumen d WHERE d.kode = $1`,
  row: { verifikasi: shaped<VerifikasiRow>('json') },
})

/** @returns null when nothing has this kode */
export async function findVerifikasi(kode: string, tx?: Transaction): Promise<VerifikasiRow | null> {
  const [row] = await query(FIND, [kode], tx)
  return row?.verifikasi ?? null
}

const LOCK = statement({
  name: 'lock_for_tebus',
  text: `
    SELECT d.id, d.jenis, d.status, d.pin, d.boleh_ditebus, (SELECT count(*)::int FROM ${TEBUSAN}) AS ditebus
      FROM dokumen d WHERE d.kode = $1 FOR NO KEY UPDATE`,
  row: {
    id: 'uuid',
    jenis: shaped<JenisDokumen>('text'),
    status: shaped<StatusDokumen>('text'),
    pin: 'bytea?',
    boleh_ditebus: 'int4',
    ditebus: 'int4',
  },
})
const AWAIT = statement({ name: 'await_tebus', text: 'SELECT FROM dokumen WHERE kode = $1 FOR NO KEY UPDATE', row: {} })

/** Holds a resep until the transaction ends: each is redeemed by one at a time. */
export async function lockForTebus(kode: string, tx: Transaction) {
  // What is counted is counted after the wait for whoever redeems it at this moment.
  await query(AWAIT, [kode], tx)
  const [row] = await query(LOCK, [kode], tx)
  return row ?? null
}

const LOCKED_FOR = statement({
  name: 'pin_locked_for',
  text: `
    SELECT greatest(0, extract(epoch FROM terkunci_sampai - now()))::float8 AS detik FROM percobaan_pin WHERE dokumen_id = $1 AND terkunci_sampai > now()`,
  row: { detik: 'float8' },
})

/** For how many seconds more no PIN counts; 0 when one does. */
export async function pinLockedFor(dokumenId: string, tx: Transaction): Promise<number> {
  const [row] = await query(LOCKED_FOR, [dokumenId], tx)
  return row?.detik ?? 0
}

const COUNT_WRONG = statement({
  name: 'count_wrong_pin',
  text: `
    INSERT INTO percobaan_pin AS p (dokumen_id, gagal) VALUES ($1, 1)
      ON CONFLICT (dokumen_id) DO UPDATE
         SET gagal = CASE WHEN p.gagal + 1 >= $2 THEN 0 ELSE p.gagal + 1 END,
             terkunci_sampai = CASE WHEN p.gagal + 1 >= $2 THEN now() + make_interval(mins => $3) END`,
  row: {},
})

/** One more wrong PIN; the last of `most` closes it for so many minutes, and then it is counted anew. */
export const countWrongPin = (dokumenId: string, most: number, minutes: number, tx: Transaction) =>
  query(COUNT_WRONG, [dokumenId, most, minutes], tx)

const FORGET_WRONG = statement({ name: 'forget_wrong_pin', text: 'DELETE FROM percobaan_pin WHERE dokumen_id = $1', row: {} })
const INSERT = statement({
  name: 'insert_penebusan',
  text: 'INSERT INTO penebusan (dokumen_id, ke, apotek, apoteker) VALUES ($1, $2, $3, $4)',
  row: {},
})

/** The caller holds the resep. */
export async function insertPenebusan(dokumenId: string, ke: number, apotek: string, apoteker: string, tx: Transaction): Promise<void> {
  await query(FORGET_WRONG, [dokumenId], tx)
  await query(INSERT, [dokumenId, ke, apotek, apoteker], tx)
}
