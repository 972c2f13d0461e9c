import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf } from '@/lib/client/time/calendar'
import { findDay } from './find-day'
import { DOKTER, FakeServer } from './thread-fixtures'

const jakarta = calendarOf('Asia/Jakarta')
const HOUR = 3_600_000
const START = Date.parse('2026-11-01T00:00:00.000Z')

test('finds the first pesan of a day, else the first after it, else the last, in few questions', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(30), { maxLength: 60 }), fc.integer({ min: -3, max: 70 }), async (pauses, days) => {
      const server = new FakeServer()
      const after = (n: number) => pauses.slice(0, n + 1).reduce((sum, hours) => sum + hours * HOUR, START)
      const pesan = pauses.map((_, n) => ({ ...server.send(DOKTER), dibuat_pada: new Date(after(n)).toISOString() }))
      let asked = 0
      const at = async (urutan: number) => {
        asked++
        const one = pesan[urutan - 1]
        if (!one) throw new Error(`asked for ${urutan}`)
        return one
      }
      const day = jakarta(new Date(START + days * 24 * HOUR).toISOString())
      const first = pesan.find((one) => jakarta(one.dibuat_pada) >= day) ?? pesan.at(-1)
      expect(await findDay(day, jakarta, pesan.length, at)).toBe(first?.urutan ?? null)
      expect(asked).toBeLessThanOrEqual(Math.ceil(Math.log2(pesan.length + 1)))
    }),
  )
})

test("a day begins at the reader's midnight", () => {
  expect(jakarta('2026-11-22T17:00:00.000Z')).toBe('2026-11-23')
  expect(calendarOf('Asia/Jayapura')('2026-11-22T15:00:00.000Z')).toBe('2026-11-23')
})
