import { Client as Database } from 'pg'
import type { Konsultasi, Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { hangUp, listen, untilHeard } from '@/e2e/realtime'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { uuidOf } from '@/lib/domain/id'

const readAs = async ({ api }: Person, id: string) => expectSuccess(await api.get<KonsultasiView>(`/konsultasi/${id}`))
const move = (k: Konsultasi, to: Pick<Person, 'id'>) => k.pasien.api.put<KonsultasiView>(`/konsultasi/${k.id}/pindah`, { dokter_id: to.id })
const accept = (dokter: Person, id: string) => dokter.api.put(`/konsultasi/${id}/terima`)

test('a pending konsultasi waits for another dokter, in its place in time', async ({ clinic }) => {
  const [from, to] = await Promise.all([clinic.dokter(), clinic.dokter()])
  const first = await clinic.booked({ dokter: from })
  const second = await clinic.booked({ dokter: to })
  const third = await clinic.booked({ dokter: to })
  const placeOf = async (k: Konsultasi) => (await readAs(k.pasien, k.id)).antrean
  expect(await placeOf(first)).toEqual({ posisi: 1, menit: null })
  expect(await placeOf(third)).toEqual({ posisi: 2, menit: null })
  expectSuccess(await from.api.put(`/konsultasi/${first.id}/penanda`, { catatan_pribadi: 'Hanya saya' }))
  const before = await readAs(first.pasien, first.id)
  const moved = expectSuccess(await move(first, to))
  expect(moved).toMatchObject({
    id: first.id,
    status: 'pending',
    dokter: { id: to.id },
    dibuat_pada: before.dibuat_pada,
    antrean: { posisi: 1 },
  })
  expect(await placeOf(second)).toEqual({ posisi: 2, menit: null })
  expect(await placeOf(third)).toEqual({ posisi: 3, menit: null })
  expectRefusal(await from.api.get(`/konsultasi/${first.id}`), 'forbidden')
  expectRefusal(await accept(from, first.id), 'forbidden')
  expect(expectSuccess(await from.api.get('/konsultasi'))).toEqual([])
  expect(await readAs(to, first.id)).toMatchObject({ keluhan: before.keluhan, penanda: { catatan_pribadi: null } })
  expect((await readAs(to, first.id)).antrean).toBeUndefined()
  expectSuccess(await accept(to, first.id))
  expect((await readAs(first.pasien, first.id)).antrean).toBeUndefined()
  expectRefusal(await move(first, from), 'invalid_transition')
})

test.afterEach(hangUp)

test('both dokter and the pasien hear of it', async ({ clinic }) => {
  const [k, to] = await Promise.all([clinic.booked(), clinic.dokter()])
  const listeners = await Promise.all([k.pasien, k.dokter, to].map((person) => listen(person)))
  expectSuccess(await move(k, to))
  for (const one of listeners) await untilHeard(one, 'KonsultasiUpdated', { konsultasi_id: k.id, status: 'pending', rev: 2 })
})

test('only its pasien moves it, and only to somebody who can be booked', async ({ clinic }) => {
  const k = await clinic.booked()
  const [unverified, closed, other] = await Promise.all([clinic.unverifiedDokter(), clinic.dokter(), clinic.dokter()])
  expectSuccess(await closed.api.put('/dokter/saya/ketersediaan', { tersedia: false }))
  for (const dokter_id of [undefined, null, 7, {}])
    expectRefusal(await k.pasien.api.put(`/konsultasi/${k.id}/pindah`, { dokter_id }), 'validation_failed', ['dokter_id'])
  for (const id of ['', 'x', k.pasien.id, k.dokter.id, unverified.id, 'pengguna_01jd93mz0yfn19p7swb9z9t2s1'])
    expectRefusal(await move(k, { id }), 'validation_failed', ['dokter_id'])
  expectRefusal(await move(k, closed), 'dokter_unavailable')
  await clinic.booked({ pasien: k.pasien, dokter: other })
  expectRefusal(await move(k, other), 'konsultasi_exists')
  const stranger = await clinic.pasien()
  expectRefusal(await stranger.api.put(`/konsultasi/${k.id}/pindah`, { dokter_id: other.id }), 'forbidden')
  expectRefusal(await k.dokter.api.put(`/konsultasi/${k.id}/pindah`, { dokter_id: other.id }), 'forbidden')
  expect(await readAs(k.dokter, k.id)).toMatchObject({ status: 'pending', dokter: { id: k.dokter.id } })
})

test('of accepting, declining, withdrawing and moving at the same moment exactly one wins', async ({ clinic }) => {
  for (let n = 0; n < 6; n++) {
    const [k, to, other] = await Promise.all([clinic.booked(), clinic.dokter(), clinic.dokter()])
    const calls = [
      () => accept(k.dokter, k.id),
      () => k.dokter.api.put(`/konsultasi/${k.id}/tolak`, { alasan: 'Penuh' }),
      () => k.pasien.api.put(`/konsultasi/${k.id}/batalkan`, {}),
      () => move(k, to),
      () => move(k, other),
    ]
    const turned = [...calls.slice(n % calls.length), ...calls.slice(0, n % calls.length)]
    const answers = await Promise.all(turned.map((call) => call() as Promise<{ status: number; body: { code?: string } }>))
    // Whoever looked after it had been moved away is no longer asked: 403.
    for (const { status, body } of answers) if (status !== 200) expect(['invalid_transition', 'forbidden']).toContain(body.code)
    expect(answers.filter(({ status }) => status === 200).length, JSON.stringify(answers.map(({ body }) => body.code))).toBeGreaterThan(0)
    const { status, dokter } = await readAs(k.pasien, k.id)
    if (status === 'active') expect(dokter.id).toBe(k.dokter.id)
  }
})

test('a dokter from whom it was moved away at the very moment of accepting does not take it on', async ({ clinic }) => {
  const [k, to] = await Promise.all([clinic.booked(), clinic.dokter()])
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  try {
    // Both have looked, and wait for the row.
    await database.query('BEGIN')
    await database.query('SELECT FROM konsultasi WHERE id = $1 FOR UPDATE', [uuidOf('konsultasi', k.id)])
    const moving = move(k, to)
    const waiting = async (n: number) => {
      // Within a transaction it is looked at once, unless one asks anew.
      await database.query('SELECT pg_stat_clear_snapshot()')
      const { rows } = await database.query<{ n: number }>(
        "SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query ILIKE '%UPDATE konsultasi%'",
      )
      return (rows[0]?.n ?? 0) >= n
    }
    await expect.poll(() => waiting(1)).toBe(true)
    const accepting = accept(k.dokter, k.id)
    await expect.poll(() => waiting(2)).toBe(true)
    await database.query('COMMIT')
    expectSuccess(await moving)
    expectRefusal(await accepting, 'invalid_transition')
  } finally {
    await database.end()
  }
  expect(await readAs(to, k.id)).toMatchObject({ status: 'pending', dokter: { id: to.id } })
})

test('a sign of danger waits for the dokter whom it was moved to, whatever the one before acknowledged', async ({ clinic }) => {
  const k = await clinic.booked({ keluhan: 'Dada saya terasa nyeri sekali', more: { paham_darurat: true } })
  const to = await clinic.dokter()
  expectSuccess(await k.dokter.api.put(`/konsultasi/${k.id}/bahaya/nyeri_dada/akui`))
  expectSuccess(await move(k, to))
  expect((await readAs(to, k.id)).bahaya).toMatchObject([{ kode: 'nyeri_dada', diakui_pada: null }])
})

test('an admin moves what waits, with a reason that is written down, and reads nothing of it', async ({ clinic }) => {
  const [k, to, admin] = await Promise.all([clinic.booked({ keluhan: 'Rahasia sejak tiga hari' }), clinic.dokter(), clinic.admin()])
  const ask = (json: object) => admin.api.put<KonsultasiView>(`/admin/konsultasi/${k.id}/pindah`, json)
  expectRefusal(await ask({ dokter_id: to.id }), 'validation_failed', ['alasan'])
  expectRefusal(await ask({ dokter_id: to.id, alasan: ' ' }), 'validation_failed', ['alasan'])
  expectRefusal(await ask({ dokter_id: k.dokter.id, alasan: 'x' }), 'validation_failed', ['dokter_id'])
  const moved = await ask({ dokter_id: to.id, alasan: 'dr. sedang sakit' })
  expect(expectSuccess(moved)).toMatchObject({ dokter: { id: to.id }, keluhan: '' })
  expect(moved.text).not.toContain('Rahasia')
  const [entry] = expectSuccess(await admin.api.get(`/admin/audit?konsultasi_id=${k.id}`))
  expect(entry).toMatchObject({ aksi: 'konsultasi.dipindah', alasan: 'dr. sedang sakit', pengguna_id: to.id })
  expect((await readAs(k.pasien, k.id)).akses_admin).toEqual([])
  expectSuccess(await accept(to, k.id))
  expectRefusal(await ask({ dokter_id: k.dokter.id, alasan: 'x' }), 'invalid_transition')
  expectRefusal(await k.pasien.api.put(`/admin/konsultasi/${k.id}/pindah`, { dokter_id: to.id, alasan: 'x' }), 'forbidden')
})

test('how long it may take is said from the tenth answer on', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  for (let n = 0; n < 10; n++) await clinic.active({ dokter })
  const k = await clinic.booked({ dokter })
  expect((await readAs(k.pasien, k.id)).antrean).toEqual({ posisi: 1, menit: [1, 1] })
})
