import { Client as Database } from 'pg'
import { demand, type Konsultasi, mark, type Person } from '@/e2e/clinic'
import { expect, pushUrl, test } from '@/e2e/fixtures'
import { Device } from '@/e2e/push/device'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { uuidOf } from '@/lib/domain/id'
import { CATATAN_PRIBADI_MAX, yearAfter } from '@/lib/domain/penanda'
import { NAMA_MAX } from '@/lib/domain/pengguna'

const NONE = { disematkan: false, belum_dibaca: false, ingatkan_pada: null, catatan_pribadi: null }
const later = (ms: number) => new Date(Date.now() + ms).toISOString()
const DAY = 24 * 60 * 60 * 1000

const desk = async ({ api }: Person, query = '') => expectSuccess(await api.get<KonsultasiView[]>(`/konsultasi?urut=meja${query}`))
const idsOf = async (dokter: Person, query = '') => (await desk(dokter, query)).map(({ id }) => id)
const readAs = async ({ api }: Person, { id }: Konsultasi) => expectSuccess(await api.get<KonsultasiView>(`/konsultasi/${id}`))
const put = ({ dokter, id }: Konsultasi, json: object) => dokter.api.put(`/konsultasi/${id}/penanda`, json)

async function inDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  try {
    return await work(database)
  } finally {
    await database.end()
  }
}

test('a pasien waits from the booking until it is accepted, then from the first pesan that was not answered', async ({ clinic }) => {
  const k = await clinic.booked()
  const since = async () => (await readAs(k.dokter, k)).belum_dibalas_sejak
  expect(await since()).toBe((await readAs(k.dokter, k)).dibuat_pada)
  expectSuccess(await k.dokter.api.put(`/konsultasi/${k.id}/terima`))
  expect(await since()).toBeNull()
  const first = await clinic.send(k.pasien, k, 'Satu')
  const second = await clinic.send(k.pasien, k, 'Dua')
  expect(await since()).toBe(first.dibuat_pada)
  expectSuccess(await k.pasien.api.delete(`/pesan/${first.id}`))
  expect(await since()).toBe(second.dibuat_pada)
  const answer = await clinic.send(k.dokter, k, 'Tiga')
  expect(await since()).toBeNull()
  expectSuccess(await k.dokter.api.delete(`/pesan/${answer.id}`))
  expect(await since()).toBeNull()
  const again = await clinic.send(k.pasien, k, 'Empat')
  expect(await since()).toBe(again.dibuat_pada)
  expectSuccess(await k.pasien.api.delete(`/pesan/${again.id}`))
  expect(await since()).toBeNull()
  await clinic.send(k.pasien, k, 'Lima')
  await clinic.issue(k, { jenis: 'lab', isi: { pemeriksaan: ['Darah lengkap'] } })
  expect(await since()).toBeNull()
  await clinic.send(k.pasien, k, 'Enam')
  await clinic.complete(k)
  expect(await since()).toBeNull()
})

test('every end of a konsultasi ends the waiting', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  const [cancelled, rejected] = await Promise.all([clinic.booked({ dokter }), clinic.booked({ dokter })])
  expectSuccess(await cancelled.pasien.api.put(`/konsultasi/${cancelled.id}/batalkan`, {}))
  expectSuccess(await dokter.api.put(`/konsultasi/${rejected.id}/tolak`, { alasan: 'Penuh' }))
  expect((await desk(dokter)).map((k) => k.belum_dibalas_sejak)).toEqual([null, null])
  expect(await idsOf(dokter, '&saring=belum_dibalas')).toEqual([])
})

