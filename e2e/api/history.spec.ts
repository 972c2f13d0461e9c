import { catchUp, range, read, revOf, urutanOf } from '@/e2e/conversation'
import { expect, test } from '@/e2e/fixtures'
import { expectSuccess } from '@/e2e/refusal'
import type { PesanView } from '@/lib/contract/pesan'

test('without a cursor the newest 30 come, ascending by urutan', async ({ clinic }) => {
  const k = await clinic.active()
  expect(await read(k.pasien, k)).toMatchObject({ data: [], per_page: 30, has_more: false })
  await clinic.talk(k, 33)
  const page = await read(k.pasien, k)
  expect(page).toMatchObject({ per_page: 30, has_more: true })
  expect(urutanOf(page.data)).toEqual(range(4, 33))
  expect(page.data.map(({ pesan }) => pesan)).toEqual(range(4, 33).map((n) => `Pesan ${n}`))
})

test('before pages back to the beginning, each pesan once, and has_more tells when that is reached', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.talk(k, 9)
  const place = (before: number) => read(k.dokter, k, `before=${before}&per_page=3`)
  const pages = [await place(10), await place(7), await place(4), await place(1), await place(0), await place(900)]
  expect(pages.map(({ data, has_more }) => [urutanOf(data), has_more])).toEqual([
    [[7, 8, 9], true],
    [[4, 5, 6], true],
    [[1, 2, 3], false],
    [[], false],
    [[], false],
    [[7, 8, 9], true],
  ])
})

test('after pages forward from any place, 0 is the beginning', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.talk(k, 7)
  const place = (after: number) => read(k.dokter, k, `after=${after}&per_page=3`)
  const pages = [await place(0), await place(3), await place(4), await place(7), await place(99)]
  expect(pages.map(({ data, has_more }) => [urutanOf(data), has_more])).toEqual([
    [[1, 2, 3], true],
    [[4, 5, 6], true],
    [[5, 6, 7], false],
    [[], false],
    [[], false],
  ])
})

test('since gives what changed after a rev, ascending by rev: new, read, deleted and reacted to', async ({ clinic }) => {
  const k = await clinic.active()
  const [first, second, third, fourth] = (await clinic.talk(k, 4)) as [PesanView, PesanView, PesanView, PesanView]
  const rev = await revOf(k.pasien, k)
  expect(await read(k.pasien, k, `since=${rev}`)).toMatchObject({ data: [], meta: { rev }, has_more: false })
  expectSuccess(await k.dokter.api.put(`/pesan/${third.id}/dibaca`))
  expectSuccess(await k.pasien.api.put(`/pesan/${fourth.id}/reaksi`, { emoji: '✅' }))
  expectSuccess(await k.pasien.api.delete(`/pesan/${first.id}`))
  const fifth = await clinic.send(k.dokter, k, 'Pesan 5')
  const page = await read(k.pasien, k, `since=${rev}`)
  expect(page.data.map(({ id, rev: at }) => [id, at])).toEqual([
    [third.id, rev + 1],
    [fourth.id, rev + 2],
    [first.id, rev + 3],
    [fifth.id, rev + 4],
  ])
  expect(page.meta.rev).toBe(rev + 4)
  expect(page.data.some(({ id }) => id === second.id)).toBe(false)
})

test('since=0 means from the beginning', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.talk(k, 3)
  expect(urutanOf((await read(k.pasien, k, 'since=0')).data)).toEqual([1, 2, 3])
})

test('with since, meta.rev is how far the answer reaches: page by page nothing is missed or told twice', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.talk(k, 10)
  const rev = await revOf(k.pasien, k)
  expectSuccess(await k.dokter.api.put(`/pesan/${k.id}/mark-all-read`))
  await clinic.talk(k, 4)
  const first = await read(k.pasien, k, `since=${rev}&per_page=2`)
  expect(first).toMatchObject({ meta: { rev: rev + 2 }, has_more: true })
  const { changed, rev: reached } = await catchUp(k.pasien, k, rev, 2)
  expect(changed.map((pesan) => pesan.rev)).toEqual(range(rev + 1, rev + 9))
  expect(urutanOf(changed)).toEqual([1, 3, 5, 7, 9, 11, 12, 13, 14])
  expect(reached).toBe(await revOf(k.pasien, k))
})

test('a change of status moves rev without a pesan, and since tells of it in meta', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.talk(k, 1)
  const rev = await revOf(k.pasien, k)
  await clinic.complete(k)
  expect(await read(k.pasien, k, `since=${rev}`)).toMatchObject({ data: [], meta: { rev: rev + 1, status: 'completed' } })
})

test('a rev from the future is answered with how far things really are', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.talk(k, 1)
  const rev = await revOf(k.pasien, k)
  expect(await read(k.pasien, k, 'since=9007199254740991')).toMatchObject({ data: [], meta: { rev }, has_more: false })
})

test('reading a list, a pesan or a konsultasi marks nothing as read', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await clinic.send(k.dokter, k, 'Halo')
  const before = await read(k.pasien, k)
  for (const path of [`/pesan/${k.id}`, `/pesan/${id}`, `/konsultasi/${k.id}`, '/konsultasi', `/pesan/${k.id}/unread-count`]) {
    expectSuccess(await k.pasien.api.get(path))
  }
  expect(await read(k.pasien, k)).toEqual(before)
  expect(before.meta.unread_count).toBe(1)
})

test('a konsultasi that has ended is still read, by both', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.talk(k, 2)
  await clinic.complete(k)
  for (const person of [k.pasien, k.dokter]) expect(await read(person, k)).toMatchObject({ meta: { status: 'completed' }, data: [{}, {}] })
})
