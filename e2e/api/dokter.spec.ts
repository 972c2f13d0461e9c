import { mark } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'

/** Of somebody whom nobody has asked yet. */
const NEW = { buka_pada: null, antrean: 0, biasa_menjawab_menit: null, nilai: null }

test('everybody who is signed in finds a verified dokter, with just what one chooses by', async ({ clinic }) => {
  const word = mark()
  const dokter = await clinic.dokter(`dr. ${word}`, 'Penyakit dalam')
  const shown = [{ id: dokter.id, nama: `dr. ${word}`, spesialisasi: 'Penyakit dalam', tersedia: true, ...NEW }]
  for (const { api } of [await clinic.pasien(), dokter, await clinic.admin()]) {
    expect(expectSuccess(await api.get(`/dokter?q=${word}`))).toEqual(shown)
  }
})

test('who is unverified, refused, withdrawn or suspended is not found', async ({ clinic }) => {
  const word = mark()
  const { api } = await clinic.pasien()
  const find = async () => expectSuccess(await api.get(`/dokter?q=${word}`))
  const dokter = await clinic.unverifiedDokter(`dr. ${word}`)
  expect(await find()).toEqual([])
  await clinic.verify(dokter, true)
  expect((await find()).length).toBe(1)
  await clinic.verify(dokter, false)
  expect(await find()).toEqual([])
  await clinic.verify(dokter, true)
  await clinic.setActive(dokter, false)
  expect(await find()).toEqual([])
})

test('a dokter is found by part of the name or of the specialisation, in any case, and both narrow', async ({ clinic }) => {
  const word = mark()
  const { api } = await clinic.pasien()
  const [heart] = await Promise.all([clinic.dokter(`dr. Ayu ${word}`, 'Jantung'), clinic.dokter(`dr. Beni ${word}`, 'Saraf')])
  const find = async (query: string) => expectSuccess(await api.get(`/dokter?${query}`)).map(({ id }) => id)
  expect(await find(`q=AYU%20${word.toUpperCase()}`)).toEqual([heart.id])
  expect(await find(`q=${word}&spesialisasi=jantung`)).toEqual([heart.id])
  expect((await find(`q=%20${word}%20`)).length).toBe(2)
  expect((await find('spesialisasi=JANT')).includes(heart.id)).toBe(true)
})

test('what people type is not a pattern', async ({ clinic }) => {
  const word = mark()
  const { api } = await clinic.pasien()
  await clinic.dokter(`dr. 100% ${word}`)
  const count = async (q: string) => expectSuccess(await api.get(`/dokter?q=${encodeURIComponent(q)}`)).length
  expect(await count(`100% ${word}`)).toBe(1)
  for (const q of [`%${word}`, `_ ${word}`, `\\${word}`, `1__% ${word}`, `${word}'`]) expect(await count(q)).toBe(0)
})

test('a dokter who takes nobody now is shown so, cannot be booked, and comes back', async ({ clinic }) => {
  const word = mark()
  const [dokter, pasien] = [await clinic.dokter(`dr. ${word}`), await clinic.pasien()]
  expect(expectSuccess(await dokter.api.put('/dokter/saya/ketersediaan', { tersedia: false }))).toEqual({ tersedia: false })
  expect(expectSuccess(await pasien.api.get(`/dokter?q=${word}`))[0]?.tersedia).toBe(false)
  const booking = { dokter_id: dokter.id, keluhan: 'Pusing sejak pagi' }
  expectRefusal(await pasien.api.post('/konsultasi', booking), 'dokter_unavailable')
  expect(expectSuccess(await dokter.api.put('/dokter/saya/ketersediaan', { tersedia: true }))).toEqual({ tersedia: true })
  expectSuccess(await pasien.api.post('/konsultasi', booking), 201)
})

test('who takes nobody new still talks with those they have', async ({ clinic }) => {
  const k = await clinic.booked()
  expectSuccess(await k.dokter.api.put('/dokter/saya/ketersediaan', { tersedia: false }))
  expectSuccess(await k.dokter.api.put(`/konsultasi/${k.id}/terima`))
  await clinic.send(k.dokter, k, 'Selamat pagi')
})

test('only a verified dokter says whether they are available, and only yes or no', async ({ clinic }) => {
  const set = { tersedia: true }
  for (const { api } of [await clinic.pasien(), await clinic.admin(), await clinic.unverifiedDokter()]) {
    expectRefusal(await api.put('/dokter/saya/ketersediaan', set), 'forbidden')
  }
  const { api } = await clinic.dokter()
  for (const tersedia of ['true', 'false', 1, null, undefined]) {
    expectRefusal(await api.put('/dokter/saya/ketersediaan', { tersedia }), 'validation_failed', ['tersedia'])
  }
})

test('a dokter is found by words of the name in any order, with titles or without, whatever the apostrophe and the accent', async ({
  clinic,
}) => {
  const word = mark()
  const { api } = await clinic.pasien()
  const dokter = await clinic.dokter(`dr. H. Budi Ma’ruf ${word} André, Sp.PD`, 'Penyakit dalam')
  const find = async (q: string) => expectSuccess(await api.get(`/dokter?${new URLSearchParams({ q })}`)).map(({ id }) => id)
  for (const q of ['dr budi', "ma'ruf", 'MARUF budi', 'sp.pd', 'André'.normalize('NFD'), 'andre dalam', 'dr. h. budi'])
    expect(await find(`${q} ${word}`), q).toEqual([dokter.id])
  expect(await find(`sp.og ${word}`)).toEqual([])
})