test('first the danger signs, then what is pinned, then who waits longest, then the rest by activity', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  const active = () => clinic.active({ dokter })
  const [quiet, waits, pinned, waitsLonger, danger, ended] = [
    await active(),
    await active(),
    await active(),
    await active(),
    await active(),
    await clinic.completed({ dokter }),
  ]
  await clinic.send(waitsLonger.pasien, waitsLonger, 'Halo')
  await clinic.send(waits.pasien, waits, 'Halo')
  await clinic.send(danger.pasien, danger, 'Dada saya terasa nyeri sekali')
  expectSuccess(await put(pinned, { disematkan: true }))
  const order = [danger, pinned, waitsLonger, waits, ended, quiet].map(({ id }) => id)
  expect(await idsOf(dokter)).toEqual(order)
  const paged: string[] = []
  for (let cursor = ''; ; ) {
    const answer = await dokter.api.get<KonsultasiView[], unknown, { next_cursor: string | null }>(
      `/konsultasi?urut=meja&per_page=1${cursor}`,
    )
    paged.push(...expectSuccess(answer).map(({ id }) => id))
    if (!answer.body.pagination.next_cursor) break
    cursor = `&cursor=${encodeURIComponent(answer.body.pagination.next_cursor)}`
  }
  expect(paged).toEqual(order)
  expectSuccess(await put(pinned, { disematkan: false }))
  await clinic.send(dokter, waitsLonger, 'Ya?')
  expect((await idsOf(dokter)).slice(0, 3)).toEqual([danger.id, waits.id, waitsLonger.id])
  expect(await idsOf(dokter, '&saring=belum_dibalas')).toEqual([danger.id, waits.id])
  expect(await idsOf(dokter, '&status=completed')).toEqual([ended.id])
  expect(await idsOf(dokter, '&saring=ditandai')).toEqual([])
  expectSuccess(await put(quiet, { catatan_pribadi: 'Hasil lab?' }))
  expectSuccess(await put(ended, { belum_dibaca: true }))
  expect(await idsOf(dokter, '&saring=ditandai')).toEqual([ended.id, quiet.id])
  expect(await idsOf(dokter, '&saring=belum_dibaca')).toEqual([danger.id, waits.id, waitsLonger.id, ended.id])
})

test('what is not read is found, and is no longer when it was', async ({ clinic }) => {
  const k = await clinic.active()
  expect(await idsOf(k.dokter, '&saring=belum_dibaca')).toEqual([])
  await clinic.send(k.pasien, k, 'Halo')
  expect(await idsOf(k.dokter, '&saring=belum_dibaca')).toEqual([k.id])
  expectSuccess(await k.dokter.api.put(`/pesan/${k.id}/mark-all-read`, {}))
  expect(await idsOf(k.dokter, '&saring=belum_dibaca')).toEqual([])
})

test('a name finds whom it is for, and whose account it is, in any spelling, and nobody of another dokter', async ({ clinic }) => {
  const word = mark().replaceAll(/[^a-z]/g, 'x')
  const [dokter, other] = await Promise.all([clinic.dokter(), clinic.dokter()])
  const ibu = await clinic.pasien(`Ma’ruf ${word}`)
  const ani = await clinic.addProfil(ibu, { nama: `Ani ${word}z` })
  const k = await clinic.booked({ pasien: ibu, dokter, more: { profil_id: ani.id } })
  await clinic.booked({ pasien: ibu, dokter: other })
  await clinic.booked({ dokter })
  for (const q of [`ani ${word}`, `${word} MA'RUF`, word.toUpperCase(), `${word}z`, ` ${word} `]) {
    expect(await idsOf(dokter, `&q=${encodeURIComponent(q)}`), q).toEqual([k.id])
  }
  for (const q of [`budi ${word}`, '%', '_', `${word}%`, ibu.email])
    expect(await idsOf(dokter, `&q=${encodeURIComponent(q)}`), q).toEqual([])
  expect(await idsOf(dokter, '&q=')).toHaveLength(2)
})

test('only a dokter has a desk, and its cursors are its own', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.active({ dokter: k.dokter })
  expectRefusal(await k.pasien.api.get('/konsultasi?urut=meja'), 'forbidden')
  expectRefusal(await (await clinic.admin()).api.get('/konsultasi?urut=meja'), 'forbidden')
  const cursorOf = async (query: string) =>
    encodeURIComponent(
      (await k.dokter.api.get<unknown, unknown, { next_cursor: string }>(`/konsultasi?per_page=1${query}`)).body.pagination.next_cursor,
    )
  const [desks, others] = [await cursorOf('&urut=meja'), await cursorOf('')]
  expectRefusal(await k.dokter.api.get(`/konsultasi?urut=meja&cursor=${others}`), 'validation_failed', ['cursor'])
  expectRefusal(await k.dokter.api.get(`/konsultasi?cursor=${desks}`), 'validation_failed', ['cursor'])
  for (const [field, query] of Object.entries({
    urut: 'urut=waktu',
    saring: 'saring=semua&urut=meja',
    q: `q=${'x'.repeat(NAMA_MAX + 1)}`,
    cursor: 'cursor=bQ',
  }))
    expectRefusal(await k.dokter.api.get(`/konsultasi?${query}`), 'validation_failed', [field])
})

