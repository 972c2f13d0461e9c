import { query, statement, type Transaction } from './sql'

/** A second factor as the database keeps it: the secret encrypted, `aktif` once its first code has come. */
export interface FaktorKedua {
  readonly rahasia: Buffer
  readonly aktif: boolean
}

const FIND = statement({
  name: 'find_faktor_kedua',
  text: 'SELECT rahasia, aktif_pada IS NOT NULL AS aktif FROM faktor_kedua WHERE pengguna_id = $1',
  row: { rahasia: 'bytea', aktif: 'bool' },
})

export async function findFaktorKedua(penggunaId: string): Promise<FaktorKedua | null> {
  const [row] = await query(FIND, [penggunaId])
  return row ?? null
}

const PREPARE = statement({
  name: 'prepare_faktor_kedua',
  text: `
    INSERT INTO faktor_kedua (pengguna_id, rahasia) VALUES ($1, $2)
    ON CONFLICT (pengguna_id) DO UPDATE SET rahasia = EXCLUDED.rahasia, langkah = 0, dibuat_pada = now() WHERE faktor_kedua.aktif_pada IS NULL
    RETURNING 1`,
  row: {},
})

/** Keeps a secret that waits for its first code, in the place of one that waited before. @returns false when a factor is there already */
export const keepFaktorKedua = async (penggunaId: string, rahasia: Buffer): Promise<boolean> =>
  (await query(PREPARE, [penggunaId, rahasia])).length > 0

const ACTIVATE = statement({
  name: 'activate_faktor_kedua',
  text: `
    UPDATE faktor_kedua SET aktif_pada = now(), langkah = $3
     WHERE pengguna_id = $1 AND rahasia = $2 AND aktif_pada IS NULL RETURNING 1`,
  row: {},
})

/** From now on it asks for codes. `rahasia` is the one that the code fitted. @returns false when it is not the one that waits any more */
export const confirmFaktorKedua = async (penggunaId: string, rahasia: Buffer, langkah: number, tx: Transaction): Promise<boolean> =>
  (await query(ACTIVATE, [penggunaId, rahasia, langkah], tx)).length > 0

const SPEND_STEP = statement({
  name: 'spend_langkah',
  text: 'UPDATE faktor_kedua SET langkah = $3 WHERE pengguna_id = $1 AND rahasia = $2 AND aktif_pada IS NOT NULL AND langkah < $3 RETURNING 1',
  row: {},
})

/** Uses up the code of a step, and with it all before. @returns false when it was used before: of two at the same moment one gets it */
export const spendStep = async (penggunaId: string, rahasia: Buffer, langkah: number): Promise<boolean> =>
  (await query(SPEND_STEP, [penggunaId, rahasia, langkah])).length > 0

const SPEND_RECOVERY = statement({
  name: 'spend_kode_pemulihan',
  text: 'UPDATE kode_pemulihan SET dipakai_pada = now() WHERE pengguna_id = $1 AND kode_hash = $2 AND dipakai_pada IS NULL RETURNING 1',
  row: {},
})

/** Uses up a recovery code. @returns false when there is none such, or it was used */
export const spendRecovery = async (penggunaId: string, kodeHash: Buffer): Promise<boolean> =>
  (await query(SPEND_RECOVERY, [penggunaId, kodeHash])).length > 0

const DELETE_CODES = statement({
  name: 'delete_kode_pemulihan',
  text: 'DELETE FROM kode_pemulihan WHERE pengguna_id = $1',
  row: {},
})

const INSERT_CODES = statement({
  name: 'insert_kode_pemulihan',
  text: 'INSERT INTO kode_pemulihan (pengguna_id, kode_hash) SELECT $1, unnest($2::bytea[])',
  row: {},
})

/** New recovery codes in the place of all from before. */
export async function replaceRecovery(penggunaId: string, kodeHashes: readonly Buffer[], tx: Transaction): Promise<void> {
  await query(DELETE_CODES, [penggunaId], tx)
  await query(INSERT_CODES, [penggunaId, kodeHashes], tx)
}

const COUNT_CODES = statement({
  name: 'count_kode_pemulihan',
  text: 'SELECT count(*)::int AS sisa FROM kode_pemulihan WHERE pengguna_id = $1 AND dipakai_pada IS NULL',
  row: { sisa: 'int4' },
})

/** How many recovery codes are left. */
export async function countRecovery(penggunaId: string): Promise<number> {
  const [row] = await query(COUNT_CODES, [penggunaId])
  return row?.sisa ?? 0
}

const REMOVE = statement({
  name: 'remove_faktor_kedua',
  text: 'DELETE FROM faktor_kedua WHERE pengguna_id = $1 RETURNING aktif_pada IS NOT NULL AS aktif',
  row: { aktif: 'bool' },
})

/** Takes the second factor of somebody away, with its recovery codes. Whoever calls asks who may, and writes it down. @returns whether there was one that asked for codes */
export async function removeFaktorKedua(penggunaId: string, tx: Transaction): Promise<boolean> {
  await query(DELETE_CODES, [penggunaId], tx)
  const [row] = await query(REMOVE, [penggunaId], tx)
  return row?.aktif ?? false
}
