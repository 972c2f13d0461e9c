import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { NetworkError } from '@/lib/client/api/answer'
import { PASIEN } from '@/lib/client/thread/thread-fixtures'
import type { Outbox } from './outbox'
import { Device, K1, K2, refuse, settle, unreachable } from './outbox-fixtures'

const states = (outbox: Outbox) => outbox.snapshot().map(({ pesan, keadaan }) => [pesan, keadaan])

describe('the outbox', () => {
  let device: Device
  let outbox: Outbox

  beforeEach(() => {
    vi.useFakeTimers()
    device = new Device()
    outbox = device.open()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('brings what was composed, in order, once, and forgets it', async () => {
    const sent: string[] = []
    outbox.onSent((pesan) => sent.push(pesan.pesan))
    await Promise.all([outbox.add(K1, 'satu'), outbox.add(K1, 'dua'), outbox.add(K1, 'tiga')])
    await settle()
    expect(device.arrived).toEqual([`${K1} satu`, `${K1} dua`, `${K1} tiga`])
    expect(sent).toEqual(['satu', 'dua', 'tiga'])
    expect(outbox.snapshot()).toEqual([])
    expect(await device.storage.ofOwner(PASIEN)).toEqual([])
  })

  test('shows a pesan at once, and has stored it before the first byte leaves', async () => {
    device.answer = (entry) => void device.storage.get(entry.client_id).then((stored) => expect(stored).toEqual(entry))
    const stored = outbox.add(K1, 'halo')
    expect(states(outbox)).toEqual([['halo', 'menunggu']])
    await stored
    expect.assertions(2)
  })

  test('what could not be stored says so, is stored at the next good moment, and only then counts as kept', async () => {
    device.online = false
    const put = device.storage.put
    device.storage.put = async () => false
    const kept = vi.fn()
    void outbox.add(K1, 'halo').then(kept)
    await settle()
    expect(outbox.snapshot()).toMatchObject([{ pesan: 'halo', durable: false }])
    expect(kept).not.toHaveBeenCalled()
    device.storage.put = put
    outbox.nudge()
    await settle()
    expect(outbox.snapshot()[0]).not.toHaveProperty('durable')
    expect(await device.storage.ofOwner(PASIEN)).toEqual(outbox.snapshot())
    expect(kept).toHaveBeenCalled()
  })

  test('sends what it knows when the store cannot be read: that is no sign that another tab has sent it', async () => {
    device.storage.get = () => Promise.reject(new Error('UnknownError'))
    await outbox.add(K1, 'halo')
    await settle()
    expect(device.arrived).toEqual([`${K1} halo`])
    expect(outbox.snapshot()).toEqual([])
  })

  test('waits without a network for as long as it takes, without an attempt, and goes when it is back', async () => {
    device.online = false
    await outbox.add(K1, 'halo')
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(states(outbox)).toEqual([['halo', 'menunggu']])
    expect(device.attempts).toEqual([])
    device.online = true
    outbox.nudge()
    await settle()
    expect(device.arrived).toEqual([`${K1} halo`])
  })

  test('goes on after a reload, in the same order and with the same client_id', async () => {
    device.online = false
    await outbox.add(K1, 'satu')
    await outbox.add(K1, 'dua')
    const [first] = outbox.snapshot()
    outbox.close()
    device.online = true
    device.open()
    await settle()
    expect(device.arrived).toEqual([`${K1} satu`, `${K1} dua`])
    expect(device.attempts[0]).toBe(first?.client_id)
  })

  test('tries again by itself while the server is away, with the same client_id', async () => {
    device.answer = refuse(503, 'unavailable')
    await outbox.add(K1, 'halo')
    await vi.advanceTimersByTimeAsync(5000)
    device.answer = () => {}
    await vi.advanceTimersByTimeAsync(8000)
    expect(device.arrived).toEqual([`${K1} halo`])
    expect(device.attempts.length).toBeGreaterThan(2)
    expect(new Set(device.attempts).size).toBe(1)
  })

  test('asks for a person after 30 s of failures, not before, and then stops trying', async () => {
    device.answer = unreachable
    await outbox.add(K1, 'halo')
    await vi.advanceTimersByTimeAsync(29_000)
    expect(states(outbox)).toEqual([['halo', 'menunggu']])
    await vi.advanceTimersByTimeAsync(1100)
    expect(states(outbox)).toEqual([['halo', 'gagal']])
    const attempts = device.attempts.length
    await vi.advanceTimersByTimeAsync(120_000)
    expect(device.attempts.length).toBe(attempts)
  })

  test('a retry brings all that the network stopped, in order, each once', async () => {
    device.answer = unreachable
    await outbox.add(K1, 'satu')
    await outbox.add(K1, 'dua')
    await vi.advanceTimersByTimeAsync(31_000)
    expect(states(outbox)).toEqual([
      ['satu', 'gagal'],
      ['dua', 'gagal'],
    ])
    device.answer = () => {}
    await outbox.retry(outbox.snapshot()[1]?.client_id ?? '')
    await settle()
    expect(device.arrived).toEqual([`${K1} satu`, `${K1} dua`])
  })

  test('a refused pesan stays, with the reason, and holds up nobody behind it', async () => {
    device.answer = (entry) => entry.pesan === 'buruk' && refuse(422, 'validation_failed')()
    await outbox.add(K1, 'buruk')
    await outbox.add(K1, 'baik')
    await settle()
    expect(device.arrived).toEqual([`${K1} baik`])
    expect(outbox.snapshot()).toMatchObject([{ pesan: 'buruk', keadaan: 'gagal', sebab: 'validation_failed' }])
  })

  test('trouble in one konsultasi does not stop another', async () => {
    device.answer = (entry) => entry.konsultasi_id === K1 && unreachable()
    await outbox.add(K1, 'macet')
    await outbox.add(K2, 'lancar')
    await settle()
    expect(device.arrived).toEqual([`${K2} lancar`])
  })

  test('does not ask again before Retry-After is over', async () => {
    device.answer = refuse(429, 'rate_limited', 7)
    await outbox.add(K1, 'halo')
    await vi.advanceTimersByTimeAsync(6900)
    expect(device.attempts.length).toBe(1)
    device.answer = () => {}
    await vi.advanceTimersByTimeAsync(200)
    expect(device.arrived).toEqual([`${K1} halo`])
  })

  test('a nudge does not cut short the wait that the server asked for', async () => {
    device.answer = refuse(503, 'unavailable', 7)
    await outbox.add(K1, 'halo')
    await settle()
    outbox.nudge()
    await vi.advanceTimersByTimeAsync(6900)
    expect(device.attempts.length).toBe(1)
    device.answer = () => {}
    await vi.advanceTimersByTimeAsync(200)
    expect(device.arrived).toEqual([`${K1} halo`])
  })

  test('what stopped because the session had ended goes on as soon as the server answers again', async () => {
    device.answer = refuse(401, 'unauthenticated')
    await outbox.add(K1, 'halo')
    await settle()
    device.answer = () => {}
    outbox.resume()
    await settle()
    expect(device.arrived).toEqual([`${K1} halo`])
  })

  test('what is no answer of ours refuses nothing: it is tried again, with the wait that it asked for', async () => {
    device.answer = () => {
      throw new NetworkError('busy', 7)
    }
    await outbox.add(K1, 'halo')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(states(outbox)).toEqual([['halo', 'menunggu']])
    expect(device.attempts.length).toBe(9)
    device.answer = () => {
      throw new NetworkError('foreign')
    }
    await vi.advanceTimersByTimeAsync(8000)
    device.answer = () => {}
    await vi.advanceTimersByTimeAsync(8000)
    expect(device.arrived).toEqual([`${K1} halo`])
  })

  test('what is too large for something on the way asks its writer, with the true reason', async () => {
    device.answer = () => {
      throw new NetworkError('too_large')
    }
    await outbox.add(K1, 'halo')
    await settle()
    expect(outbox.snapshot()).toMatchObject([{ keadaan: 'gagal', sebab: 'too_large_on_the_way' }])
  })

  test('who is told to wait has not failed: a burst goes on after Retry-After, however often, and nobody is asked', async () => {
    device.answer = refuse(429, 'rate_limited', 60)
    await Promise.all(['satu', 'dua', 'tiga'].map((text) => outbox.add(K1, text)))
    await vi.advanceTimersByTimeAsync(10 * 60_000 - 1000)
    expect(states(outbox).map(([, state]) => state)).toEqual(['menunggu', 'menunggu', 'menunggu'])
    expect(device.attempts.length).toBe(10)
    device.answer = () => {}
    await vi.advanceTimersByTimeAsync(1000)
    expect(device.arrived).toEqual([`${K1} satu`, `${K1} dua`, `${K1} tiga`])
  })

  test('a wait of an hour is a failure: a person is asked', async () => {
    device.answer = refuse(429, 'rate_limited', 3600)
    await outbox.add(K1, 'halo')
    await vi.advanceTimersByTimeAsync(31_000)
    expect(states(outbox)).toEqual([['halo', 'gagal']])
  })

  test('when the session has ended it waits, and goes on after signing in again', async () => {
    device.answer = refuse(401, 'unauthenticated')
    const told = vi.fn()
    outbox.onSignedOut(told)
    await outbox.add(K1, 'halo')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(states(outbox)).toEqual([['halo', 'menunggu']])
    expect(device.attempts.length).toBe(1)
    expect(told).toHaveBeenCalledTimes(1)
    device.answer = () => {}
    outbox.nudge()
    await settle()
    expect(device.arrived).toEqual([`${K1} halo`])
  })

  test('what is older than an hour asks, and never goes by itself; what was composed behind it asks with it', async () => {
    device.online = false
    await outbox.add(K1, 'lama')
    await vi.advanceTimersByTimeAsync(3_600_001)
    await outbox.add(K1, 'baru')
    await outbox.add(K2, 'lain')
    device.online = true
    outbox.nudge()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(states(outbox)).toEqual([
      ['lama', 'bertanya'],
      ['baru', 'bertanya'],
    ])
    expect(device.arrived).toEqual([`${K2} lain`])
    const other = device.open()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(states(other)).toEqual(states(outbox))
    await outbox.retry(outbox.snapshot()[1]?.client_id ?? '')
    await settle()
    expect(device.arrived).toEqual([`${K2} lain`, `${K1} lama`, `${K1} baru`])
  })

  test('what a person let go waits another hour without a question', async () => {
    device.online = false
    await outbox.add(K1, 'lama')
    await vi.advanceTimersByTimeAsync(3_600_001)
    device.online = true
    outbox.nudge()
    await settle()
    device.online = false
    await outbox.retry(outbox.snapshot()[0]?.client_id ?? '')
    await vi.advanceTimersByTimeAsync(3_000_000)
    expect(states(outbox)).toEqual([['lama', 'menunggu']])
    device.online = true
    outbox.nudge()
    await settle()
    expect(device.arrived).toEqual([`${K1} lama`])
  })

  test('one that asks is forgotten when the conversation shows that it had arrived after all', async () => {
    device.online = false
    await outbox.add(K1, 'lama')
    const [entry] = outbox.snapshot()
    await outbox.settle(new Set([entry?.client_id ?? '']))
    expect(states(outbox)).toEqual([['lama', 'menunggu']])
    await vi.advanceTimersByTimeAsync(3_600_001)
    device.online = true
    outbox.nudge()
    await settle()
    await outbox.settle(new Set([null, 'lain']))
    expect(states(outbox)).toEqual([['lama', 'bertanya']])
    await outbox.settle(new Set([entry?.client_id ?? '']))
    expect(outbox.snapshot()).toEqual([])
    expect(await device.storage.ofOwner(PASIEN)).toEqual([])
  })

  test('two tabs share it and send nothing twice', async () => {
    const other = device.open()
    await Promise.all([outbox.add(K1, 'dari satu'), other.add(K1, 'dari dua')])
    await settle()
    expect(device.arrived.toSorted()).toEqual([`${K1} dari dua`, `${K1} dari satu`])
    expect([outbox.snapshot(), other.snapshot()]).toEqual([[], []])
  })

  test('what one tab reads meanwhile does not take a pesan that is just being stored out of sight', async () => {
    const other = device.open()
    await settle()
    device.online = false
    const seen = new Set<number>()
    outbox.subscribe(() => seen.add(outbox.snapshot().filter(({ pesan }) => pesan === 'ini').length))
    const put = device.storage.put
    device.storage.put = (entry) => new Promise((done) => setTimeout(() => done(put(entry)), 10))
    void other.add(K1, 'itu')
    await vi.advanceTimersByTimeAsync(5)
    void outbox.add(K1, 'ini')
    await vi.advanceTimersByTimeAsync(20)
    expect(outbox.snapshot().length).toBe(2)
    expect(seen).toEqual(new Set([1]))
  })

  test('somebody else who signs in neither sees nor sends it', async () => {
    device.online = false
    await outbox.add(K1, 'rahasia')
    device.online = true
    device.signedIn = 'pengguna_lain'
    const theirs = device.open('pengguna_lain')
    outbox.nudge()
    await settle()
    expect(theirs.snapshot()).toEqual([])
    expect(device.attempts).toEqual([])
  })
})
