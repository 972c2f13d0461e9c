import { randomUUID } from 'node:crypto'
import { Client as Database } from 'pg'
import type { Client, Reply } from '@/e2e/client'
import { demand, type Konsultasi, mark } from '@/e2e/clinic'
import { expect, mailFolder, pushUrl, test } from '@/e2e/fixtures'
import { mailsTo } from '@/e2e/mail/mailbox'
import { Device } from '@/e2e/push/device'
import { hangUp, listen } from '@/e2e/realtime'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { KuesionerView } from '@/lib/contract/triase'
import { uuidOf } from '@/lib/domain/id'
import { addDays, dayInWib } from '@/lib/domain/zona'

test.afterEach(hangUp)

const BATUK = 'Batuk kering sejak tiga hari'
const today = () => dayInWib(new Date())
const read = async (api: Client, { id }: Pick<Konsultasi, 'id'>) => expectSuccess(await api.get<KonsultasiView>(`/konsultasi/${id}`))
const bahayaOf = async (api: Client, k: Pick<Konsultasi, 'id'>) => (await read(api, k)).bahaya
const revOf = async (api: Client, { id }: Pick<Konsultasi, 'id'>) => (await api.get(`/pesan/${id}`)).body.meta.rev
const asked = async (api: Client, query = '') => expectSuccess(await api.get<KuesionerView>(`/triase${query}`))
const kodes = (all: readonly { kode: string }[]) => all.map(({ kode }) => kode)
const send = (api: Client, k: Pick<Konsultasi, 'id'>, pesan: string, more = {}) =>
  api.post('/pesan', { konsultasi_id: k.id, pesan, client_id: randomUUID(), ...more })
const tandaOf = (reply: Reply<unknown, unknown>) => kodes((reply.body.meta as { tanda: { kode: string }[] }).tanda)

test('what is asked fits age and sex, in the reader’s language', async ({ clinic }) => {
  const pasien = await clinic.pasien()
  const child = await clinic.addProfil(pasien, { tanggal_lahir: addDays(today(), -700), jenis_kelamin: 'P' })
  const woman = await clinic.addProfil(pasien, { hubungan: 'pasangan', tanggal_lahir: addDays(today(), -10_000), jenis_kelamin: 'P' })
  const man = await clinic.addProfil(pasien, { hubungan: 'orang_tua', tanggal_lahir: addDays(today(), -20_000), jenis_kelamin: 'L' })
  const of = async (id: string) => kodes((await asked(pasien.api, `?profil_id=${id}`)).pertanyaan)
  expect(await of(child.id)).toContain('tidak_bisa_minum')
  expect(await of(child.id)).not.toContain('nyeri_dada')
  expect(await of(woman.id)).toContain('hamil')
  expect(await of(man.id)).not.toContain('hamil')
  const own = await asked(pasien.api)
  expect(own.pertanyaan.length).toBeLessThanOrEqual(12)
  expect(own.pertanyaan.find(({ kode }) => kode === 'suhu')).toMatchObject({
    jenis: 'angka',
    satuan: '°C',
    bila: { kode: 'demam', jawaban: true },
  })
  const english = await pasien.api.ask('GET', '/triase', { headers: { 'Accept-Language': 'en' } })
  expect(english.text).toContain('Is it hard to breathe now?')
  const stranger = await clinic.pasien()
  expectRefusal(await stranger.api.get(`/triase?profil_id=${child.id}`), 'validation_failed', ['profil_id'])
  expectRefusal(await pasien.api.get('/triase?profil_id=apa'), 'validation_failed', ['profil_id'])
  expectRefusal(await (await clinic.dokter()).api.get('/triase'), 'forbidden')
})

