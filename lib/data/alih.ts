import type { StatusAlih } from '@/lib/domain/alih'
import type { KonsultasiHead } from '@/lib/domain/konsultasi'
import type { TriaseTersimpan } from '@/lib/domain/triase/kuesioner'
import { tellOfMerah } from './bahaya'
import { HEAD, HEAD_ROW, headOf } from './konsultasi'
import { query, shaped, statement, type Transaction } from './sql'
import { iso } from './times'

/** What a dokter proposed to hand over; ids are plain UUIDs, times ISO 8601. */
export interface AlihRow {
  readonly dokter_id: string
  readonly dokter_nama: string
  readonly spesialisasi: string
  readonly situasi: string
  readonly latar: string
  readonly penilaian: string
  readonly saran: string
  readonly status: StatusAlih
  readonly diajukan_pada: string
  readonly dijawab_pada: string | null
  readonly lanjutan_id: string | null
}

/** SQL: the newest `AlihRow` of konsultasi `k`; null where nobody proposed any. */
export const ALIH_JSON = `(
  SELECT json_build_object('dokter_id', a.ke_dokter_id, 'dokter_nama', ke.nama, 'spesialisasi', dk.spesialisasi, 'situasi', a.situasi, 'latar', a.latar,
           'penilaian', a.penilaian, 'saran', a.saran, 'status', CASE WHEN a.status = 'menunggu' AND k.status <> 'active' THEN 'gugur' ELSE a.status END,
           'diajukan_pada', ${iso('a.diajukan_pada')}, 'dijawab_pada', ${iso('a.dijawab_pada')}, 'lanjutan_id', a.lanjutan_id)
    FROM alih a JOIN pengguna ke ON ke.id = a.ke_dokter_id JOIN dokter dk ON dk.pengguna_id = a.ke_dokter_id
   WHERE a.konsultasi_id = k.id ORDER BY a.diajukan_pada DESC, a.id DESC LIMIT 1)`

export interface NewAlih {
  readonly id: string
  readonly konsultasiId: string
  readonly dari: string
  readonly ke: string
  readonly isi: { readonly situasi: string; readonly latar: string; readonly penilaian: string; readonly saran: string }
}

const INSERT = statement({
  name: 'insert_alih',
  text: `
    WITH maju AS (
      UPDATE konsultasi SET rev = rev + 1, aktivitas_pada = greatest(clock_timestamp(), aktivitas_pada)
       WHERE id = $2 AND status = 'active' AND dokter_id = $3 RETURNING ${HEAD}
    ), baru AS (
      INSERT INTO alih (id, konsultasi_id, dari_dokter_id, ke_dokter_id, situasi, latar, penilaian, saran, diajukan_pada)
      SELECT $1, maju.id, $3, $4, $5, $6, $7, $8, clock_timestamp() FROM maju
    )
    SELECT ${HEAD} FROM maju`,
  row: HEAD_ROW,
})

/** @returns the konsultasi, or null when it is not active any more. @throws a unique violation of `alih_menunggu` while another one waits */
export async function insertAlih({ id, konsultasiId, dari, ke, isi }: NewAlih, tx: Transaction): Promise<KonsultasiHead | null> {
  const [row] = await query(INSERT, [id, konsultasiId, dari, ke, isi.situasi, isi.latar, isi.penilaian, isi.saran], tx)
  return row ? headOf(row) : null
}

const FIND_WAITING = statement({
  name: 'find_alih_menunggu',
  text: `
    SELECT a.id, a.ke_dokter_id FROM alih a JOIN konsultasi k ON k.id = a.konsultasi_id
     WHERE a.konsultasi_id = $1 AND a.status = 'menunggu' AND k.status = 'active'`,
  row: { id: 'uuid', ke_dokter_id: 'uuid' },
})

/** The one that waits for the pasien's answer, if there is one. */
export async function findWaitingAlih(konsultasiId: string, tx: Transaction): Promise<{ id: string; ke_dokter_id: string } | null> {
  const [row] = await query(FIND_WAITING, [konsultasiId], tx)
  return row ?? null
}

const ANSWER = statement({
  name: 'answer_alih',
  text: `UPDATE alih SET status = $2, lanjutan_id = $3, dijawab_pada = clock_timestamp() WHERE id = $1 AND status = 'menunggu' RETURNING 1`,
  row: {},
})

