import type { Client, Reply } from '@/e2e/client'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { PembacaView, ProfilView, RiwayatView } from '@/lib/contract/profil'
import { WARNA, warnaOf } from '@/lib/domain/inisial'
import {
  BERAT_MAX_KG,
  BERAT_MIN_KG,
  DAFTAR_MAX,
  type FaktaProfil,
  ISIAN_MAX,
  NAMA_FAKTA,
  type NamaFakta,
  PROFIL_MAX,
} from '@/lib/domain/profil'
import { addDays, dayInWib } from '@/lib/domain/zona'

const ANI = { hubungan: 'anak', nama: 'Ani', tanggal_lahir: '2022-03-14' }
const UNKNOWN = { jenis_kelamin: null, alamat: null, berat_kg: null, alergi: null, obat_rutin: null, riwayat: null, diarsipkan_pada: null }
const today = () => dayInWib(new Date())

const list = async (api: Client, query = '') => expectSuccess(await api.get<ProfilView[]>(`/profil${query}`))
const diriOf = async (api: Client) => (await list(api))[0] as ProfilView
/** Where the next page begins. */
const cursorOf = (page: Reply<unknown, unknown, unknown>) => (page.body.pagination as { next_cursor: string }).next_cursor
const readersOf = async (api: Client, id: string) => expectSuccess(await api.get<PembacaView[]>(`/profil/${id}/pembaca`))

test('every pasien has one profil of themselves, and adds those of their family', async ({ clinic }) => {
  const pasien = await clinic.pasien('Rina')
  const diri = { ...UNKNOWN, id: expect.stringMatching(/^profil_[0-7][0-9a-z]{25}$/), hubungan: 'diri', nama: 'Rina', tanggal_lahir: null }
  expect(await list(pasien.api)).toEqual([diri])
  const full = {
    ...ANI,
    jenis_kelamin: 'P',
    alamat: 'Jl. Melati 5\nBandung',
    berat_kg: 14.5,
    alergi: [{ zat: 'amoksisilin', reaksi: 'ruam' }, { zat: 'kacang' }],
    obat_rutin: [],
    riwayat: ['Kejang demam'],
  }
  const ani = expectSuccess(await pasien.api.post<ProfilView>('/profil', { ...full, nama: ' Ani ' }), 201)
  expect(ani).toEqual({ ...full, id: expect.stringMatching(/^profil_/), diarsipkan_pada: null })
  const agus = expectSuccess(await pasien.api.post<ProfilView>('/profil', { ...ANI, nama: 'agus', hubungan: 'orang_tua' }), 201)
  expect(agus).toEqual({ ...ANI, ...UNKNOWN, id: agus.id, nama: 'agus', hubungan: 'orang_tua' })
  expect(await list(pasien.api)).toEqual([diri, agus, ani])
  expect(await list((await clinic.pasien('Budi')).api)).toHaveLength(1)
})

test('what becomes known of somebody is a change of each konsultasi that is open for them, once', async ({ clinic }) => {
  const ibu = await clinic.pasien('Ibu Sari')
  const { id } = await clinic.addProfil(ibu, { alergi: [] })
  const more = { profil_id: id }
  const [ended, open, pending] = [
    await clinic.completed({ pasien: ibu, more }),
    await clinic.active({ pasien: ibu, more }),
    await clinic.booked({ pasien: ibu, more }),
  ]
  const other = await clinic.active({ pasien: ibu })
  const revs = () =>
    Promise.all(
      [ended, open, pending, other].map(async (k) => expectSuccess(await k.dokter.api.get<KonsultasiView>(`/konsultasi/${k.id}`)).rev),
    )
  const etag = async () => (await open.dokter.api.get(`/pesan/${open.id}?since=0`)).headers.get('etag')
  const [[e, o, p, x], tag] = [(await revs()) as [number, number, number, number], await etag()]
  expectSuccess(await ibu.api.put(`/profil/${id}`, { alergi: [{ zat: 'penisilin' }] }))
  expect(await revs()).toEqual([e, o + 1, p + 1, x])
  expect(await etag()).not.toBe(tag)
  expect((await open.dokter.api.get(`/pesan/${open.id}?since=0`)).body.meta.rev).toBe(o + 1)
  expectSuccess(await ibu.api.put(`/profil/${id}`, { alergi: [{ zat: 'penisilin' }] }))
  expect(await revs()).toEqual([e, o + 1, p + 1, x])
})

