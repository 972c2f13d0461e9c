import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiError, NetworkError } from '@/lib/client/api/answer'
import type { Berkas } from '@/lib/client/lampiran/berkas'
import { PASIEN } from '@/lib/client/thread/thread-fixtures'
import type { UploadSigns } from './courier'
import type { Outbox } from './outbox'
import type { OutboxEntry } from './outbox-entry'
import { Device, K1, K2, refuse, settle, unreachable } from './outbox-fixtures'

const berkas = (nama: string): Berkas => ({ isi: new Blob(['isi']), tipe: 'image', nama, ukuran: 3, mime: 'image/jpeg' })
const states = (outbox: Outbox) => outbox.snapshot().map((entry) => [entry.berkas?.nama ?? entry.pesan, entry.keadaan])
const firstId = (outbox: Outbox) => outbox.snapshot()[0]?.client_id ?? ''

/** Bytes leave each second until there is nothing left, the network breaks, or the person has changed their mind. */
const slowly =
  (seconds: number, breaksAt = Number.POSITIVE_INFINITY) =>
  async (_: OutboxEntry, { signal, onProgress }: UploadSigns) => {
    for (let second = 1; second <= seconds; second++) {
      await new Promise((done) => setTimeout(done, 1000))
      if (signal.aborted) throw new NetworkError('aborted')
      if (second >= breaksAt) throw new NetworkError('unreachable')
      onProgress()
    }
  }

