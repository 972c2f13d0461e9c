import { expect, test, vi } from 'vitest'
import { hearTabs, tellOtherTabs, tellTabs } from './tabs'

const ORANG = 'pengguna_1'

test('a hint reaches the other tabs and everybody here but its teller, until they stop hearing', async () => {
  const elsewhere = new BroadcastChannel(`sapa:berita:${ORANG}`)
  const there = vi.fn()
  elsewhere.onmessage = there
  const [teller, other, gone] = [vi.fn(), vi.fn(), vi.fn()]
  const stops = [hearTabs(ORANG, teller), hearTabs(ORANG, other)]
  hearTabs(ORANG, gone)()
  tellTabs(ORANG, teller)
  expect([teller, other, gone].map((heard) => heard.mock.calls.length)).toEqual([0, 1, 0])
  await vi.waitFor(() => expect(there).toHaveBeenCalledOnce())
  tellOtherTabs(ORANG)
  await vi.waitFor(() => expect(there).toHaveBeenCalledTimes(2))
  expect([teller, other, gone].map((heard) => heard.mock.calls.length)).toEqual([0, 1, 0])

  elsewhere.postMessage(null)
  await vi.waitFor(() => expect([teller, other, gone].map((heard) => heard.mock.calls.length)).toEqual([1, 2, 0]))
  for (const stop of stops) stop()
  elsewhere.close()
})

test('a hint of one person reaches nobody else', async () => {
  const mine = vi.fn()
  hearTabs(ORANG, mine)
  tellTabs('pengguna_2', () => {})
  expect(mine).not.toHaveBeenCalled()
})