test('a change replaces what it gives, keeps what it does not, and null empties', async ({ clinic }) => {
  const { api } = await clinic.pasien()
  const full = { ...ANI, jenis_kelamin: 'P', alamat: 'Jl. Melati', berat_kg: 14.5, alergi: [], obat_rutin: ['x'], riwayat: ['y'] }
  const { id } = expectSuccess(await api.post<ProfilView>('/profil', full), 201)
  const change = async (json: object) => expectSuccess(await api.put<ProfilView>(`/profil/${id}`, json))
  expect(await change({ berat_kg: 15, alergi: [{ zat: 'udang', reaksi: null }] })).toEqual({
    ...full,
    id,
    diarsipkan_pada: null,
    berat_kg: 15,
    alergi: [{ zat: 'udang' }],
  })
  const emptied = { tanggal_lahir: null, jenis_kelamin: null, alamat: null, berat_kg: null, alergi: null, obat_rutin: null, riwayat: null }
  expect(await change(emptied)).toEqual({ ...ANI, ...UNKNOWN, tanggal_lahir: null, id })
  expect(await change({ alamat: '  ', hubungan: 'lainnya' })).toEqual({ ...ANI, ...UNKNOWN, tanggal_lahir: null, id, hubungan: 'lainnya' })
  expect(await change({})).toEqual({ ...ANI, ...UNKNOWN, tanggal_lahir: null, id, hubungan: 'lainnya' })
  expectRefusal(await api.put(`/profil/${id}`, { hubungan: 'diri' }), 'validation_failed', ['hubungan'])
  expectRefusal(await api.put(`/profil/${id}`, { nama: null }), 'validation_failed', ['nama'])
  const diri = await diriOf(api)
  expect(expectSuccess(await api.put(`/profil/${diri.id}`, { hubungan: 'anak', tanggal_lahir: '1990-02-28' }))).toEqual({
    ...diri,
    tanggal_lahir: '1990-02-28',
  })
})

const many = (n: number) => Array.from({ length: n }, (_, i) => `obat ${i}`)
const BAD: Record<string, readonly unknown[]> = {
  hubungan: [undefined, null, 'diri', 'kucing', 1, ['anak']],
  nama: [undefined, null, '', '   ', 'x'.repeat(101), 'A\0', 'A\u202eB', '\ud800', 'A\nB', 7, {}],
  tanggal_lahir: [
    undefined,
    null,
    '',
    '1899-12-31',
    addDays(today(), 1),
    '2023-02-29',
    '2023-2-3',
    '14-03-2022',
    20220314,
    '2022-03-14T00:00:00Z',
  ],
  jenis_kelamin: ['l', 'X', '', 1],
  alamat: ['x'.repeat(501), 'A\0', 'A\u202eB', '\udc00', 5],
  berat_kg: [0.2, 0.29, BERAT_MAX_KG + 0.1, -1, 14.55, 0.31, '14.5', [], 1e99],
  alergi: [
    'amoksisilin',
    {},
    ['amoksisilin'],
    [{}],
    [{ zat: '' }],
    [{ zat: 'x'.repeat(ISIAN_MAX + 1) }],
    [{ zat: 'x', reaksi: 'x'.repeat(ISIAN_MAX + 1) }],
    [{ zat: 'a\u2066b' }],
    [null],
    many(DAFTAR_MAX + 1).map((zat) => ({ zat })),
  ],
  obat_rutin: ['x', [''], [1], [null], ['x'.repeat(ISIAN_MAX + 1)], ['a\0'], many(DAFTAR_MAX + 1)],
  riwayat: ['x', [''], [1], ['\u202e'], many(DAFTAR_MAX + 1)],
}