describe('the outbox with files', () => {
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

  test('brings the file first and then the pesan that names it, behind it what was written later', async () => {
    const sent: (string | null | undefined)[] = []
    device.answer = ({ lampiran_id }) => sent.push(lampiran_id)
    device.bring = slowly(90)
    await outbox.add(K1, 'ruam', { berkas: berkas('ruam.jpg') })
    await outbox.add(K1, 'sejak kemarin')
    await vi.advanceTimersByTimeAsync(91_000)
    expect(device.arrived).toEqual([`${K1} ruam`, `${K1} sejak kemarin`])
    expect(sent).toEqual(['lampiran_1', null])
  })

  test('a look for what is due, while a file is still being stored, does not take it for one that another tab has brought', async () => {
    const put = device.storage.put
    device.storage.put = async (entry) => {
      if (entry.berkas) await new Promise((done) => setTimeout(done, 500))
      return put(entry)
    }
    void outbox.add(K1, 'ini hasilnya', { berkas: berkas('lab.jpg') })
    await vi.advanceTimersByTimeAsync(100)
    outbox.nudge()
    await vi.advanceTimersByTimeAsync(1000)
    expect([device.uploaded, device.arrived]).toEqual([['lab.jpg'], [`${K1} ini hasilnya`]])
  })

  test('keeps the bytes on this device before one of them leaves, and goes on with them after a reload', async () => {
    device.online = false
    await outbox.add(K1, '', { berkas: berkas('ruam.jpg') })
    expect((await device.storage.get(firstId(outbox)))?.berkas?.isi.size).toBe(3)
    outbox.close()
    device.online = true
    device.open()
    await settle()
    expect([device.uploaded, device.arrived]).toEqual([['ruam.jpg'], [`${K1} `]])
  })

  test('when the answer to the pesan is lost, the file does not travel again', async () => {
    device.answer = () => device.attempts.length === 1 && unreachable()
    await outbox.add(K1, '', { berkas: berkas('ruam.jpg') })
    await vi.advanceTimersByTimeAsync(1100)
    expect(device.attempts.length).toBe(2)
    expect(new Set(device.attempts).size).toBe(1)
    expect(device.uploaded).toEqual(['ruam.jpg'])
  })

  test('not even after a reload between the two', async () => {
    device.answer = unreachable
    await outbox.add(K1, '', { berkas: berkas('ruam.jpg') })
    await settle()
    outbox.close()
    device.answer = () => {}
    device.open()
    await settle()
    expect([device.uploaded, device.arrived]).toEqual([['ruam.jpg'], [`${K1} `]])
  })

  test('a file that the server has swept away meanwhile travels once more, and not a third time', async () => {
    device.answer = () => {
      throw new ApiError(422, 'validation_failed', '', null, { lampiran_id: ['…'] })
    }
    await outbox.add(K1, '', { berkas: berkas('ruam.jpg') })
    await settle()
    expect(device.uploaded).toEqual(['ruam.jpg', 'ruam.jpg'])
    expect(outbox.snapshot()).toMatchObject([{ keadaan: 'gagal', sebab: 'validation_failed' }])
  })

  test('a slow line is no failure while bytes are leaving, however long it takes', async () => {
    device.bring = slowly(600)
    await outbox.add(K1, '', { berkas: berkas('ruam.jpg') })
    await vi.advanceTimersByTimeAsync(599_000)
    expect(states(outbox)).toEqual([['ruam.jpg', 'menunggu']])
    await vi.advanceTimersByTimeAsync(2000)
    expect(device.arrived).toEqual([`${K1} `])
  })

  test('a connection that was lost on the way is tried again, and the pesan is there once', async () => {
    device.bring = slowly(20, 10)
    await outbox.add(K1, '', { berkas: berkas('ruam.jpg') })
    await vi.advanceTimersByTimeAsync(10_500)
    device.bring = slowly(20)
    await vi.advanceTimersByTimeAsync(25_000)
    expect([device.uploaded, device.arrived]).toEqual([['ruam.jpg'], [`${K1} `]])
  })

  test('a line that breaks off again and again asks for a person instead of using up their data', async () => {
    device.bring = slowly(60, 20)
    await outbox.add(K1, '', { berkas: berkas('ruam.jpg') })
    await vi.advanceTimersByTimeAsync(200_000)
    expect(outbox.snapshot()).toMatchObject([{ keadaan: 'gagal', sebab: 'network' }])
  })

  test('discarding one ends its upload, nothing of it arrives, and what is behind it goes on', async () => {
    device.bring = slowly(60)
    await outbox.add(K1, '', { berkas: berkas('salah.jpg') })
    await outbox.add(K1, 'halo')
    await vi.advanceTimersByTimeAsync(5000)
    await outbox.discard(firstId(outbox))
    await vi.advanceTimersByTimeAsync(2000)
    expect([device.uploaded, device.arrived]).toEqual([[], [`${K1} halo`]])
    expect(await device.storage.ofOwner(PASIEN)).toEqual([])
  })

  test('discarding it in another tab does too', async () => {
    device.bring = slowly(60)
    const other = device.open()
    await outbox.add(K1, '', { berkas: berkas('salah.jpg') })
    await vi.advanceTimersByTimeAsync(5000)
    await other.discard(firstId(other))
    await vi.advanceTimersByTimeAsync(60_000)
    expect([device.uploaded, device.arrived, outbox.snapshot()]).toEqual([[], [], []])
  })

  test('one that is refused stays with its reason, can be thrown away, and holds up nobody', async () => {
    device.bring = async ({ berkas }) => {
      if (berkas?.nama === 'besar.jpg') refuse(413, 'payload_too_large')()
    }
    await outbox.add(K1, '', { berkas: berkas('besar.jpg') })
    await outbox.add(K1, '', { berkas: berkas('kecil.jpg') })
    await settle()
    expect(device.uploaded).toEqual(['kecil.jpg'])
    expect(outbox.snapshot()).toMatchObject([{ keadaan: 'gagal', sebab: 'payload_too_large' }])
    await outbox.discard(firstId(outbox))
    expect(outbox.snapshot()).toEqual([])
  })

  test('a long upload in one konsultasi does not hold up another, and each file goes to its own', async () => {
    const goals: string[] = []
    device.bring = async (entry, signs) => {
      goals.push(`${entry.konsultasi_id} ${entry.berkas?.nama}`)
      if (entry.konsultasi_id === K1) await slowly(60)(entry, signs)
    }
    await outbox.add(K1, '', { berkas: berkas('satu.jpg') })
    await outbox.add(K2, '', { berkas: berkas('dua.jpg') })
    await settle()
    expect(device.arrived).toEqual([`${K2} `])
    await vi.advanceTimersByTimeAsync(61_000)
    expect(device.arrived).toEqual([`${K2} `, `${K1} `])
    expect(goals).toEqual([`${K1} satu.jpg`, `${K2} dua.jpg`])
  })

  test('whoever signs in while it is under way does not send it', async () => {
    device.bring = slowly(10)
    await outbox.add(K1, '', { berkas: berkas('ruam.jpg') })
    await vi.advanceTimersByTimeAsync(5000)
    device.signedIn = 'pengguna_lain'
    await vi.advanceTimersByTimeAsync(10_000)
    expect(device.attempts).toEqual([])
    expect(states(outbox)).toEqual([['ruam.jpg', 'menunggu']])
  })
})
