import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@/e2e/fixtures'
import { followJournal, type Line } from './journal'
import { type Outcome, openKept, tableOf, together } from './long/outcome'

const outcome: Outcome = {
  faults: 2,
  sent: 12,
  acknowledged: 10,
  lost: 0,
  duplicated: 0,
  unexpected: 1,
  gaps: 0,
  recovery: [30, 10],
  seen: 'web 1, PostgreSQL 1',
}

test('parts of a run that was broken off are found again, those of other sources are not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sapa-uji-'))
  try {
    const file = join(folder, 'kept')
    openKept('abc', file).keep('kills 1/2', outcome)
    const again = openKept('abc', file)
    expect(again.find('kills 1/2')).toEqual(outcome)
    expect(again.find('kills 2/2')).toBeUndefined()
    expect(openKept('abc-dirty', file).find('kills 1/2')).toBeUndefined()
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('parts are added up, in what was seen too, and a row says what is missing of it', () => {
  const both = together([outcome, { ...outcome, lost: 1, recovery: [20], seen: 'web 2, PostgreSQL 0' }])
  expect(both).toEqual({
    ...outcome,
    faults: 4,
    sent: 24,
    acknowledged: 20,
    lost: 1,
    unexpected: 2,
    recovery: [30, 10, 20],
    seen: 'web 3, PostgreSQL 1',
  })
  const line = '| kills (1 parts are missing) | 4 | 24 | 20 | 1 | 0 | 2 | 0 | 20 | 30 | web 3, PostgreSQL 1 |'
  expect(tableOf([{ name: 'kills', outcome: both, missing: 1 }], 'abc')).toContain(line)
})

test('a journal is followed while it is written, half a line too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sapa-uji-'))
  try {
    const file = join(folder, 'jurnal')
    const { lines, count } = followJournal(file)
    const sent: Line = { was: 'sent', client_id: 'é', pesan: 'Halo' }
    const text = Buffer.from(`${JSON.stringify(sent)}\n`)
    expect(count('sent')).toBe(0)
    appendFileSync(file, text.subarray(0, 30))
    expect(count('sent')).toBe(0)
    appendFileSync(file, text.subarray(30))
    appendFileSync(file, text)
    expect([count('sent'), count('failed')]).toEqual([2, 0])
    expect(lines()).toEqual([sent, sent])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
