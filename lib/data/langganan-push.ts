import { LANGGANAN_MAX, PUSH_FAILURES_MAX } from '@/lib/domain/kabar'
import { SESI_HIDUP } from './sesi'
import { query, statement, type Transaction } from './sql'

/** A browser that asked to be told, as the push service knows it. */
export interface LanggananPush {
  readonly id: string
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

interface NewLangganan extends LanggananPush {
  readonly penggunaId: string
  readonly sesiId: string
}

// One address is one browser: whoever used it last is told there, and nobody else. KEY SHARE: a session that ends at this moment takes
// this subscription along, or is gone before it and leaves none.
const KEEP_LANGGANAN = statement({
  name: 'keep_langganan_push',
  text: `
    INSERT INTO langganan_push (id, pengguna_id, sesi_id, endpoint, p256dh, auth)
    SELECT $1, s.pengguna_id, s.id, $4, $5, $6 FROM sesi s WHERE s.id = $3 AND s.pengguna_id = $2 FOR KEY SHARE OF s
    ON CONFLICT (endpoint) DO UPDATE
      SET pengguna_id = EXCLUDED.pengguna_id, sesi_id = EXCLUDED.sesi_id, p256dh = EXCLUDED.p256dh, auth = EXCLUDED.auth, dibuat_pada = now()
    RETURNING 1`,
  row: {},
})

const DROP_OLDEST = statement({
  name: 'drop_oldest_langganan_push',
  text: `
    DELETE FROM langganan_push WHERE id IN (
      SELECT id FROM langganan_push WHERE pengguna_id = $1 ORDER BY dibuat_pada DESC, id DESC OFFSET ${LANGGANAN_MAX})`,
  row: {},
})

/** @returns false when the session has ended a moment ago */
export async function keepLangganan({ id, penggunaId, sesiId, ...l }: NewLangganan, tx: Transaction): Promise<boolean> {
  const kept = await query(KEEP_LANGGANAN, [id, penggunaId, sesiId, l.endpoint, l.p256dh, l.auth], tx)
  await query(DROP_OLDEST, [penggunaId], tx)
  return kept.length > 0
}

const DELETE_LANGGANAN = statement({
  name: 'delete_langganan_push',
  text: 'DELETE FROM langganan_push WHERE pengguna_id = $1 AND endpoint = $2',
  row: {},
})

export const deleteLangganan = (penggunaId: string, endpoint: string) => query(DELETE_LANGGANAN, [penggunaId, endpoint])

const DELETE_DEAD_LANGGANAN_PUSH = statement({
  name: 'delete_dead_langganan_push',
  text: 'DELETE FROM langganan_push WHERE id = $1 AND endpoint = $2',
  row: {},
})

/** The push service knows it no more. */
export const deleteDeadLangganan = ({ id, endpoint }: LanggananPush) => query(DELETE_DEAD_LANGGANAN_PUSH, [id, endpoint])

const FIND_LIVING = statement({
  name: 'find_living_langganan_push',
  text: `
    SELECT l.id, l.endpoint, l.p256dh, l.auth, l.pengguna_id, l.gagal
      FROM langganan_push l JOIN sesi s ON s.id = l.sesi_id JOIN pengguna p ON p.id = l.pengguna_id AND p.aktif
     WHERE l.id = $1 AND ${SESI_HIDUP}`,
  row: { id: 'uuid', endpoint: 'text', p256dh: 'text', auth: 'text', pengguna_id: 'uuid', gagal: 'int4' },
})

type LivingLangganan = LanggananPush & { readonly pengguna_id: string; readonly gagal: number }

/** @returns null when it is gone, or its session or account has ended */
export async function findLivingLangganan(id: string): Promise<LivingLangganan | null> {
  const [row] = await query(FIND_LIVING, [id])
  return row ?? null
}

const COUNT_FAILURE = statement({
  name: 'count_push_failure',
  text: `
    WITH gagal AS (UPDATE langganan_push SET gagal = gagal + 1 WHERE id = $1 AND gagal < ${PUSH_FAILURES_MAX - 1} RETURNING 1)
    DELETE FROM langganan_push WHERE id = $1 AND NOT EXISTS (SELECT FROM gagal)`,
  row: {},
})

/** Its push service did not take something in all the tries there are; after `PUSH_FAILURES_MAX` times in a row it is forgotten. */
export async function countFailure(id: string): Promise<void> {
  await query(COUNT_FAILURE, [id])
}

const FORGET_PUSH_FAILURES = statement({
  name: 'forget_push_failures',
  text: 'UPDATE langganan_push SET gagal = 0 WHERE id = $1',
  row: {},
})

/** Its push service took something again. */
export const forgetFailures = (id: string) => query(FORGET_PUSH_FAILURES, [id])

const LIST_LIVING = statement({
  name: 'list_living_langganan_push',
  text: `
    SELECT l.id FROM langganan_push l JOIN sesi s ON s.id = l.sesi_id JOIN pengguna p ON p.id = l.pengguna_id AND p.aktif
     WHERE l.pengguna_id = $1 AND ${SESI_HIDUP}`,
  row: { id: 'uuid' },
})

/** The subscriptions of a person whose account and sessions are alive. */
export const listLivingLangganan = async (penggunaId: string, tx: Transaction): Promise<string[]> =>
  (await query(LIST_LIVING, [penggunaId], tx)).map(({ id }) => id)
