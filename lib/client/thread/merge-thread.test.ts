import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OutboxEntry } from '@/lib/client/outbox/outbox-entry'
import { mergeThread } from './merge-thread'
import { foldPesan, openThread } from './thread'
import { DOKTER, FakeServer, PASIEN } from './thread-fixtures'

const entry = (client_id: string, disusun_pada: number, pengguna_id = PASIEN): OutboxEntry => ({
  client_id,
  konsultasi_id: 'konsultasi_1',
  pengguna_id,
  pesan: client_id,
  balas_ke: null,
  disusun_pada,
  keadaan: 'menunggu',
  sebab: null,
})

describe('mergeThread', () => {
  test('shows what is unsent last, in the order of composing', () => {
    const server = new FakeServer()
    server.send(DOKTER)
    const rows = mergeThread(openThread(server.newest(30)), [entry('b', 2), entry('a', 1)], PASIEN)
    expect(rows.map((row) => row.key)).toEqual(['pesan_1', 'a', 'b'])
  })

  test('shows each composed pesan exactly once, in one row with one key, whenever which of its answers arrives', () => {
    const ids = ['a', 'b', 'c']
    const someOf = fc.subarray(ids)
    fc.assert(
      fc.property(someOf, someOf, (arrived, stillInOutbox) => {
        const server = new FakeServer()
        let thread = openThread(server.newest(30))
        for (const id of arrived) thread = foldPesan(thread, server.send(PASIEN, id, id))
        const outbox = ids.filter((id) => stillInOutbox.includes(id) || !arrived.includes(id)).map((id, index) => entry(id, index))
        expect(
          mergeThread(thread, outbox, PASIEN)
            .map((row) => row.key)
            .sort(),
        ).toEqual(ids)
      }),
    )
  })

  test("another person's pesan with the same client_id hides nothing", () => {
    const server = new FakeServer()
    const thread = foldPesan(openThread(server.newest(30)), server.send(DOKTER, 'lain', 'a'))
    expect(mergeThread(thread, [entry('a', 1)], PASIEN).map((row) => row.key)).toEqual(['pesan_1', 'a'])
  })

  test("another person's outbox is not shown", () => {
    expect(mergeThread(openThread(new FakeServer().newest(30)), [entry('a', 1, DOKTER)], PASIEN)).toEqual([])
  })
})
