import { Client as Database } from 'pg'
import type { Konsultasi } from '@/e2e/clinic'
import { uuidOf } from '@/lib/domain/id'

/**
 * What `npm run faults -- --defects` breaks on purpose in each row, so that it is known whether the row would see it: in the database behind the back of
 * the application, or in the row itself (null).
 */
export const DEFECTS = {
  kills: { what: 'an acknowledged pesan has gone', sql: 'lose' },
  failover: { what: 'an acknowledged pesan has gone', sql: 'lose' },
  'lost-answers': { what: 'what was sent again is there twice', sql: 'double' },
  twins: { what: 'what was sent again is there twice', sql: 'double' },
  frozen: { what: 'what was refused and sent again is there twice', sql: 'double' },
  disks: { what: 'the file of an acknowledged pesan has gone', sql: 'loseFile' },
  s3: { what: 'the file of an acknowledged pesan has gone', sql: 'loseFile' },
  realtime: { what: 'the open page reaches nobody', sql: null },
  'dead-services': { what: 'a browser is forgotten meanwhile', sql: 'forgetBrowser' },
  'slow-clients': { what: 'nobody hangs up on them', sql: null },
  'clock-jumps': { what: 'a read mark has gone', sql: 'unread' },
  'database-clock': { what: 'the epoch is another one', sql: 'newEpoch' },
  'clock-skew': { what: 'both clocks are right', sql: null },
} as const satisfies Record<string, { what: string; sql: keyof typeof STATEMENTS | null }>

export type Name = keyof typeof DEFECTS

const NEWEST = 'SELECT id FROM chat_messages WHERE konsultasi_id = $1'

const STATEMENTS = {
  lose: `DELETE FROM chat_messages WHERE id = (${NEWEST} ORDER BY urutan DESC LIMIT 1)`,
  double: `INSERT INTO chat_messages
    SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'client_id', gen_random_uuid(), 'urutan', m.urutan + 1, 'rev', m.rev + 100000))).*
      FROM chat_messages m WHERE id = (${NEWEST} ORDER BY urutan DESC LIMIT 1)`,
  loseFile: `UPDATE lampiran SET kunci = gen_random_uuid()::text
     WHERE id = (SELECT lampiran_id FROM chat_messages WHERE konsultasi_id = $1 AND lampiran_id IS NOT NULL LIMIT 1)`,
  forgetBrowser: `DELETE FROM langganan_push WHERE id = (
    SELECT l.id FROM langganan_push l JOIN konsultasi k ON k.pasien_id = l.pengguna_id WHERE k.id = $1 LIMIT 1)`,
  unread: `UPDATE chat_messages SET dibaca_pada = NULL, dibaca_oleh = NULL
     WHERE id = (${NEWEST} AND dibaca_pada IS NOT NULL ORDER BY urutan DESC LIMIT 1)`,
  newEpoch: `UPDATE epoch SET nilai = 'lain' WHERE $1::uuid IS NOT NULL`,
} as const

/** What was to be broken was not: whatever is seen afterwards says nothing. */
export class NotSown extends Error {
  override name = 'NotSown'
}

/** What is kept for ever is guarded by triggers. */
const GUARDED = ['chat_messages', 'lampiran']

/** Breaks what the row is to see. Nothing where it breaks that itself. @throws NotSown */
export async function sow(name: Name, databaseUrl: string, { id }: Pick<Konsultasi, 'id'>): Promise<void> {
  const { sql } = DEFECTS[name]
  if (!sql) return
  const db = new Database({ connectionString: databaseUrl })
  await db.connect()
  try {
    await db.query('BEGIN')
    for (const table of GUARDED) await db.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    const { rowCount } = await db.query(STATEMENTS[sql], [uuidOf('konsultasi', id)])
    for (const table of GUARDED) await db.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
    await db.query('COMMIT')
    if (rowCount !== 1) throw new Error('there was nothing to break')
  } catch (error) {
    throw new NotSown(`${name}: ${(error as Error).message}`)
  } finally {
    await db.end()
  }
}