test('marks are changed one by one, and null empties them', async ({ clinic }) => {
  const k = await clinic.active()
  expect((await readAs(k.dokter, k)).penanda).toEqual(NONE)
  const at = later(DAY)
  expect(expectSuccess(await put(k, { disematkan: true }))).toEqual({ ...NONE, disematkan: true })
  expect(expectSuccess(await put(k, { ingatkan_pada: at, catatan_pribadi: ' <b>Lab</b>\nbesok ' }))).toEqual({
    ...NONE,
    disematkan: true,
    ingatkan_pada: at,
    catatan_pribadi: '<b>Lab</b>\nbesok',
  })
  expect(expectSuccess(await put(k, {}))).toMatchObject({ disematkan: true, ingatkan_pada: at })
  expect(expectSuccess(await put(k, { ingatkan_pada: null, catatan_pribadi: '  ', disematkan: null }))).toEqual(NONE)
  await clinic.complete(k)
  expectSuccess(await put(k, { disematkan: true }))
})

test('what is wrong with a mark is told on it', async ({ clinic }) => {
  const k = await clinic.active()
  const year = yearAfter(new Date()).getTime() - Date.now()
  for (const [field, values] of Object.entries({
    disematkan: ['ya', 1, 'true'],
    belum_dibaca: [0, []],
    ingatkan_pada: ['besok', '2027-01-01', later(-1000), later(year + 60_000), '0000-01-01T00:00:00Z', 17, {}],
    catatan_pribadi: ['x'.repeat(CATATAN_PRIBADI_MAX + 1), 'a\0', '\ud800', 5],
  }))
    for (const value of values) expectRefusal(await put(k, { [field]: value }), 'validation_failed', [field])
  expect((await readAs(k.dokter, k)).penanda).toEqual(NONE)
  expectSuccess(await put(k, { ingatkan_pada: later(year - 60_000), catatan_pribadi: 'é'.repeat(CATATAN_PRIBADI_MAX) }))
})

test('nobody but its dokter ever sees a mark: not its pasien, not an admin, not what others take with them', async ({ clinic }) => {
  const k = await clinic.active()
  const secret = `rahasia-${mark()}`
  expectSuccess(await put(k, { disematkan: true, catatan_pribadi: secret, ingatkan_pada: later(DAY) }))
  const admin = (await clinic.admin()).api
  for (const api of [k.pasien.api, admin]) {
    for (const path of [`/konsultasi/${k.id}`, `/konsultasi`, `/pesan/${k.id}`, '/akun/data', `/konsultasi/${k.id}/dokumen`]) {
      const { text } = await api.get(path as string)
      expect(text, path).not.toContain(secret)
      expect(text, path).not.toContain('penanda')
      expect(text, path).not.toContain('belum_dibalas_sejak')
    }
  }
  expect((await k.dokter.api.get('/akun/data')).text).toContain(secret)
  expectRefusal(await k.pasien.api.put(`/konsultasi/${k.id}/penanda`, {}), 'forbidden')
  expectRefusal(await (await clinic.dokter()).api.put(`/konsultasi/${k.id}/penanda`, {}), 'forbidden')
  expectRefusal(await admin.put(`/konsultasi/${k.id}/penanda`, {}), 'forbidden')
})

test('what is marked as not read no longer is when it is opened, and not when it is listed or asked for news', async ({ clinic }) => {
  const k = await clinic.active()
  const isMarked = async () => (await desk(k.dokter))[0]?.penanda?.belum_dibaca
  for (const path of [`/konsultasi/${k.id}`, `/pesan/${k.id}`]) {
    expectSuccess(await put(k, { belum_dibaca: true }))
    expectSuccess(await k.dokter.api.get('/konsultasi'))
    await k.dokter.api.get(`/pesan/${k.id}?since=0`)
    await k.pasien.api.get(`/pesan/${k.id}`)
    await k.pasien.api.get(`/konsultasi/${k.id}`)
    expect(await isMarked()).toBe(true)
    await k.dokter.api.get(path)
    expect(await isMarked()).toBe(false)
  }
})

test('a reminder rings once, and leaves the conversation marked as not read', async ({ clinic }) => {
  const k = await clinic.active()
  expectSuccess(await put(k, { ingatkan_pada: later(1000) }))
  await expect.poll(async () => (await desk(k.dokter))[0]?.penanda).toMatchObject({ ingatkan_pada: null, belum_dibaca: true })
  // One that was moved away does not ring at its first time.
  expectSuccess(await put(k, { ingatkan_pada: later(800), belum_dibaca: false }))
  expectSuccess(await put(k, { ingatkan_pada: later(DAY) }))
  const other = await clinic.active({ dokter: k.dokter })
  expectSuccess(await put(other, { ingatkan_pada: later(1200) }))
  const markOf = async ({ id }: Konsultasi) => (await desk(k.dokter)).find((one) => one.id === id)?.penanda
  await expect.poll(() => markOf(other)).toMatchObject({ belum_dibaca: true })
  expect(await markOf(k)).toMatchObject({ belum_dibaca: false, ingatkan_pada: expect.any(String) })
})

