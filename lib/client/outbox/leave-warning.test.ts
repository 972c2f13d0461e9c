import { beforeEach, expect, test, vi } from 'vitest'
import { warnOnLeaving } from './leave-warning'
import type { OutboxEntry } from './outbox-entry'

const text: OutboxEntry = {
  client_id: 'a',
  konsultasi_id: 'konsultasi_1',
  pengguna_id: 'pengguna_1',
  pesan: 'Halo',
  balas_ke: null,
  disusun_pada: 1,
  keadaan: 'menunggu',
  sebab: null,
}
const photo = { ...text, berkas: {} as OutboxEntry['berkas'] }

let page: EventTarget
beforeEach(() => {
  page = new EventTarget()
  vi.stubGlobal('navigator', { userActivation: { hasBeenActive: true } })
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
})

/** Is somebody who leaves asked, with this in the outbox? */
function isAsked(entries: readonly OutboxEntry[], { mine = true, goesByItself = false } = {}): boolean {
  const stop = warnOnLeaving(
    { snapshot: () => entries, subscribe: () => () => undefined },
    { mine: () => mine, goesByItself: () => goesByItself },
  )
  const leaving = new Event('beforeunload', { cancelable: true })
  page.dispatchEvent(leaving)
  stop()
  return leaving.defaultPrevented
}

test('whoever leaves is asked while something would be lost or wait for their next visit', () => {
  expect(isAsked([])).toBe(false)
  expect(isAsked([text])).toBe(true)
  expect(isAsked([photo], { goesByItself: true })).toBe(true)
  expect(isAsked([{ ...text, keadaan: 'gagal', durable: false }])).toBe(true)
})

test('not about text that goes without a page, nor about what failed and is kept', () => {
  expect(isAsked([text], { goesByItself: true })).toBe(false)
  expect(isAsked([{ ...text, keadaan: 'gagal' }])).toBe(false)
})

test('not in a page that nobody has touched', () => {
  vi.stubGlobal('navigator', { userActivation: { hasBeenActive: false } })
  expect(isAsked([photo])).toBe(false)
})

test('nothing keeps the page of somebody who has left', () => {
  expect(isAsked([photo], { mine: false })).toBe(false)
})
