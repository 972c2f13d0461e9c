import { expect, test } from 'vitest'
import { openingsOf } from './audit'

const at = (minute: number, alasan: string | null) => ({ pada: new Date(Date.UTC(2026, 10, 29, 9, minute)).toISOString(), alasan })

test('an admin who opens a konsultasi, its pesan and a lampiran for one reason has opened it once, when it began', () => {
  expect(openingsOf([at(14, 'aduan'), at(1, 'aduan'), at(0, 'aduan')])).toEqual([at(0, 'aduan')])
})

test('another reason, no reason, and the same reason a quarter of an hour later are openings of their own', () => {
  const readings = [at(15, 'aduan'), at(2, null), at(1, 'mutu'), at(0, 'aduan')]
  expect(openingsOf(readings)).toEqual(readings)
})

test('readings of two reasons in turn stay two openings', () => {
  expect(openingsOf([at(4, 'b'), at(3, 'a'), at(2, 'b'), at(1, 'a')])).toEqual([at(2, 'b'), at(1, 'a')])
})
