import type { JenisDokumen, StatusDokumen } from '@/lib/domain/dokumen/dokumen'
import { uuidOf } from '@/lib/domain/id'
import type { IsiProfil } from '@/lib/domain/profil'
import { Refusal } from '@/lib/domain/refusal'
import { DOKUMEN, type DokumenRow, HEAD } from './dokumen'
import { HEAD_ROW, headOf } from './konsultasi'
import type { KunciRow } from './kunci-segel'
import { query, shaped, statement, type Transaction } from './sql'

/** The version before, which a dokumen is to replace. */
export interface Lama {
  readonly id: string
  readonly konsultasi_id: string
  readonly pesan_id: string
  readonly jenis: JenisDokumen
  readonly nomor: string
  readonly versi: number
  readonly status: StatusDokumen
  /** ISO 8601. */
  readonly izin_sampai: string | null
}

// What the dokter and the profil are called is compared with this again when the dokumen is stored: nothing is held meanwhile.
const PREPARE = statement({
  name: 'prepare_dokumen',
  text: `
    SELECT ${HEAD}, k.selesai_pada, coalesce(k.profil_akhir, potret_profil(k.profil_id)) AS profil, u.nama, t.spesialisasi, t.nomor_str, t.nomor_sip,
           u.aktif AND t.status_verifikasi = 'terverifikasi' AS terverifikasi, waktu.sekarang, waktu.tahun,
           EXISTS (SELECT FROM konsultasi dulu WHERE dulu.profil_id = k.profil_id AND dulu.status = 'completed' AND dulu.id <> k.id) AS pernah,
           coalesce((SELECT n.terakhir FROM nomor_dokumen n WHERE n.jenis = $2 AND n.tahun = waktu.tahun), 0) AS terakhir,
           (SELECT json_build_object('dokumen', ${DOKUMEN}, 'sama', d.diminta = $4::jsonb)
              FROM dokumen d WHERE d.konsultasi_id = k.id AND d.client_id = $3) AS terbit,
           (SELECT json_build_object('id', b.id, 'konsultasi_id', b.konsultasi_id, 'pesan_id', b.pesan_id, 'jenis', b.jenis, 'nomor', b.nomor,
                     'versi', b.versi, 'status', b.status, 'izin_sampai', (SELECT i.sampai FROM izin_koreksi i WHERE i.dokumen_id = b.id))
              FROM dokumen b WHERE b.id = $5) AS lama,
           (SELECT coalesce(json_agg(json_build_object('kid', s.kid, 'x', s.x, 'rahasia', encode(s.rahasia, 'base64')) ORDER BY s.dibuat_pada DESC, s.kid), '[]')
              FROM kunci_segel s) AS kunci,
           (SELECT sidik FROM daftar WHERE jenis = 'obat') AS daftar_obat
      FROM konsultasi k JOIN dokter t ON t.pengguna_id = k.dokter_id JOIN pengguna u ON u.id = k.dokter_id,
           LATERAL (SELECT sekarang, extract(year FROM sekarang AT TIME ZONE 'Asia/Jakarta')::int AS tahun
                      FROM (SELECT clock_timestamp() AS sekarang OFFSET 0) jam) waktu
     WHERE k.id = $1`,
  row: {
    ...HEAD_ROW,
    selesai_pada: 'timestamptz?',
    profil: shaped<IsiProfil>('jsonb'),
    nama: 'text',
    spesialisasi: 'text',
    nomor_str: 'text',
    nomor_sip: 'text',
    terverifikasi: 'bool',
    sekarang: 'timestamptz',
    tahun: 'int4',
    pernah: 'bool',
    terakhir: 'int4',
    terbit: shaped<{ dokumen: DokumenRow; sama: boolean } | null>('json'),
    lama: shaped<Lama | null>('json'),
    daftar_obat: 'text?',
    kunci: shaped<{ kid: string; x: string; rahasia: string }[]>('json'),
  },
})

/** What is asked for; ids are a client's. */
interface Asked {
  readonly konsultasi: string
  readonly jenis: JenisDokumen
  readonly clientId: string | null
  readonly menggantikan: string | null
  /** As it is kept, to tell whether the same `client_id` asks for the same. */
  readonly diminta: object
}

/**
 * All that a dokumen is made of, as it is at this moment, and what was issued under this `client_id` before. Nothing of it is held.
 * @throws Refusal `not_found`
 */
export async function prepareDokumen({ konsultasi, jenis, clientId, menggantikan, diminta }: Asked, tx?: Transaction) {
  const uuid = uuidOf('konsultasi', konsultasi)
  const lama = menggantikan === null ? null : uuidOf('dokumen', menggantikan)
  const [row] = uuid ? await query(PREPARE, [uuid, jenis, clientId, JSON.stringify(diminta), lama], tx) : []
  if (!row) throw new Refusal('not_found')
  return { ...row, k: headOf(row), kunci: row.kunci.map((one): KunciRow => ({ ...one, rahasia: Buffer.from(one.rahasia, 'base64') })) }
}
export type Prepared = Awaited<ReturnType<typeof prepareDokumen>>