test('a reminder is told once to each browser of its dokter, with nothing of what it is about', async ({ clinic }) => {
  const k = await clinic.active()
  const device = new Device(pushUrl())
  expectSuccess(await k.dokter.api.post('/push/langganan', device.subscription), 201)
  expectSuccess(await put(k, { ingatkan_pada: later(500), catatan_pribadi: 'Tanya hasil biopsi' }))
  await expect.poll(() => device.news(), { timeout: 15_000 }).toHaveLength(1)
  const [news] = await device.news()
  expect(news).toEqual({ judul: 'Sapa', isi: 'Pengingat Anda', tag: expect.any(String), url: `/dokter/konsultasi/${k.id}` })
  expect(JSON.stringify(news)).not.toMatch(/biopsi/)
})

/** Nobody considers any more whether to push the reminder of this konsultasi. */
const pushConsidered = ({ id }: Konsultasi) =>
  expect
    .poll(
      () =>
        inDatabase(async (database) => {
          const left = "SELECT FROM graphile_worker._private_jobs WHERE payload->>'konsultasi_id' = $1 AND payload->>'jenis' IS NULL"
          return (await database.query(left, [uuidOf('konsultasi', id)])).rowCount
        }),
      { timeout: 25_000 },
    )
    .toBe(0)

const ringsFor = async (dokter: Person) => expectSuccess(await dokter.api.get('/kabar')).pengingat

test('what rings is given to one page of many, and then pushed to nobody', async ({ clinic }) => {
  const k = await clinic.active()
  const device = new Device(pushUrl())
  expectSuccess(await k.dokter.api.post('/push/langganan', device.subscription), 201)
  expectSuccess(await k.dokter.api.put('/kehadiran', {}))
  expectSuccess(await put(k, { ingatkan_pada: later(500) }))
  await expect.poll(() => ringsFor(k.dokter)).toEqual(expect.any(String))
  expect(expectSuccess(await k.pasien.api.get('/kabar'))).not.toHaveProperty('pengingat')
  const given = await Promise.all(Array.from({ length: 8 }, () => k.dokter.api.put('/kabar/pengingat')))
  const taken = given.flatMap((answer) => demand(200, answer))
  expect(taken).toEqual([{ konsultasi_id: k.id, nama: k.pasien.nama, pada: expect.any(String) }])
  expect(await ringsFor(k.dokter)).toBeUndefined()
  await pushConsidered(k)
  expect(await device.news()).toEqual([])
})

test('what no page takes is pushed once, and rings on no page afterwards; without a browser to push to it waits for a page', async ({
  clinic,
}) => {
  const [k, alone] = [await clinic.active(), await clinic.active()]
  const device = new Device(pushUrl())
  expectSuccess(await k.dokter.api.post('/push/langganan', device.subscription), 201)
  // Somebody was here, and has gone without taking it.
  expectSuccess(await k.dokter.api.put('/kehadiran', {}))
  expectSuccess(await put(k, { ingatkan_pada: later(500) }))
  expectSuccess(await put(alone, { ingatkan_pada: later(500) }))
  await expect.poll(() => device.news(), { timeout: 25_000 }).toHaveLength(1)
  expect(demand(200, await k.dokter.api.put('/kabar/pengingat'))).toEqual([])
  await pushConsidered(alone)
  expect(demand(200, await alone.dokter.api.put('/kabar/pengingat'))).toHaveLength(1)
  expect(await device.news()).toHaveLength(1)
})

test('two desks of one dokter mark at once, and neither undoes what the other did', async ({ clinic }) => {
  const k = await clinic.active()
  const answers = await Promise.all([
    put(k, { disematkan: true }),
    put(k, { catatan_pribadi: 'Lab' }),
    put(k, { ingatkan_pada: later(DAY) }),
    put(k, { belum_dibaca: true }),
  ])
  for (const answer of answers) demand(200, answer)
  expect((await desk(k.dokter))[0]?.penanda).toMatchObject({ disematkan: true, catatan_pribadi: 'Lab', belum_dibaca: true })
})

test('the marks of a dokter go with their account', async ({ clinic }) => {
  const k = await clinic.completed()
  expectSuccess(await put(k, { disematkan: true }))
  expectSuccess(await k.dokter.api.delete('/akun', { password: k.dokter.password }))
  const rows = await inDatabase((database) => database.query('SELECT FROM penanda WHERE konsultasi_id = $1', [uuidOf('konsultasi', k.id)]))
  expect(rows.rowCount).toBe(0)
})
