import type { Reply } from '@/e2e/client'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { KonsultasiView } from '@/lib/contract/konsultasi'

const WRONG_SIZES = ['0', '101', '-1', '1.5', '1e1', 'abc', '', ' 5', '0x10', '99999999999999999999', 'null']
const WRONG_NUMBERS = ['-1', '1.5', 'abc', '', '1e3', '9007199254740992', '99999999999999999999', '+1']
const WRONG_CURSORS = ['', 'x', 'null', '0', 'bm90YWN1cnNvcg', '%00', 'MTcwMDAwMDAwMDAwMC54', 'eyJpZCI6MX0', 'a'.repeat(3000)]

test('per_page outside 1 to 100 is 422 in every list, never silently changed', async ({ clinic }) => {
  const k = await clinic.active()
  const { api: admin } = await clinic.admin()
  for (const size of WRONG_SIZES) {
    for (const reply of [
      await k.pasien.api.get(`/konsultasi?per_page=${size}`),
      await k.pasien.api.get(`/pesan/${k.id}?per_page=${size}`),
      await admin.get(`/admin/dokter?per_page=${size}`),
    ]) {
      expectRefusal(reply, 'validation_failed', ['per_page'])
    }
  }
  for (const size of [1, 100]) {
    const { body } = await k.pasien.api.get(`/pesan/${k.id}?per_page=${size}`)
    expect(body.pagination.per_page).toBe(size)
  }
})

test('a number in a cursor is a whole one up to 2^53 - 1', async ({ clinic }) => {
  const k = await clinic.active()
  for (const cursor of ['before', 'after', 'since']) {
    for (const number of WRONG_NUMBERS) {
      expectRefusal(await k.pasien.api.get(`/pesan/${k.id}?${cursor}=${number}`), 'validation_failed', [cursor])
    }
    expectSuccess(await k.pasien.api.get(`/pesan/${k.id}?${cursor}=9007199254740991`))
    expectSuccess(await k.pasien.api.get(`/pesan/${k.id}?${cursor}=0`))
  }
})

test('two cursors at once are 422', async ({ clinic }) => {
  const k = await clinic.active()
  for (const [one, other] of [
    ['before', 'after'],
    ['after', 'since'],
    ['before', 'since'],
  ] as const) {
    expectRefusal(await k.pasien.api.get(`/pesan/${k.id}?${one}=1&${other}=1`), 'validation_failed', [one, other])
  }
})

test('a cursor that this system did not make is 422', async ({ clinic }) => {
  const [{ api }, { api: admin }] = [await clinic.pasien(), await clinic.admin()]
  for (const cursor of WRONG_CURSORS) {
    expectRefusal(await api.get(`/konsultasi?cursor=${cursor}`), 'validation_failed', ['cursor'])
    expectRefusal(await admin.get(`/admin/dokter?cursor=${cursor}`), 'validation_failed', ['cursor'])
  }
})

test('a cursor that somebody made up in our form never breaks anything', async ({ clinic }) => {
  const { api } = await clinic.pasien()
  const uuid = '01890a5d-ac96-774b-bcce-b302099a8057'
  for (const text of [
    `0.${uuid}`,
    `999999999999999.${uuid}`,
    `253402300800000.${uuid}`,
    `1700000000000.${'f'.repeat(8)}${uuid.slice(8)}`,
  ]) {
    const reply = await api.get(`/konsultasi?cursor=${btoa(text).replace(/=+$/, '')}`)
    expect([200, 422], reply.text).toContain(reply.status)
  }
})

test('a status that is none is 422', async ({ clinic }) => {
  const [{ api }, { api: admin }] = [await clinic.pasien(), await clinic.admin()]
  for (const status of ['x', '', 'ACTIVE', 'active,pending']) {
    expectRefusal(await api.get(`/konsultasi?status=${status}`), 'validation_failed', ['status'])
    expectRefusal(await admin.get(`/admin/dokter?status=${status}`), 'validation_failed', ['status'])
  }
})

interface Place {
  readonly per_page: number
  readonly next_cursor: string | null
}

test('paging through one’s konsultasi shows each exactly once, newest activity first, and then ends', async ({ clinic }) => {
  const pasien = await clinic.pasien()
  const booked = await Promise.all(Array.from({ length: 5 }, () => clinic.booked({ pasien })))
  const shown: KonsultasiView[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const place: string = cursor ? `&cursor=${cursor}` : ''
    const reply: Reply<KonsultasiView[], unknown, Place> = await pasien.api.get(`/konsultasi?per_page=2${place}`)
    shown.push(...expectSuccess(reply))
    expect(reply.body.pagination.per_page).toBe(2)
    cursor = reply.body.pagination.next_cursor
  }
  expect(shown.map(({ id }) => id).sort()).toEqual(booked.map(({ id }) => id).sort())
  const times = shown.map(({ dibuat_pada }) => dibuat_pada)
  expect(times).toEqual([...times].sort().reverse())
})
