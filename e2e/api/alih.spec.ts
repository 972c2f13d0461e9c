import { pdf } from '@/e2e/berkas/dokumen'
import type { Konsultasi, Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { hangUp, listen, untilHeard } from '@/e2e/realtime'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import { uploaded } from '@/e2e/unggah'
import type { AlihView } from '@/lib/contract/alih'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { PembacaView, ProfilView } from '@/lib/contract/profil'
import { ISI_ALIH_MAX } from '@/lib/domain/alih'

test.afterEach(hangUp)

const ISI = { situasi: 'Ruam <b>menyebar</b>', latar: 'Lima hari', penilaian: 'Mungkin alergi obat', saran: 'Periksa kulit' }
const readAs = async ({ api }: Person, id: string) => expectSuccess(await api.get<KonsultasiView>(`/konsultasi/${id}`))
const propose = (k: Konsultasi, to: Pick<Person, 'id'>, more: object = {}) =>
  k.dokter.api.post<AlihView>(`/konsultasi/${k.id}/alih`, { dokter_id: to.id, ...ISI, ...more })
const answer = (k: Konsultasi, how: 'setuju' | 'tolak') => k.pasien.api.put<KonsultasiView>(`/konsultasi/${k.id}/alih/${how}`)

test('with the pasien’s consent the konsultasi is completed, and goes on at the other dokter, who reads what was before', async ({
  clinic,
}) => {
  const [k, to] = await Promise.all([clinic.active(), clinic.dokter('dr. Kulit', 'Kulit')])
  const lampiran = await uploaded(k.pasien, k, { bytes: pdf() })
  const pesan = await clinic.send(k.pasien, k, 'Ruamnya gatal', { lampiran_id: lampiran.id })
  await clinic.issue(k, { jenis: 'lab', isi: { pemeriksaan: ['Darah lengkap'] } })
  const proposed = expectSuccess(await propose(k, to), 201)
  const told = { dokter: { id: to.id, nama: 'dr. Kulit', spesialisasi: 'Kulit' }, ...ISI, dijawab_pada: null, konsultasi_id: null }
  expect(proposed).toEqual({ ...told, status: 'menunggu', diajukan_pada: expect.stringMatching(/Z$/) })
  expect((await readAs(k.pasien, k.id)).alih).toEqual(proposed)
  expectRefusal(await to.api.get(`/konsultasi/${k.id}`), 'forbidden')
  const ended = expectSuccess(await answer(k, 'setuju'))
  expect(ended).toMatchObject({
    id: k.id,
    status: 'completed',
    catatan_penutup: expect.stringContaining('dr. Kulit'),
    alih: { status: 'setuju' },
  })
  const nextId = ended.alih?.konsultasi_id ?? ''
  const before = await readAs(k.pasien, k.id)
  expect(await readAs(to, nextId)).toMatchObject({
    status: 'pending',
    lanjutan_dari: k.id,
    keluhan: before.keluhan,
    profil: { id: before.profil.id },
    pasien: { id: k.pasien.id },
    dokter: { id: to.id },
  })
  expect(await readAs(to, k.id)).toMatchObject({ keluhan: before.keluhan, alih: ISI, unread_count: 0 })
  expect(expectSuccess(await to.api.get<{ pesan: string }[]>(`/pesan/${k.id}`)).map((one) => one.pesan)).toEqual([
    'Ruamnya gatal',
    expect.any(String),
  ])
  for (const path of [`/pesan/${pesan.id}`, `/lampiran/${lampiran.id}`, `/konsultasi/${k.id}/profil`, `/konsultasi/${k.id}/dokumen`])
    expect((await to.api.get(path as string)).status, path).toBe(200)
  expect(expectSuccess(await to.api.get<KonsultasiView[]>('/konsultasi')).map(({ id }) => id)).toEqual([nextId])
  const readers = expectSuccess(await k.pasien.api.get<PembacaView[]>(`/profil/${before.profil.id}/pembaca`))
  expect(readers.map(({ nama, apa, konsultasi_id }) => [nama, apa, konsultasi_id]).sort()).toEqual(
    ['dokumen', 'konsultasi', 'lampiran', 'pesan', 'profil'].map((apa) => ['dr. Kulit', apa, k.id]),
  )
  expectSuccess(await to.api.put('/kehadiran', { konsultasi_id: k.id }))
  // Nothing can be done in it.
  for (const [path, json] of [
    ['/pesan', { konsultasi_id: k.id, pesan: 'Halo' }],
    [`/konsultasi/${k.id}/dokumen`, { jenis: 'lab', isi: { pemeriksaan: ['x'] } }],
  ] as const)
    expectRefusal(await to.api.post(path as string, json), 'forbidden')
  for (const path of [`/pesan/${k.id}/mark-all-read`, `/pesan/${pesan.id}/dibaca`, `/konsultasi/${k.id}/penanda`])
    expectRefusal(await to.api.put(path as string, {}), 'forbidden')
  expectRefusal(await (await clinic.dokter()).api.get(`/konsultasi/${k.id}`), 'forbidden')
})

test('whoever declines it, or from whom it was moved away, reads what was before no more', async ({ clinic }) => {
  for (const end of ['tolak', 'pindah', 'batalkan'] as const) {
    const [k, to, third] = await Promise.all([clinic.active(), clinic.dokter(), clinic.dokter()])
    expectSuccess(await propose(k, to), 201)
    const nextId = expectSuccess(await answer(k, 'setuju')).alih?.konsultasi_id
    expectSuccess(await to.api.get(`/konsultasi/${k.id}`))
    const by = end === 'tolak' ? to : k.pasien
    expectSuccess(await by.api.put(`/konsultasi/${nextId}/${end}`, { alasan: 'Penuh', dokter_id: third.id }))
    for (const path of [`/konsultasi/${k.id}`, `/pesan/${k.id}`, `/konsultasi/${k.id}/profil`])
      for (const dokter of [to, third]) expectRefusal(await dokter.api.get(path as string), 'forbidden')
  }
})

test('whose verification was withdrawn reads what was before no more', async ({ clinic }) => {
  const [k, to] = await Promise.all([clinic.active(), clinic.dokter()])
  expectSuccess(await propose(k, to), 201)
  expectSuccess(await answer(k, 'setuju'))
  await clinic.verify(to, false)
  expectRefusal(await to.api.get(`/konsultasi/${k.id}`), 'forbidden')
})

test('the pasien stays: it goes on as it was, and may be proposed again', async ({ clinic }) => {
  const [k, to] = await Promise.all([clinic.active(), clinic.dokter()])
  const dokter = await listen(k.dokter)
  expectSuccess(await propose(k, to), 201)
  expectRefusal(await propose(k, to), 'invalid_transition')
  expect(expectSuccess(await answer(k, 'tolak'))).toMatchObject({ status: 'active', alih: { status: 'tolak', konsultasi_id: null } })
  await untilHeard(dokter, 'KonsultasiUpdated', { konsultasi_id: k.id, status: 'active', rev: 4 })
  expectRefusal(await answer(k, 'tolak'), 'invalid_transition')
  expectRefusal(await answer(k, 'setuju'), 'invalid_transition')
  await clinic.send(k.dokter, k, 'Baik, kita lanjutkan')
  expectSuccess(await propose(k, to), 201)
  await clinic.complete(k)
  expect((await readAs(k.pasien, k.id)).alih).toMatchObject({ status: 'gugur' })
  expectRefusal(await answer(k, 'setuju'), 'invalid_transition')
  expectRefusal(await answer(k, 'tolak'), 'invalid_transition')
  expectRefusal(await to.api.get(`/konsultasi/${k.id}`), 'forbidden')
})

test('only its dokter proposes and only its pasien answers, while it is active', async ({ clinic }) => {
  const [k, to, pending] = await Promise.all([clinic.active(), clinic.dokter(), clinic.booked()])
  expectRefusal(await propose(pending, to), 'konsultasi_not_active')
  for (const { api } of [k.pasien, to, await clinic.admin()])
    expectRefusal(await api.post(`/konsultasi/${k.id}/alih`, { dokter_id: to.id, ...ISI }), 'forbidden')
  expectSuccess(await propose(k, to), 201)
  for (const { api } of [k.dokter, to, await clinic.pasien(), await clinic.admin()])
    for (const how of ['setuju', 'tolak']) expectRefusal(await api.put(`/konsultasi/${k.id}/alih/${how}`), 'forbidden')
  const listed = await (await clinic.admin()).api.get('/konsultasi?per_page=100')
  expect(listed.text).not.toContain('menyebar')
})

test('what is wrong with a proposal is told on it', async ({ clinic }) => {
  const [k, unverified, closed, other] = await Promise.all([clinic.active(), clinic.unverifiedDokter(), clinic.dokter(), clinic.dokter()])
  for (const field of Object.keys(ISI))
    for (const value of [undefined, null, '', '  ', 'é'.repeat(ISI_ALIH_MAX + 1), 'a\0', '\ud800', 7])
      expectRefusal(await propose(k, other, { [field]: value }), 'validation_failed', [field])
  for (const id of ['x', k.dokter.id, k.pasien.id, unverified.id, 'pengguna_01jd93mz0yfn19p7swb9z9t2s1'])
    expectRefusal(await propose(k, { id }), 'validation_failed', ['dokter_id'])
  expectRefusal(await propose(k, other, { dokter_id: null }), 'validation_failed', ['dokter_id'])
  expectSuccess(await closed.api.put('/dokter/saya/ketersediaan', { tersedia: false }))
  expectRefusal(await propose(k, closed), 'dokter_unavailable')
  await clinic.booked({ pasien: k.pasien, dokter: other })
  expectRefusal(await propose(k, other), 'konsultasi_exists')
  expect((await readAs(k.pasien, k.id)).alih).toBeUndefined()
})

test('who takes nobody any more when the pasien agrees gets nobody, and nothing ends', async ({ clinic }) => {
  const [k, to] = await Promise.all([clinic.active(), clinic.dokter()])
  expectSuccess(await propose(k, to), 201)
  expectSuccess(await to.api.put('/dokter/saya/ketersediaan', { tersedia: false }))
  expectRefusal(await answer(k, 'setuju'), 'dokter_unavailable')
  await clinic.verify(to, false)
  expectRefusal(await answer(k, 'setuju'), 'dokter_unavailable')
  expect(await readAs(k.pasien, k.id)).toMatchObject({ status: 'active', alih: { status: 'menunggu' } })
})

test('of agreeing, declining and completing at the same moment exactly one wins', async ({ clinic }) => {
  for (let n = 0; n < 5; n++) {
    const [k, to] = await Promise.all([clinic.active(), clinic.dokter()])
    expectSuccess(await propose(k, to), 201)
    const calls = [
      () => answer(k, 'setuju'),
      () => answer(k, 'setuju'),
      () => answer(k, 'tolak'),
      () => k.dokter.api.put<KonsultasiView>(`/konsultasi/${k.id}/selesaikan`, { catatan_penutup: 'Sembuh' }),
    ]
    const answers = await Promise.all([...calls.slice(n % 4), ...calls.slice(0, n % 4)].map((call) => call()))
    const { status, alih } = await readAs(k.pasien, k.id)
    const next = expectSuccess(await to.api.get<KonsultasiView[]>('/konsultasi'))
    expect(next).toHaveLength(alih?.status === 'setuju' ? 1 : 0)
    // Who says no leaves it open: only then may the dokter complete it as well.
    expect(answers.filter((one) => one.status === 200)).toHaveLength(alih?.status === 'tolak' && status === 'completed' ? 2 : 1)
    for (const one of answers) if (one.status !== 200) expectRefusal(one, 'invalid_transition')
  }
})

test('a sign of danger that nobody acknowledged goes along, and what was asked first', async ({ clinic }) => {
  const [k, to] = await Promise.all([clinic.active(), clinic.dokter()])
  await clinic.send(k.pasien, k, 'Dada saya terasa nyeri sekali')
  expectSuccess(await propose(k, to), 201)
  const nextId = expectSuccess(await answer(k, 'setuju')).alih?.konsultasi_id ?? ''
  expect((await readAs(to, nextId)).bahaya).toMatchObject([{ kode: 'nyeri_dada', diakui_pada: null }])
})

test('its profil stays whose it is', async ({ clinic }) => {
  const pasien = await clinic.pasien()
  const ani: ProfilView = await clinic.addProfil(pasien)
  const [k, to] = await Promise.all([clinic.active({ pasien, more: { profil_id: ani.id, bagikan_riwayat: true } }), clinic.dokter()])
  expectSuccess(await propose(k, to), 201)
  const nextId = expectSuccess(await answer(k, 'setuju')).alih?.konsultasi_id ?? ''
  expect(await readAs(to, nextId)).toMatchObject({ profil: { id: ani.id, nama: 'Ani' }, bagikan_riwayat: true })
})