test('answers are kept with the konsultasi in words, and how urgent they were at booking', async ({ clinic }) => {
  const jawaban = { sejak: 'hari_ini', sesak: false, demam: true, suhu: 39.2, obat: 'parasetamol' }
  const k = await clinic.booked({ more: { jawaban } })
  for (const { api } of [k.pasien, k.dokter]) {
    const { triase, bahaya } = await read(api, k)
    expect(triase).toMatchObject({ versi: expect.any(String), tingkat: 'kuning' })
    expect(triase?.jawaban).toContainEqual({
      kode: 'suhu',
      teks: 'Berapa suhunya, kalau sudah diukur?',
      jawaban: 39.2,
      jawaban_teks: '39,2 °C',
    })
    expect(triase?.jawaban).toContainEqual(expect.objectContaining({ kode: 'sejak', jawaban: 'hari_ini', jawaban_teks: 'Hari ini' }))
    expect(bahaya).toEqual([
      {
        kode: 'demam_tinggi',
        tingkat: 'kuning',
        kalimat: 'demam tinggi',
        asal: 'jawaban',
        pesan_id: null,
        pada: expect.any(String),
        diakui_pada: null,
        disangkal_pada: null,
      },
    ])
  }
  const english = await k.dokter.api.ask('GET', `/konsultasi/${k.id}`, { headers: { 'Accept-Language': 'en' } })
  expect(english.body.data).toMatchObject({ bahaya: [{ kalimat: 'high fever' }], triase: { jawaban: expect.anything() } })
  expect((await read(k.pasien.api, await clinic.booked({ pasien: k.pasien }))).triase).toBeNull()
  expect((await read(k.pasien.api, await clinic.booked({ pasien: k.pasien, more: { jawaban: {} } }))).triase).toEqual({
    versi: expect.any(String),
    tingkat: 'hijau',
    jawaban: [],
  })
})

test('an answer that this profil is not asked for, or that is none, is refused on its field, before any sign is looked for', async ({
  clinic,
}) => {
  const [pasien, dokter] = [await clinic.pasien(), await clinic.dokter()]
  const book = (jawaban: unknown, more = {}) => pasien.api.post('/konsultasi', { dokter_id: dokter.id, keluhan: BATUK, jawaban, ...more })
  const child = await clinic.addProfil(pasien)
  for (const [jawaban, field] of [
    [{ sesak: 'ya' }, 'jawaban.sesak'],
    [{ sesak: null }, 'jawaban.sesak'],
    [{ sejak: 'besok' }, 'jawaban.sejak'],
    [{ suhu: 370 }, 'jawaban.suhu'],
    [{ suhu: '38' }, 'jawaban.suhu'],
    [{ obat: 'a'.repeat(501) }, 'jawaban.obat'],
    [{ obat: 'a\0b' }, 'jawaban.obat'],
    [{ tidak_ada: true }, 'jawaban.tidak_ada'],
    [JSON.parse('{"__proto__": {"sesak": true}}'), 'jawaban.__proto__'],
    [{ nyeri_dada: true, sesak: 1 }, 'jawaban.sesak'],
  ] as const)
    expectRefusal(await book(jawaban), 'validation_failed', [field])
  expectRefusal(await book({ nyeri_dada: true }, { profil_id: child.id }), 'validation_failed', ['jawaban.nyeri_dada'])
  expectRefusal(await book('ya'), 'validation_failed', ['jawaban'])
  expectRefusal(await book([true]), 'validation_failed', ['jawaban'])
  expectRefusal(await book({ nyeri_dada: true }, { profil_id: 'profil_apa' }), 'validation_failed', ['profil_id'])
  expectSuccess(await book({ obat: '😀'.repeat(500) }), 201)
})