const HOLD_NOMOR = statement({
  name: 'hold_nomor_dokumen',
  text: `
    INSERT INTO nomor_dokumen AS n (jenis, tahun, terakhir)
      VALUES ($1, extract(year FROM clock_timestamp() AT TIME ZONE 'Asia/Jakarta')::int, 0)
      ON CONFLICT (jenis, tahun) DO UPDATE SET terakhir = n.terakhir`,
  row: {},
})

/** Whoever issues another dokumen of this kind waits until the transaction ends. */
export const holdNomor = (jenis: JenisDokumen, tx: Transaction) => query(HOLD_NOMOR, [jenis], tx)

/** A dokumen that is drawn and is about to be stored. */
export interface NewDokumen {
  readonly id: string
  readonly pesanId: string
  readonly jenis: JenisDokumen
  readonly nomor: string
  /** Its place among those of its year; null for a next version, which keeps its number. */
  readonly urut: number | null
  readonly versi: number
  readonly menggantikan: string | null
  readonly clientId: string | null
  readonly diminta: object
  readonly lembar: object
  readonly kode: string
  readonly pin: Buffer | null
  readonly bolehDitebus: number
  readonly pdf: Buffer
  /** From what it was made. */
  readonly prepared: Prepared
}

// `nomor` is taken before the konsultasi is held, always: whoever holds a number may wait for a konsultasi, never the other way round.
// `k` is looked at again by PostgreSQL itself once the wait for its lock is over; what lies in other tables (the profil, the version before) is
// then still seen as it was before the wait, but whoever changes it moves the `rev` of the konsultasi ($16), so that it is not taken for the same.
const STORE = statement({
  name: 'store_dokumen',
  text: `
    WITH nomor AS (
      INSERT INTO nomor_dokumen AS n (jenis, tahun, terakhir) SELECT $4, $17::int, $18::int WHERE $18::int IS NOT NULL
        ON CONFLICT (jenis, tahun) DO UPDATE SET terakhir = excluded.terakhir WHERE n.terakhir = excluded.terakhir - 1 RETURNING 1
    ), k AS MATERIALIZED (
      SELECT k.id FROM konsultasi k JOIN dokter t ON t.pengguna_id = k.dokter_id JOIN pengguna u ON u.id = k.dokter_id
       WHERE k.id = $2 AND ($18::int IS NULL OR EXISTS (SELECT FROM nomor)) AND k.status = $19::status_konsultasi AND ($16::int IS NULL OR k.rev = $16)
         AND coalesce(k.profil_akhir, potret_profil(k.profil_id)) = $20::jsonb
         AND u.aktif AND t.status_verifikasi = 'terverifikasi' AND (u.nama, t.spesialisasi, t.nomor_str, t.nomor_sip) = ($21, $22, $23, $24)
         AND ($7::uuid IS NULL OR EXISTS (SELECT FROM dokumen b WHERE b.id = $7 AND b.status = 'berlaku'))
         FOR NO KEY UPDATE OF k FOR SHARE OF t, u
    ), d AS (
      INSERT INTO dokumen (id, konsultasi_id, pesan_id, jenis, nomor, versi, menggantikan, client_id, diminta, lembar, kode, pin, boleh_ditebus, terbit_pada)
      SELECT $1, k.id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14 FROM k RETURNING id
    )
    INSERT INTO dokumen_pdf (dokumen_id, pdf) SELECT id, $15 FROM d RETURNING 1`,
  row: {},
})

const AWAIT = statement({ name: 'await_for_dokumen', text: 'SELECT FROM konsultasi WHERE id = $1 FOR NO KEY UPDATE', row: {} })

/**
 * Stores a dokumen, if all is still as it was when it was prepared; its konsultasi is held from here on until the transaction ends.
 * With `held` the caller holds the number, and a pesan that came meanwhile changes nothing.
 * @returns whether it was stored; if not, the transaction must not commit
 * @throws a unique violation when this `client_id` was used before
 */
export async function storeDokumen(d: NewDokumen, held: boolean, tx: Transaction): Promise<boolean> {
  const { prepared: p } = d
  if (held) await query(AWAIT, [p.k.id], tx)
  const what = [
    d.id,
    p.k.id,
    d.pesanId,
    d.jenis,
    d.nomor,
    d.versi,
    d.menggantikan,
    d.clientId,
    JSON.stringify(d.diminta),
    JSON.stringify(d.lembar),
  ]
  const beside = [d.kode, d.pin, d.bolehDitebus, p.sekarang, d.pdf]
  const same = [
    held ? null : p.k.rev,
    p.tahun,
    d.urut,
    p.k.status,
    JSON.stringify(p.profil),
    p.nama,
    p.spesialisasi,
    p.nomor_str,
    p.nomor_sip,
  ]
  return (await query(STORE, [...what, ...beside, ...same], tx)).length > 0
}
