import { query, statement } from './sql'

/**
 * SQL for a short text that changes when the database was restored, moved or failed over and may have lost what it had acknowledged: a client
 * that sees another one forgets its `rev` and loads anew. The value of the one row, and PostgreSQL's timeline, which every promoted standby and every
 * recovery to a point in time begins anew (https://www.postgresql.org/docs/current/continuous-archiving.html#BACKUP-TIMELINES).
 */
export const EPOCH = `
  (SELECT e.nilai || '.' || CASE WHEN pg_is_in_recovery() THEN '' ELSE ltrim(left(pg_walfile_name(pg_current_wal_lsn()), 8), '0') END FROM epoch e)`

const FIND_ORIGIN = statement({
  name: '',
  text: 'SELECT oid::text AS basis, (SELECT system_identifier::text FROM pg_control_system()) AS kluster FROM pg_database WHERE datname = current_database()',
  row: { basis: 'text', kluster: 'text' },
})

const NOTE_ORIGIN = statement({
  name: '',
  text: `
    UPDATE epoch SET asal = $1, nilai = CASE WHEN asal IS NULL THEN nilai ELSE substr(md5(random()::text || clock_timestamp()::text), 1, 8) END
     WHERE asal IS DISTINCT FROM $1`,
  row: {},
})

/** At the start: a database that carries the mark of another place was copied or restored from there, and begins another epoch. */
export async function noteOrigin(): Promise<void> {
  const [found] = await query(FIND_ORIGIN, [])
  await query(NOTE_ORIGIN, [`${found?.kluster ?? ''}/${found?.basis ?? ''}`])
}