test('a booking with a sign that is merah is stored only when it was understood', async ({ clinic }) => {
  const [pasien, dokter] = [await clinic.pasien(), await clinic.dokter()]
  const heard = await listen(dokter)
  const book = (more: object) => pasien.api.post('/konsultasi', { dokter_id: dokter.id, keluhan: BATUK, ...more })
  const warned = await book({ jawaban: { nyeri_dada: true }, keluhan: 'dari pagi sesak napas' })
  expectRefusal(warned, 'tanda_bahaya')
  expect(JSON.parse(warned.text).tanda).toEqual([
    { kode: 'nyeri_dada', tingkat: 'merah', kalimat: 'nyeri atau rasa tertekan di dada' },
    { kode: 'sesak_napas', tingkat: 'merah', kalimat: 'sesak atau sulit bernapas' },
  ])
  for (const paham_darurat of [false, null]) expectRefusal(await book({ keluhan: 'dada saya sakit', paham_darurat }), 'tanda_bahaya')
  expectRefusal(await book({ keluhan: 'dada saya sakit', paham_darurat: 'true' }), 'validation_failed', ['paham_darurat'])
  expect((await pasien.api.get('/konsultasi')).body.data).toEqual([])
  expect(heard.heard).toEqual([])

  const jawaban = { nyeri_dada: true, sesak: true }
  const booked = expectSuccess(await book({ jawaban, keluhan: 'dari pagi sesak napas', paham_darurat: true }), 201) as KonsultasiView
  expect(booked).toMatchObject({ status: 'pending', triase: { tingkat: 'merah' } })
  expect(booked.bahaya.map(({ kode, asal }) => [kode, asal])).toEqual([
    ['nyeri_dada', 'jawaban'],
    ['sesak_napas', 'jawaban'],
  ])
  await expect.poll(() => heard.heard.map(([event]) => event)).toEqual(['KonsultasiUpdated'])
})

test('a sign is the last thing that a booking is refused for', async ({ clinic }) => {
  const [pasien, dokter] = [await clinic.pasien(), await clinic.dokter()]
  const book = (more: object = {}) => pasien.api.post('/konsultasi', { dokter_id: dokter.id, keluhan: 'dada saya sakit', ...more })
  expectSuccess(await dokter.api.put('/dokter/saya/ketersediaan', { tersedia: false }))
  expectRefusal(await book(), 'dokter_unavailable')
  expectSuccess(await dokter.api.put('/dokter/saya/ketersediaan', { tersedia: true }))
  expectRefusal(await book(), 'tanda_bahaya')
  expectSuccess(await book({ paham_darurat: true }), 201)
  expectRefusal(await book(), 'konsultasi_exists')
})

test('a pesan is stored and then looked at: a sign is raised once, moves rev and is told of', async ({ clinic }) => {
  const k = await clinic.active()
  const [pasien, dokter] = await Promise.all([listen(k.pasien), listen(k.dokter)])
  const before = await revOf(k.pasien.api, k)
  const client_id = randomUUID()
  const first = await send(k.pasien.api, k, 'dok dada saya sakit', { client_id })
  const pesan = expectSuccess(first, 201)
  expect(first.body.meta).toEqual({ tanda: [{ kode: 'nyeri_dada', tingkat: 'merah', kalimat: 'nyeri atau rasa tertekan di dada' }] })
  expect(pesan.rev).toBe(before + 1)
  expect(await revOf(k.pasien.api, k)).toBe(before + 2)
  for (const { api } of [k.pasien, k.dokter])
    expect(await bahayaOf(api, k)).toMatchObject([
      { kode: 'nyeri_dada', asal: 'pesan', pesan_id: pesan.id, diakui_pada: null, disangkal_pada: null },
    ])
  for (const { heard } of [pasien, dokter])
    await expect.poll(() => heard).toContainEqual(['KonsultasiUpdated', { konsultasi_id: k.id, status: 'active', rev: before + 2 }])

  // Again: it is found, and nothing is raised.
  const again = await send(k.pasien.api, k, 'dadanya masih sakit dok')
  expect(tandaOf(again)).toEqual(['nyeri_dada'])
  expect(await revOf(k.pasien.api, k)).toBe(before + 3)
  expect(await bahayaOf(k.pasien.api, k)).toMatchObject([{ pesan_id: pesan.id }])

  // Nothing found, a dokter's own words, a replay.
  expect((await send(k.pasien.api, k, 'tidak sesak dok')).body.meta).toEqual({ tanda: [] })
  const ofDokter = await send(k.dokter.api, k, 'Apakah dada Anda sakit? Saya sesak napas.')
  expect([ofDokter.status, ofDokter.body.meta]).toEqual([201, undefined])
  const replay = await send(k.pasien.api, k, 'dok dada saya sakit', { client_id })
  expect([replay.status, replay.body.meta]).toEqual([200, undefined])
  expect(await revOf(k.pasien.api, k)).toBe(before + 5)
})