test('what is wrong with a field is told on it, and nothing is stored', async ({ clinic }) => {
  const { api } = await clinic.pasien()
  const { id } = expectSuccess(await api.post<ProfilView>('/profil', ANI), 201)
  const before = await list(api)
  for (const [field, values] of Object.entries(BAD))
    for (const value of values) {
      expectRefusal(await api.post('/profil', { ...ANI, [field]: value }), 'validation_failed', [field])
      const isFine = value === undefined || (value === null && field === 'tanggal_lahir')
      if (!isFine) expectRefusal(await api.put(`/profil/${id}`, { [field]: value }), 'validation_failed', [field])
    }
  expectRefusal(await api.ask('POST', '/api/v1/profil'), 'invalid_json')
  expectRefusal(await api.get('/profil?arsip=ya'), 'validation_failed', ['arsip'])
  expect(await list(api)).toEqual(before)
})

test('what is just within the limits is kept as it is', async ({ clinic }) => {
  const { api } = await clinic.pasien()
  const most = many(DAFTAR_MAX - 1)
  for (const more of [
    { tanggal_lahir: '1900-01-01', berat_kg: BERAT_MIN_KG, nama: '👶'.repeat(100) },
    { tanggal_lahir: today(), berat_kg: BERAT_MAX_KG, alamat: 'é'.repeat(500) },
    {
      tanggal_lahir: '2024-02-29',
      berat_kg: 70.1,
      obat_rutin: [...most, 'é'.repeat(ISIAN_MAX)],
      riwayat: most,
      alergi: most.map((zat) => ({ zat })),
    },
    { nama: '<b>Ani</b>', riwayat: ['<script>alert(1)</script>'] },
  ])
    expect(expectSuccess(await api.post('/profil', { ...ANI, ...more }), 201)).toMatchObject(more)
})

