import type { Clinic, Konsultasi, Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { KonsultasiView } from '@/lib/contract/konsultasi'

const ACTS = {
  terima: { who: 'dokter', body: undefined, from: 'pending', to: 'active' },
  tolak: { who: 'dokter', body: { alasan: 'Jadwal penuh' }, from: 'pending', to: 'rejected' },
  batalkan: { who: 'pasien', body: undefined, from: 'pending', to: 'cancelled' },
  selesaikan: { who: 'dokter', body: { catatan_penutup: 'Sudah membaik' }, from: 'active', to: 'completed' },
} as const
type Act = keyof typeof ACTS
const EVERY_ACT = Object.keys(ACTS) as Act[]

const act = (name: Act, { id, ...people }: Konsultasi, by: Person = people[ACTS[name].who]) =>
  by.api.put<KonsultasiView>(`/konsultasi/${id}/${name}`, ACTS[name].body)

/** A konsultasi in each status that people can bring about. */
const REACH: Record<string, (clinic: Clinic) => Promise<Konsultasi>> = {
  pending: (clinic) => clinic.booked(),
  active: (clinic) => clinic.active(),
  completed: (clinic) => clinic.completed(),
  cancelled: (clinic) => after('batalkan', clinic),
  rejected: (clinic) => after('tolak', clinic),
}

async function after(name: Act, clinic: Clinic): Promise<Konsultasi> {
  const k = await clinic.booked()
  expectSuccess(await act(name, k))
  return k
}

for (const [status, reach] of Object.entries(REACH)) {
  for (const name of EVERY_ACT) {
    const { from, to } = ACTS[name]
    if (status === from) {
      test(`${name} leads from ${from} to ${to}, and only once`, async ({ clinic }) => {
        const k = await reach(clinic)
        expect(expectSuccess(await act(name, k)).status).toBe(to)
        expectRefusal(await act(name, k), 'invalid_transition')
        expect(expectSuccess(await k.pasien.api.get(`/konsultasi/${k.id}`)).status).toBe(to)
      })
    } else {
      test(`${name} is refused while a konsultasi is ${status}, and changes nothing`, async ({ clinic }) => {
        const k = await reach(clinic)
        const before = expectSuccess(await k.pasien.api.get(`/konsultasi/${k.id}`))
        expectRefusal(await act(name, k), 'invalid_transition')
        expect(expectSuccess(await k.pasien.api.get(`/konsultasi/${k.id}`))).toEqual(before)
      })
    }
  }
}

test('nobody but its own pasien or dokter moves a konsultasi', async ({ clinic }) => {
  const [pending, active] = [await clinic.booked(), await clinic.active()]
  const strangers = await Promise.all([clinic.pasien(), clinic.dokter(), clinic.unverifiedDokter(), clinic.admin()])
  for (const name of EVERY_ACT) {
    const k = ACTS[name].from === 'pending' ? pending : active
    const itsOther = ACTS[name].who === 'pasien' ? k.dokter : k.pasien
    for (const by of [...strangers, itsOther]) expectRefusal(await act(name, k, by), 'forbidden')
  }
})

test('a dokter whose verification was withdrawn accepts, rejects and completes nothing', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  const [pending, active] = [await clinic.booked({ dokter }), await clinic.active({ dokter })]
  await clinic.verify(dokter, false)
  for (const name of ['terima', 'tolak'] as const) expectRefusal(await act(name, pending), 'forbidden')
  expectRefusal(await act('selesaikan', active), 'forbidden')
  expectSuccess(await act('batalkan', pending))
})

test('each step writes down its time and its words, trimmed, and leaves the others empty', async ({ clinic }) => {
  const k = await clinic.booked()
  const accepted = expectSuccess(await act('terima', k))
  expect(accepted).toMatchObject({ selesai_pada: null, alasan: null, catatan_penutup: null })
  expect(accepted.diterima_pada).toMatch(/Z$/)
  const done = expectSuccess(await k.dokter.api.put(`/konsultasi/${k.id}/selesaikan`, { catatan_penutup: ' Sembuh. \n' }))
  expect(done).toMatchObject({ diterima_pada: accepted.diterima_pada, alasan: null, catatan_penutup: 'Sembuh.' })
  expect(Date.parse(done.selesai_pada ?? '')).toBeGreaterThanOrEqual(Date.parse(done.diterima_pada ?? ''))
})

test('a pasien may say why they cancel, or not; a dokter who declines must', async ({ clinic }) => {
  const [silent, spoken, refused] = [await clinic.booked(), await clinic.booked(), await clinic.booked()]
  const cancel = (k: Konsultasi, body?: object) => k.pasien.api.put(`/konsultasi/${k.id}/batalkan`, body)
  expect(expectSuccess(await cancel(silent, { alasan: null }))).toMatchObject({ status: 'cancelled', alasan: null, selesai_pada: null })
  expect(expectSuccess(await cancel(spoken, { alasan: ' Sudah sembuh ' }))).toMatchObject({ alasan: 'Sudah sembuh' })
  for (const alasan of [undefined, null, ' ']) {
    expectRefusal(await refused.dokter.api.put(`/konsultasi/${refused.id}/tolak`, { alasan }), 'validation_failed', ['alasan'])
  }
  expect(expectSuccess(await act('tolak', refused))).toMatchObject({ status: 'rejected', alasan: 'Jadwal penuh', diterima_pada: null })
})
