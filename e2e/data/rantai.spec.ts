import { expect, test } from '@/e2e/fixtures'
import { isInRantai } from '@/lib/data/rantai'
import { checkWholeRantai } from '@/lib/operations/check-rantai'
import { inOwnSchema, migrations } from './own-schema'

const ROWS = 7

/**
 * A log of its own with seven rows, as an owner of the database holds it in hands who switched the triggers off and then did this to it.
 * `kept` is the end of that log from before.
 */
const checkAfter = (harm: string) =>
  inOwnSchema(migrations(), async (client) => {
    for (let n = 1; n <= ROWS; n++) {
      const values = `(uuidv7(), 'pengguna.ditangguhkan', 'alasan ${n}', '10.0.0.${n}', ${n === 2 ? `'{"sip_berlaku_sampai": null}'` : 'NULL'}, 0, '')`
      await client.query(`INSERT INTO audit (id, aksi, alasan, alamat, rincian, nomor, hash) VALUES ${values}`)
    }
    const kept = (await checkWholeRantai(client)).terakhir
    await client.query(`ALTER TABLE audit DISABLE TRIGGER USER; ${harm}`)
    const check = (rowsAtATime: number) => checkWholeRantai(client, rowsAtATime)
    const found = await check(ROWS + 1)
    // However many rows are looked at in one go, seven at once too, it is one chain.
    for (const rowsAtATime of [1, 2, 3, ROWS]) {
      const { utuh, diperiksa, rusak_pada } = await check(rowsAtATime)
      expect({ utuh, diperiksa, rusak_pada }).toEqual({ utuh: found.utuh, diperiksa: found.diperiksa, rusak_pada: found.rusak_pada })
    }
    return { ...found, masihAda: kept !== null && (await isInRantai(kept, client)) }
  })

const swapped = `
  UPDATE audit SET nomor = 100 WHERE nomor = 3; UPDATE audit SET nomor = 3 WHERE nomor = 4; UPDATE audit SET nomor = 4 WHERE nomor = 100`

test('a log that is as it was written is whole', async () => {
  expect(await checkAfter('')).toMatchObject({ utuh: true, diperiksa: ROWS, terakhir: { nomor: ROWS } })
})

for (const [what, harm, nomor] of [
  ['a reason that was reworded', `UPDATE audit SET alasan = 'lain' WHERE nomor = 4`, 4],
  ['details that were taken out', 'UPDATE audit SET rincian = NULL WHERE nomor = 2', 2],
  ['a time that was moved', `UPDATE audit SET pada = pada - interval '1 day' WHERE nomor = 1`, 1],
  [
    'a reworded row whose own hash was made anew',
    `UPDATE audit a SET alasan = 'lain' WHERE nomor = 4;
     UPDATE audit a SET hash = audit_hash(a, (SELECT hash FROM audit WHERE nomor = 3)) WHERE nomor = 4`,
    5,
  ],
  ['a row that was removed', 'DELETE FROM audit WHERE nomor = 4', 5],
  ['a removed row whose gap was closed', 'DELETE FROM audit WHERE nomor = 4; UPDATE audit SET nomor = nomor - 1 WHERE nomor > 4', 4],
  ['the first row, removed', 'DELETE FROM audit WHERE nomor = 1', 2],
  ['two rows that changed places', swapped, 3],
] as const) {
  test(`${what} is found, and where`, async () => {
    expect(await checkAfter(harm)).toMatchObject({ utuh: false, rusak_pada: { nomor } })
  })
}

test('the end that was kept is in a log that is as it was written', async () => {
  expect(await checkAfter('')).toMatchObject({ utuh: true, masihAda: true })
})

const rewritten = `
  UPDATE audit SET alasan = 'lain' WHERE nomor = 4;
  DO $$ DECLARE baris audit; lalu bytea;
  BEGIN
    FOR baris IN SELECT * FROM audit ORDER BY nomor LOOP
      UPDATE audit a SET hash = audit_hash(a, lalu) WHERE a.nomor = baris.nomor RETURNING a.hash INTO lalu;
    END LOOP;
  END $$`

for (const [what, harm] of [
  ['a tail that was cut off', 'DELETE FROM audit WHERE nomor > 5'],
  ['a log that was written anew from a changed row on', rewritten],
] as const) {
  test(`${what} is whole by itself, and shows beside the end that was kept from before`, async () => {
    expect(await checkAfter(harm)).toMatchObject({ utuh: true, masihAda: false })
  })
}
