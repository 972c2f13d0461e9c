import { expect, test, vi } from 'vitest'
import { onDisk } from './on-disk'

const PATIENCE_MS = 300

/** A disk that takes calls, and answers them when the test says so. */
function openDisk() {
  const hanging: (() => void)[] = []
  return {
    hanging,
    call: () => onDisk('try', () => new Promise<string>((done) => hanging.push(() => done('jadi'))), PATIENCE_MS),
    thaw: () => {
      for (const answer of hanging.splice(0)) answer()
    },
  }
}

test('a disk that hangs is given six calls and no more; everybody is told in time, and all is well again once it answers', async () => {
  const disk = openDisk()
  const told = await Promise.allSettled(Array.from({ length: 20 }, disk.call))
  for (const each of told) expect(each).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } })
  expect(disk.hanging).toHaveLength(6)
  await expect(disk.call()).rejects.toMatchObject({ code: 'unavailable' })
  expect(disk.hanging).toHaveLength(6)

  disk.thaw()
  const thawing = setInterval(disk.thaw, 1)
  expect(await Promise.all(Array.from({ length: 20 }, disk.call))).toEqual(Array(20).fill('jadi'))
  clearInterval(thawing)
})

test('who could not wait any longer does not do it later', async () => {
  const disk = openDisk()
  const late = Array.from({ length: 7 }, () => disk.call().catch(() => 'terlambat'))
  expect(await Promise.all(late)).toEqual(Array(7).fill('terlambat'))
  disk.thaw()
  const next = disk.call()
  await vi.waitFor(() => expect(disk.hanging).toHaveLength(1), { interval: 5 })
  disk.thaw()
  expect(await next).toBe('jadi')
  expect(disk.hanging).toEqual([])
})