test('whom the rules look at is whom the konsultasi treats', async ({ clinic }) => {
  const pasien = await clinic.pasien()
  const baby = await clinic.addProfil(pasien, { tanggal_lahir: addDays(today(), -20) })
  const woman = await clinic.addProfil(pasien, { hubungan: 'pasangan', tanggal_lahir: addDays(today(), -10_000), jenis_kelamin: 'P' })
  const ofBaby = await clinic.active({ pasien, more: { profil_id: baby.id } })
  const ofSelf = await clinic.active({ pasien })
  const ofWoman = await clinic.active({ pasien, more: { profil_id: woman.id, jawaban: { hamil: true } } })
  expect(tandaOf(await send(pasien.api, ofBaby, 'demam 38'))).toEqual(['bayi_bahaya'])
  expect(tandaOf(await send(pasien.api, ofSelf, 'demam 38'))).toEqual([])
  expect(tandaOf(await send(pasien.api, ofWoman, 'keluar darah'))).toEqual(['hamil_perdarahan'])
  expect(tandaOf(await send(pasien.api, ofSelf, 'keluar darah'))).toEqual([])
})

test('of pesan with one sign at the same moment one raises it, and none is lost', async ({ clinic }) => {
  const k = await clinic.active()
  const before = await revOf(k.pasien.api, k)
  const sent = await Promise.all(Array.from({ length: 8 }, (_, n) => send(k.pasien.api, k, `sesak napas dan dada sakit ${'!'.repeat(n)}`)))
  expect(sent.map(({ status }) => status)).toEqual(Array(8).fill(201))
  for (const one of sent) expect(tandaOf(one)).toEqual(['nyeri_dada', 'sesak_napas'])
  const bahaya = await bahayaOf(k.dokter.api, k)
  expect(kodes(bahaya).sort()).toEqual(['nyeri_dada', 'sesak_napas'])
  expect(await revOf(k.pasien.api, k)).toBe(before + 8 + 2)
  expect(new Set(bahaya.map(({ pesan_id }) => pesan_id)).size).toBe(1)
})

test('a sign stays when its pesan is deleted', async ({ clinic }) => {
  const k = await clinic.active()
  const pesan = expectSuccess(await send(k.pasien.api, k, 'muntah darah barusan'), 201)
  expectSuccess(await k.pasien.api.ask('DELETE', `/pesan/${pesan.id}`))
  expect(await bahayaOf(k.dokter.api, k)).toMatchObject([{ kode: 'muntah_darah', pesan_id: pesan.id }])
})

