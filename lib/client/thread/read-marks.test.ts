import { describe, expect, test } from 'vitest'
import { planReadMarks, unreadOf } from './read-marks'
import { DOKTER, FakeServer, PASIEN } from './thread-fixtures'

describe('read marks', () => {
  const server = new FakeServer()
  for (let i = 0; i < 4; i++) server.send(DOKTER)
  server.send(PASIEN)
  server.remove(4)
  const unread = unreadOf(server.newest(30).data, PASIEN)

  test("are for the other side's pesan, never for one's own or a tombstone", () => {
    expect(unread.map((one) => one.urutan)).toEqual([1, 2, 3])
  })

  test.each([
    ['everything seen', [1, 2, 3], true, { sampai: 3, ids: [] }],
    ['the first ones seen', [1, 2], true, { sampai: 2, ids: [] }],
    ['one was skipped: what lies beyond it is marked by itself', [1, 3], true, { sampai: 1, ids: ['pesan_3'] }],
    ['only the last seen', [3], true, { sampai: null, ids: ['pesan_3'] }],
    ['older unread ones are not loaded', [1, 2, 3], false, { sampai: null, ids: ['pesan_1', 'pesan_2', 'pesan_3'] }],
    ['nothing seen', [], true, { sampai: null, ids: [] }],
  ] as const)('%s', (_, seen, complete, marks) => {
    expect(planReadMarks(unread, new Set<number>(seen), complete)).toEqual(marks)
  })
})