/** @returns false when somebody was faster */
export const answerAlih = async (id: string, status: 'setuju' | 'tolak', lanjutanId: string | null, tx: Transaction): Promise<boolean> =>
  (await query(ANSWER, [id, status, lanjutanId], tx)).length > 0

const DECLINED = statement({
  name: 'decline_alih',
  text: `UPDATE konsultasi SET rev = rev + 1 WHERE id = $1 AND status = 'active' RETURNING ${HEAD}`,
  row: HEAD_ROW,
})

/** The konsultasi goes on as it was. @returns null when it is not active any more */
export async function goOnAfterAlih(konsultasiId: string, tx: Transaction): Promise<KonsultasiHead | null> {
  const [row] = await query(DECLINED, [konsultasiId], tx)
  return row ? headOf(row) : null
}

/** What goes over to the konsultasi that begins. */
export interface Bekal {
  readonly keluhan: string
  readonly profil_id: string
  readonly bagikan_riwayat: boolean
  readonly triase: TriaseTersimpan | null
  /** Signs of danger that nobody acknowledged. */
  readonly bahaya: readonly string[]
}

const HAND_OVER = statement({
  name: 'hand_over',
  text: `
    UPDATE konsultasi k SET penerus_id = $2 WHERE k.id = $1
    RETURNING k.keluhan, k.profil_id, k.bagikan_riwayat, k.triase,
              (SELECT coalesce(json_agg(b.kode), '[]') FROM bahaya b WHERE b.konsultasi_id = k.id AND b.diakui_pada IS NULL) AS bahaya`,
  row: {
    keluhan: 'text',
    profil_id: 'uuid',
    bagikan_riwayat: 'bool',
    triase: shaped<TriaseTersimpan | null>('jsonb'),
    bahaya: shaped<string[]>('json'),
  },
})

/** Lets this dokter read what came before. @returns what they begin with */
export async function handOver(konsultasiId: string, keDokterId: string, tx: Transaction): Promise<Bekal> {
  const [row] = await query(HAND_OVER, [konsultasiId, keDokterId], tx)
  return row as Bekal
}

// The place in time stays. Who it went to has seen no sign of danger yet, whatever the one before acknowledged: the audit log keeps that.
const MOVE_PENDING = statement({
  name: 'move_pending',
  text: `
    UPDATE konsultasi SET dokter_id = $3, rev = rev + 1, aktivitas_pada = greatest(clock_timestamp(), aktivitas_pada),
           mendesak = EXISTS (SELECT FROM bahaya b WHERE b.konsultasi_id = $1 AND b.tingkat = 'merah')
     WHERE id = $1 AND status = 'pending' AND dokter_id = $2 AND dibuat_pada > now() - make_interval(secs => $4)
    RETURNING ${HEAD}, mendesak`,
  row: { ...HEAD_ROW, mendesak: 'bool' },
})
const UNSEE = statement({
  name: 'unsee_bahaya',
  text: "UPDATE bahaya SET diakui_pada = NULL WHERE konsultasi_id = $1 AND tingkat = 'merah' AND diakui_pada IS NOT NULL",
  row: {},
})
const FORGET_MARKS = statement({ name: 'forget_marks', text: 'DELETE FROM penanda WHERE konsultasi_id = $1', row: {} })

/**
 * A pending konsultasi waits for another dokter from now on. @returns null when it does not wait for that one any more
 * @throws a unique violation of `konsultasi_terbuka` when this profil has an open one with the other dokter
 */
export async function movePendingTo(
  k: Pick<KonsultasiHead, 'id' | 'dokterId'>,
  keDokterId: string,
  expiresSeconds: number,
  tx: Transaction,
): Promise<KonsultasiHead | null> {
  const [row] = await query(MOVE_PENDING, [k.id, k.dokterId, keDokterId, expiresSeconds], tx)
  if (!row) return null
  await query(FORGET_MARKS, [k.id], tx)
  await query(UNSEE, [k.id], tx)
  if (row.mendesak) await tellOfMerah({ konsultasi_id: k.id, pengguna_id: keDokterId }, tx)
  return headOf(row)
}