test('an account has at most so many, also when the last ones come at once; archived ones do not count', async ({ clinic }) => {
  const { api } = await clinic.pasien()
  for (let n = 2; n < PROFIL_MAX; n += 1) expectSuccess(await api.post('/profil', { ...ANI, nama: `Anak ${n}` }), 201)
  const last = await Promise.all(Array.from({ length: 4 }, () => api.post<ProfilView>('/profil', ANI)))
  expect(last.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  expectRefusal(await api.post('/profil', ANI), 'too_many_profil')
  expectRefusal(await api.post('/profil', { ...ANI, nama: '' }), 'validation_failed', ['nama'])
  const { id } = (await list(api)).at(-1) as ProfilView
  expectSuccess(await api.delete(`/profil/${id}`))
  expectSuccess(await api.post('/profil', ANI), 201)
})

test('no two of a family have one colour, while there are colours', async ({ clinic }) => {
  const { api } = await clinic.pasien()
  for (let n = 2; n <= WARNA; n += 1) expectSuccess(await api.post('/profil', { ...ANI, nama: `Anak ${n}` }), 201)
  expect(new Set((await list(api)).map(({ id }) => warnaOf(id))).size).toBe(WARNA)
})

test('an archived profil stays to be seen, and nothing else', async ({ clinic }) => {
  const [pasien, dokter] = [await clinic.pasien(), await clinic.dokter()]
  const { id } = await clinic.addProfil(pasien)
  const diri = await diriOf(pasien.api)
  expectRefusal(await pasien.api.delete(`/profil/${diri.id}`), 'profil_in_use')
  const k = await clinic.booked({ pasien, dokter, more: { profil_id: id } })
  expectRefusal(await pasien.api.delete(`/profil/${id}`), 'profil_in_use')
  expectSuccess(await dokter.api.put(`/konsultasi/${k.id}/terima`))
  expectRefusal(await pasien.api.delete(`/profil/${id}`), 'profil_in_use')
  await clinic.complete(k)
  const archived = expectSuccess(await pasien.api.delete<ProfilView>(`/profil/${id}`))
  expect(archived).toMatchObject({ id, diarsipkan_pada: expect.stringMatching(/Z$/) })
  expect(await list(pasien.api)).toEqual([diri])
  expect(await list(pasien.api, '?arsip=false')).toEqual([diri])
  expect(await list(pasien.api, '?arsip=true')).toEqual([diri, archived])
  expectRefusal(await pasien.api.delete(`/profil/${id}`), 'not_found')
  expectRefusal(await pasien.api.put(`/profil/${id}`, { nama: 'Ani' }), 'not_found')
  expect(await readersOf(pasien.api, id)).toEqual([])
  const ask = { dokter_id: dokter.id, keluhan: 'Batuk lagi sejak pagi', profil_id: id }
  expectRefusal(await pasien.api.post('/konsultasi', ask), 'validation_failed', ['profil_id'])
})

test('a profil is its owner’s alone', async ({ clinic }) => {
  const [mine, other, dokter] = [await clinic.pasien(), await clinic.pasien(), await clinic.dokter()]
  const { id } = await clinic.addProfil(mine)
  for (const { api } of [other, dokter, await clinic.admin()]) {
    expectRefusal(await api.put(`/profil/${id}`, { nama: 'Bukan' }), 'forbidden')
    expectRefusal(await api.delete(`/profil/${id}`), 'forbidden')
    expectRefusal(await api.get(`/profil/${id}/pembaca`), 'forbidden')
  }
  for (const { api } of [dokter, await clinic.admin()]) {
    expectRefusal(await api.get('/profil'), 'forbidden')
    expectRefusal(await api.post('/profil', {}), 'forbidden')
  }
  for (const nothing of ['profil_01jd93mz0yfn19p7swb9z9t2s1', 'profil_x', id.replace('profil', 'pengguna')])
    expectRefusal(await mine.api.put(`/profil/${nothing}`, { nama: 'Ani' }), 'not_found')
  expect((await list(mine.api))[1]?.nama).toBe('Ani')
})

test('a konsultasi says for whom it is, as they were at booking', async ({ clinic }) => {
  const [pasien, dokter, admin] = [await clinic.pasien('Rina'), await clinic.dokter(), await clinic.admin()]
  const lahir = addDays(today(), -400)
  const ani = await clinic.addProfil(pasien, { tanggal_lahir: lahir, jenis_kelamin: 'P', alergi: [{ zat: 'amoksisilin' }] })
  const k = await clinic.booked({ pasien, dokter, more: { profil_id: ani.id } })
  const profil = {
    id: ani.id,
    nama: 'Ani',
    hubungan: 'anak',
    tanggal_lahir: lahir,
    umur: { tahun: 1, bulan: 1 },
    jenis_kelamin: 'P',
    alergi_diketahui: 'ada',
  }
  expectSuccess(await pasien.api.put(`/profil/${ani.id}`, { nama: 'Ani Lestari', alergi: [], berat_kg: 9 }))
  const read = async (api: Client) => expectSuccess(await api.get<KonsultasiView>(`/konsultasi/${k.id}`)).profil
  const listed = async (api: Client) => expectSuccess(await api.get<KonsultasiView[]>('/konsultasi')).find(({ id }) => id === k.id)?.profil
  for (const { api } of [pasien, dokter]) {
    expect(await read(api)).toEqual(profil)
    expect(await listed(api)).toEqual(profil)
  }
  expect(await read(admin.api)).toEqual(profil)
  expect(await listed(admin.api)).toEqual({ id: ani.id, nama: 'Ani' })
  const now = async () => expectSuccess(await dokter.api.get<ProfilView>(`/konsultasi/${k.id}/profil`))
  expect(await now()).toMatchObject({ id: ani.id, nama: 'Ani Lestari', alergi: [], berat_kg: 9 })
  expectSuccess(await dokter.api.put(`/konsultasi/${k.id}/terima`))
  await clinic.complete(k)
  expectSuccess(await pasien.api.put(`/profil/${ani.id}`, { nama: 'Ani L.', alergi: [{ zat: 'udang' }], berat_kg: 10 }))
  expect(await now()).toEqual({ ...(await list(pasien.api))[1], nama: 'Ani Lestari', alergi: [], berat_kg: 9 })
  expect(await read(dokter.api)).toEqual(profil)
})

/** Something of all that may be known of somebody. */
const SEMUA: { readonly [Nama in NamaFakta]: NonNullable<FaktaProfil[Nama]> } = {
  tanggal_lahir: '2022-03-14',
  jenis_kelamin: 'L',
  alamat: 'Jalan Melati 5',
  berat_kg: 14.5,
  alergi: [{ zat: 'udang', reaksi: 'gatal' }],
  obat_rutin: ['salbutamol'],
  riwayat: ['asma'],
}

test('all that is known of somebody is kept with a konsultasi as it was at its end', async ({ clinic }) => {
  const pasien = await clinic.pasien()
  const { id } = await clinic.addProfil(pasien, SEMUA)
  const k = await clinic.active({ pasien, more: { profil_id: id } })
  await clinic.complete(k)
  const emptied = Object.fromEntries(NAMA_FAKTA.map((nama) => [nama, null]))
  expect(expectSuccess(await pasien.api.put(`/profil/${id}`, emptied))).toMatchObject(emptied)
  expect(expectSuccess(await k.dokter.api.get<ProfilView>(`/konsultasi/${k.id}/profil`))).toMatchObject(SEMUA)
})

test('one konsultasi is open for each profil and dokter, and who may not be booked for is told', async ({ clinic }) => {
  const [pasien, dokter, other] = [await clinic.pasien(), await clinic.dokter(), await clinic.pasien()]
  const [ani, theirs] = [await clinic.addProfil(pasien), await clinic.addProfil(other)]
  const book = (more: object) =>
    pasien.api.post<KonsultasiView>('/konsultasi', { dokter_id: dokter.id, keluhan: 'Batuk sejak kemarin', ...more })
  expectSuccess(await book({}), 201)
  expectRefusal(await book({ profil_id: (await diriOf(pasien.api)).id }), 'konsultasi_exists')
  const racing = await Promise.all(Array.from({ length: 4 }, () => book({ profil_id: ani.id })))
  expect(racing.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  for (const profil_id of [theirs.id, 'profil_01jd93mz0yfn19p7swb9z9t2s1', 'ani', '', dokter.id])
    expectRefusal(await book({ profil_id }), 'validation_failed', ['profil_id'])
  for (const profil_id of [5, {}, []]) expectRefusal(await book({ profil_id }), 'validation_failed', ['profil_id'])
  expectRefusal(await book({ bagikan_riwayat: 'ya' }), 'validation_failed', ['bagikan_riwayat'])
})

test('a konsultasi goes on from a completed one of the same profil, and from no other', async ({ clinic }) => {
  const [pasien, dokter] = [await clinic.pasien(), await clinic.dokter()]
  const ani = await clinic.addProfil(pasien)
  const done = await clinic.completed({ pasien, dokter, more: { profil_id: ani.id } })
  const [own, open, others] = [await clinic.completed({ pasien }), await clinic.booked({ pasien }), await clinic.completed()]
  const book = (lanjutan_dari: unknown) =>
    pasien.api.post<KonsultasiView>('/konsultasi', { dokter_id: dokter.id, keluhan: 'Kontrol batuknya', profil_id: ani.id, lanjutan_dari })
  for (const id of [own.id, open.id, others.id, 'konsultasi_x', '', 5])
    expectRefusal(await book(id), 'validation_failed', ['lanjutan_dari'])
  const next = expectSuccess(await book(done.id), 201)
  expect(next.lanjutan_dari).toBe(done.id)
  expect(expectSuccess(await dokter.api.get<KonsultasiView>(`/konsultasi/${next.id}`)).lanjutan_dari).toBe(done.id)
})

test('the dokter reads what was before only where the booking said so and as long as it is open, and each reading is told', async ({
  clinic,
}) => {
  const [pasien, first, now, admin] = [
    await clinic.pasien(),
    await clinic.dokter('dr. Satu', 'Anak'),
    await clinic.dokter('dr. Dua'),
    await clinic.admin(),
  ]
  const ani = await clinic.addProfil(pasien)
  const before = await clinic.completed({ pasien, dokter: first, more: { profil_id: ani.id } })
  const again = await clinic.completed({ pasien, dokter: first, more: { profil_id: ani.id } })
  await clinic.completed({ pasien, dokter: first })
  const silent = await clinic.booked({ pasien, dokter: await clinic.dokter(), more: { profil_id: ani.id } })
  const k = await clinic.booked({ pasien, dokter: now, more: { profil_id: ani.id, bagikan_riwayat: true } })
  const riwayat = (api: Client, id: string, query = '') => api.get<RiwayatView[]>(`/konsultasi/${id}/riwayat${query}`)
  const rows = [again, before].map(({ id }) => ({
    konsultasi_id: id,
    selesai_pada: expect.stringMatching(/Z$/),
    dokter: { nama: 'dr. Satu', spesialisasi: 'Anak' },
    dokumen: [],
  }))
  expectRefusal(await riwayat(silent.dokter.api, silent.id), 'forbidden')
  for (const { api } of [pasien, admin, first, silent.dokter]) expectRefusal(await riwayat(api, k.id), 'forbidden')
  expect(await readersOf(pasien.api, ani.id)).toEqual([])
  const reply = await riwayat(now.api, k.id)
  expect(expectSuccess(reply)).toEqual(rows)
  expect(reply.body?.pagination).toEqual({ per_page: 30, next_cursor: null })
  const page = await riwayat(now.api, k.id, '?per_page=1')
  expect(expectSuccess(page)).toEqual(rows.slice(0, 1))
  const cursor = cursorOf(page)
  expect(expectSuccess(await riwayat(now.api, k.id, `?per_page=1&cursor=${cursor}`))).toEqual(rows.slice(1))
  expectRefusal(await riwayat(now.api, k.id, '?cursor=x'), 'validation_failed', ['cursor'])
  const told = (id: string) => ({
    pada: expect.stringMatching(/Z$/),
    nama: 'dr. Dua',
    peran: 'dokter',
    apa: 'riwayat',
    konsultasi_id: id,
    alasan: null,
  })
  const shown = await readersOf(pasien.api, ani.id)
  expect(shown).toHaveLength(4)
  expect(shown).toEqual(expect.arrayContaining([told(again.id), told(before.id)]))
  // Whoever treated it then and treats it again reads their own.
  expect(await readersOf(pasien.api, (await diriOf(pasien.api)).id)).toEqual([])
  // A reading by a dokter is none by an admin.
  expect(expectSuccess(await pasien.api.get<KonsultasiView>(`/konsultasi/${before.id}`)).akses_admin).toEqual([])
  expectSuccess(await now.api.put(`/konsultasi/${k.id}/terima`))
  expectSuccess(await riwayat(now.api, k.id))
  await clinic.complete(k)
  expectRefusal(await riwayat(now.api, k.id), 'forbidden')
})

test('the owner sees what an admin read of a profil, and why; its dokter just reads', async ({ clinic }) => {
  const [k, admin] = [await clinic.active(), await clinic.admin()]
  const diri = await diriOf(k.pasien.api)
  const pesan = await clinic.send(k.pasien, k, 'Halo')
  for (const path of [`/konsultasi/${k.id}`, `/konsultasi/${k.id}/profil`, `/pesan/${k.id}`, `/pesan/${pesan.id}`]) {
    expectSuccess(await k.dokter.api.get(path))
    expectSuccess(await admin.api.get(`${path}?alasan=pengaduan`))
    expectSuccess(await admin.api.get(`${path}?alasan=pengaduan`))
  }
  const row = (apa: string) => ({
    pada: expect.stringMatching(/Z$/),
    nama: admin.nama,
    peran: 'admin',
    apa,
    konsultasi_id: k.id,
    alasan: 'pengaduan',
  })
  const shown = [row('pesan'), row('profil'), row('konsultasi')]
  expect(await readersOf(k.pasien.api, diri.id)).toEqual(shown)
  const page = await k.pasien.api.get<PembacaView[]>(`/profil/${diri.id}/pembaca?per_page=2`)
  expect(expectSuccess(page)).toEqual(shown.slice(0, 2))
  const cursor = cursorOf(page)
  const rest = await k.pasien.api.get<PembacaView[]>(`/profil/${diri.id}/pembaca?per_page=2&cursor=${cursor}`)
  expect(expectSuccess(rest)).toEqual(shown.slice(2))
  expectRefusal(await k.pasien.api.get(`/profil/${diri.id}/pembaca?cursor=x`), 'validation_failed', ['cursor'])
  for (const { api } of [await clinic.pasien(), await clinic.dokter()])
    expectRefusal(await api.get(`/konsultasi/${k.id}/profil`), 'forbidden')
  const stranger = await clinic.pasien()
  expectRefusal(await stranger.api.get('/konsultasi/konsultasi_01jd93mz0yfn19p7swb9z9t2s1/profil'), 'not_found')
})
