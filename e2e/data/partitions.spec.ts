import { readdirSync } from 'node:fs'
import { expect, test } from '@/e2e/fixtures'
import { appendPesan, type NewPesan } from '@/lib/data/append-pesan'
import { attempt, STATEMENTS, type Transaction } from '@/lib/data/sql'
import { isTaken } from '@/lib/data/sql-state'
import { newUuid } from '@/lib/domain/id'
import { inOwnSchema, migrations } from './own-schema'

/**
 * A clinic with so many pesan that one table is too large for its indexes, as lib/decisions/186 says: `chat_messages` in parts by konsultasi. What is unique in a
 * conversation stays so in its part; what other tables say of one pesan alone can no longer be a foreign key.
 */
const IN_PARTS = `
  ALTER TABLE chat_messages RENAME TO satu;
  CREATE TABLE chat_messages (LIKE satu INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED) PARTITION BY HASH (konsultasi_id);
  DO $$
  DECLARE satu regclass := 'satu'; line record;
  BEGIN
    FOR n IN 0..7 LOOP
      EXECUTE format('CREATE TABLE chat_messages_%s PARTITION OF chat_messages FOR VALUES WITH (MODULUS 8, REMAINDER %s)', n, n);
    END LOOP;
    FOR line IN SELECT replace(replace(pg_get_indexdef(indexrelid), 'INDEX ', 'INDEX bagian_'), ' ON ' || indrelid::regclass || ' ', ' ON chat_messages ') AS def FROM pg_index WHERE indrelid = satu LOOP
      -- What was unique everywhere is so within a konsultasi.
      line.def := regexp_replace(line.def, 'ON (\\w+\\.)?\\w+ USING', 'ON chat_messages USING');
      IF line.def LIKE 'CREATE UNIQUE%' AND line.def NOT LIKE '%konsultasi_id%' THEN line.def := regexp_replace(line.def, '\\(', '(konsultasi_id, '); END IF;
      EXECUTE line.def;
    END LOOP;
    FOR line IN SELECT regexp_replace(pg_get_triggerdef(oid), ' ON (\\w+\\.)?satu ', ' ON chat_messages ') AS def FROM pg_trigger WHERE tgrelid = satu AND NOT tgisinternal LOOP
      EXECUTE line.def;
    END LOOP;
    FOR line IN SELECT conname AS name, pg_get_constraintdef(oid) AS def FROM pg_constraint WHERE conrelid = satu AND contype = 'f' LOOP
      EXECUTE format('ALTER TABLE chat_messages ADD CONSTRAINT %I %s', line.name, replace(line.def, 'satu', 'chat_messages'));
    END LOOP;
  END $$;
  DROP TABLE satu CASCADE`

const PASIEN = newUuid()
const KONSULTASI = [newUuid(), newUuid()] as const

/** A pasien with a conversation with each of two dokter. */
const CLINIC = `
  INSERT INTO pengguna (id, nama, email, kata_sandi, peran) VALUES ('${PASIEN}', 'Ani', 'ani@uji.test', '', 'pasien');
  ${KONSULTASI.map(
    (id) => `
  INSERT INTO pengguna (id, nama, email, kata_sandi, peran) VALUES (md5('${id}')::uuid, 'dr. Sari', '${id}@uji.test', '', 'dokter');
  INSERT INTO dokter (pengguna_id, spesialisasi, nomor_str, nomor_sip) VALUES (md5('${id}')::uuid, 'Umum', '1', '2');
  INSERT INTO konsultasi (id, pasien_id, dokter_id, keluhan, status, diterima_pada)
  VALUES ('${id}', '${PASIEN}', md5('${id}')::uuid, 'Batuk kering', 'active', now());`,
  ).join('')}`

const inParts = <Result>(work: (tx: Transaction) => Promise<Result>) => inOwnSchema(`${migrations()};${IN_PARTS};${CLINIC}`, work)

test('every statement can be planned where chat_messages lies in parts', async () => {
  const modules = readdirSync('lib/data').filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  for (const module of modules) await import(`@/lib/data/${module.replace('.ts', '')}`)
  const refused = await inParts(async (tx) => {
    const found: string[] = []
    // SET has no plan.
    for (const { name, text } of STATEMENTS.filter((one) => !/^\s*SET /.test(one.text)))
      await attempt(tx, () => tx.query(`EXPLAIN (GENERIC_PLAN) ${text}`)).catch((error: Error) =>
        found.push(`${name || text}: ${error.message}`),
      )
    return found
  })
  expect(STATEMENTS.length).toBeGreaterThan(100)
  expect(refused).toEqual([])
})

test('a conversation in parts keeps its order, takes each client_id once, and is found word for word', async () => {
  await inParts(async (tx) => {
    const [one, other] = KONSULTASI
    const pesan = (konsultasiId: string, text: string, clientId = newUuid()): NewPesan => ({
      id: newUuid(),
      konsultasiId,
      pengirimId: PASIEN,
      clientId,
      tipePesan: null,
      pesan: text,
      balasKe: null,
      lampiranId: null,
    })
    const first = pesan(one, 'Sudah minum parasetamol')
    const urutan = async (given: NewPesan) => (await appendPesan(given, tx))?.pesan.urutan
    expect([await urutan(first), await urutan(pesan(one, 'Masih demam')), await urutan(pesan(other, 'Halo'))]).toEqual([1, 2, 1])
    const again = await attempt(tx, () => appendPesan({ ...pesan(one, 'Lain'), clientId: first.clientId }, tx)).catch(
      (error: unknown) => error,
    )
    expect(isTaken(again)).toBe(true)
    expect(await urutan(pesan(one, 'Bagaimana?'))).toBe(3)
    // What a trigger writes for each pesan is there too, and what is written once stays.
    const words = await tx.query('SELECT konsultasi_id, urutan FROM kata_pesan ORDER BY 1, 2')
    expect(words.rowCount).toBe(4)
    const changed = await attempt(tx, () => tx.query("UPDATE chat_messages SET pesan = 'lain' WHERE id = $1", [first.id])).catch(
      () => 'refused',
    )
    expect(changed).toBe('refused')
    const parts = await tx.query<{ part: string }>('SELECT DISTINCT tableoid::regclass AS part FROM chat_messages')
    expect(parts.rows.every(({ part }) => /chat_messages_\d/.test(part))).toBe(true)
  })
})