test('its dokter acknowledges and its pasien denies, each once, also after the end; both are written down', async ({ clinic }) => {
  const k = await clinic.active()
  expectSuccess(await send(k.pasien.api, k, 'dada saya sakit, sesak napas'), 201)
  const akui = (api: Client, kode = 'nyeri_dada') => api.put<KonsultasiView>(`/konsultasi/${k.id}/bahaya/${kode}/akui`)
  const sangkal = (api: Client, kode = 'nyeri_dada') => api.put<KonsultasiView>(`/konsultasi/${k.id}/bahaya/${kode}/sangkal`)
  const before = await revOf(k.pasien.api, k)
  const heard = await listen(k.pasien)

  const acknowledged = expectSuccess(await akui(k.dokter.api)).bahaya.find(({ kode }) => kode === 'nyeri_dada')
  expect(acknowledged).toMatchObject({ diakui_pada: expect.any(String), disangkal_pada: null })
  expect(await revOf(k.pasien.api, k)).toBe(before + 1)
  await expect.poll(() => heard.heard).toEqual([['KonsultasiUpdated', { konsultasi_id: k.id, status: 'active', rev: before + 1 }]])
  const etag = (await k.dokter.api.get(`/pesan/${k.id}`)).headers.get('etag')
  const all = await Promise.all(Array.from({ length: 4 }, () => akui(k.dokter.api)))
  for (const one of all) expect(expectSuccess(one).bahaya).toContainEqual(acknowledged)
  expect([await revOf(k.pasien.api, k), (await k.dokter.api.get(`/pesan/${k.id}`)).headers.get('etag')]).toEqual([before + 1, etag])

  await clinic.complete(k)
  const ended = await revOf(k.pasien.api, k)
  const denied = expectSuccess(await sangkal(k.pasien.api)).bahaya.find(({ kode }) => kode === 'nyeri_dada')
  expect(denied).toEqual({ ...acknowledged, disangkal_pada: expect.any(String) })
  expectSuccess(await sangkal(k.pasien.api))
  expectSuccess(await akui(k.dokter.api, 'sesak_napas'))
  expect(await revOf(k.pasien.api, k)).toBe(ended + 2)

  const { api } = await clinic.admin()
  const entries = expectSuccess(await api.get(`/admin/audit?konsultasi_id=${k.id}`)) as { aksi: string; aktor: { id: string } }[]
  expect(entries.filter(({ aksi }) => aksi.startsWith('bahaya')).map(({ aksi, aktor }) => [aksi, aktor.id])).toEqual([
    ['bahaya.diakui', k.dokter.id],
    ['bahaya.disangkal', k.pasien.id],
    ['bahaya.diakui', k.dokter.id],
  ])

  const [stranger, another] = [await clinic.pasien(), await clinic.dokter()]
  for (const [who, code] of [
    [k.pasien.api, 'forbidden'],
    [another.api, 'forbidden'],
    [api, 'forbidden'],
  ] as const)
    expectRefusal(await akui(who), code)
  for (const who of [k.dokter.api, stranger.api, api]) expectRefusal(await sangkal(who), 'forbidden')
  for (const kode of ['kejang', 'tidak_ada', '..', '%00', '\0', 'a/b\0'])
    expectRefusal(await akui(k.dokter.api, encodeURIComponent(kode)), 'not_found')
  expectRefusal(await k.dokter.api.put('/konsultasi/konsultasi_apa/bahaya/nyeri_dada/akui'), 'not_found')
})

test('two signs acknowledged at once: the konsultasi waits for none any more', async ({ clinic }) => {
  const k = await clinic.active()
  expectSuccess(await send(k.pasien.api, k, 'dada saya sakit, sesak napas'), 201)
  const before = await revOf(k.pasien.api, k)
  const both = ['nyeri_dada', 'sesak_napas'].map((kode) => k.dokter.api.put(`/konsultasi/${k.id}/bahaya/${kode}/akui`))
  for (const one of await Promise.all(both)) expectSuccess(one)
  expect(await revOf(k.pasien.api, k)).toBe(before + 2)
  const another = await clinic.active({ dokter: k.dokter })
  const [first] = expectSuccess(await k.dokter.api.get<KonsultasiView[]>('/konsultasi'))
  expect(first?.id).toBe(another.id)
})

test('what is merah and not acknowledged comes first in every list of its dokter while it is open, on every page', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  const all: Konsultasi[] = []
  for (let n = 0; n < 6; n++) all.push(await clinic.active({ dokter }))
  const [first, second, third] = all as [Konsultasi, Konsultasi, Konsultasi]
  expectSuccess(await send(first.pasien.api, first, 'kejang barusan'), 201)
  expectSuccess(await send(second.pasien.api, second, 'suhu 39'), 201)
  expectSuccess(await send(third.pasien.api, third, 'muntah darah'), 201)
  for (const k of all.slice(3)) expectSuccess(await send(k.pasien.api, k, 'halo dok'), 201)
  const walk = async (api: Client, query: string) => {
    const ids: string[] = []
    for (let cursor = ''; ; ) {
      const page = await api.get<KonsultasiView[]>(`/konsultasi?per_page=1${query}${cursor}`)
      ids.push(...expectSuccess(page).map(({ id }) => id))
      const next = (page.body.pagination as { next_cursor: string | null }).next_cursor
      if (next === null) return ids
      cursor = `&cursor=${encodeURIComponent(next)}`
    }
  }
  const rest = [...all.slice(3).reverse(), second].map(({ id }) => id)
  for (const query of ['', '&status=active', `&dari=${today()}`])
    expect(await walk(dokter.api, query)).toEqual([third.id, first.id, ...rest])
  expect((await walk(dokter.api, `&pasien=${encodeURIComponent(first.pasien.nama)}`))[0]).toBe(first.id)

  expectSuccess(await dokter.api.put(`/konsultasi/${third.id}/bahaya/muntah_darah/akui`))
  await clinic.complete(first)
  expect(await walk(dokter.api, '')).toEqual([
    first.id,
    ...all
      .slice(3)
      .map(({ id }) => id)
      .reverse(),
    third.id,
    second.id,
  ])
})

test('an admin who lists sees nothing of it, and one who gave a reason does', async ({ clinic }) => {
  const k = await clinic.booked({ keluhan: 'dada saya sakit', more: { paham_darurat: true, jawaban: { sesak: false } } })
  const { api } = await clinic.admin()
  const listed = expectSuccess(await api.get<KonsultasiView[]>(`/konsultasi?pasien=${encodeURIComponent(k.pasien.nama)}`))
  expect(listed).toMatchObject([{ id: k.id, triase: null, bahaya: [] }])
  expect(kodes((await read(api, k)).bahaya)).toEqual(['nyeri_dada'])
  const [own] = expectSuccess(await k.dokter.api.get<KonsultasiView[]>('/konsultasi'))
  expect(own).toMatchObject({ triase: { tingkat: 'merah' }, bahaya: [{ kode: 'nyeri_dada' }] })
})

test('an admin sees each rule with its source, and what became of what it raised', async ({ clinic }) => {
  const { api } = await clinic.admin()
  const of = async (kode: string) => expectSuccess(await api.get('/admin/tanda-bahaya')).find((one) => one.kode === kode)
  const before = await of('gigitan_ular')
  expect(before).toMatchObject({ tingkat: 'merah', kalimat: 'gigitan ular', sumber: expect.stringContaining('Permenkes 47/2018') })
  const k = await clinic.active()
  expectSuccess(await send(k.pasien.api, k, 'digigit ular di kebun'), 201)
  expectSuccess(await k.dokter.api.put(`/konsultasi/${k.id}/bahaya/gigitan_ular/akui`))
  expectSuccess(await k.pasien.api.put(`/konsultasi/${k.id}/bahaya/gigitan_ular/sangkal`))
  const { diangkat = 0, diakui = 0, disangkal = 0 } = before ?? {}
  expect(await of('gigitan_ular')).toMatchObject({
    diangkat: diangkat + 1,
    diakui: diakui + 1,
    disangkal: disangkal + 1,
    median_detik: expect.any(Number),
  })
  for (const { api: other } of [k.pasien, k.dokter]) expectRefusal(await other.get('/admin/tanda-bahaya'), 'forbidden')
})

const TOLD = 'Perlu dilihat sekarang'

test('a dokter whose page is closed is told without content, and by mail where nobody acknowledged it', async ({ clinic }) => {
  const k = await clinic.active()
  const device = new Device(pushUrl())
  demand(201, await k.dokter.api.post('/push/langganan', device.subscription))
  const word = `kejang${mark().replaceAll('-', '')}`
  expectSuccess(await send(k.pasien.api, k, `kejang barusan ${word}`), 201)
  await expect.poll(async () => (await device.news()).map(({ isi }) => isi), { timeout: 20_000 }).toContain(TOLD)
  expect(JSON.stringify(await device.news())).not.toContain('kejang')
  const later = async () => {
    const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
    await database.connect()
    try {
      // Five minutes later.
      await database.query(
        `SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) FROM graphile_worker.jobs WHERE task_identifier = 'kabari_bahaya'
            AND id IN (SELECT j.id FROM graphile_worker._private_jobs j WHERE j.payload->>'konsultasi_id' = $1)`,
        [uuidOf('konsultasi', k.id)],
      )
    } finally {
      await database.end()
    }
  }
  await later()
  await expect.poll(() => mailsTo(mailFolder(), k.dokter.email).map(({ subject }) => subject), { timeout: 20_000 }).toContain(TOLD)
  expect(JSON.stringify(mailsTo(mailFolder(), k.dokter.email))).not.toContain('kejang')
})
