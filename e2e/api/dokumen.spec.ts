import { execFileSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Client as Database } from 'pg'
import sharp from 'sharp'
import { demand, type Konsultasi, type Person } from '@/e2e/clinic'
import { fileOf, isSealed, issue, KNOWN, LAB, PARASETAMOL, pdfOf, RINGKASAN, resepOf, textOf, withKnownChild } from '@/e2e/dokumen'
import { expect, mailFolder, test } from '@/e2e/fixtures'
import { mailsTo } from '@/e2e/mail/mailbox'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { uuidOf } from '@/lib/domain/id'
import { addDays, dayInWib } from '@/lib/domain/zona'

test('a resep is issued with its pesan, says in plain words how it is used, and its seal holds', async ({ api, clinic }) => {
  const k = await withKnownChild(clinic)
  const before = (await k.pasien.api.get(`/pesan/${k.id}`)).body
  const resep = await clinic.issue(k, resepOf(PARASETAMOL, { ...PARASETAMOL, nama: 'Zinc', signa: 'sesuai label' }))
  expect(resep).toMatchObject({
    konsultasi_id: k.id,
    jenis: 'resep',
    versi: 1,
    status: 'berlaku',
    menggantikan: null,
    alasan: null,
    profil: { nama: 'Ani', tanggal_lahir: '2022-03-14', alamat: KNOWN.alamat, berat_kg: 14.5, alergi: KNOWN.alergi },
    dokter: { nama: k.dokter.nama },
  })
  expect(resep.nomor).toMatch(/^RSP\/\d{4}\/\d{6}$/)
  expect(resep.kode).toMatch(/^[A-Z2-7]{16,}$/)
  expect((resep.isi as { obat: { aturan: string | null }[] }).obat.map(({ aturan }) => aturan)).toEqual([
    '3 kali sehari 1 sendok teh (5 ml), sesudah makan',
    null,
  ])
  const after = (await k.pasien.api.get(`/pesan/${k.id}`)).body
  const shown = { id: resep.id, jenis: 'resep', nomor: resep.nomor, versi: 1, status: 'berlaku' }
  expect(after?.data).toHaveLength((before?.data.length ?? 0) + 1)
  expect(after?.data.at(-1)).toMatchObject({ tipe_pesan: 'dokumen', dokumen: shown, urutan: after?.data.length, rev: after?.meta.rev })
  expect(await isSealed(api, { ...resep })).toBe(true)
  expect(await isSealed(api, { ...resep, isi: { ...resep.isi, obat: [] } })).toBe(false)
  for (const { api: reader } of [k.pasien, k.dokter, await clinic.admin()])
    expect(demand(200, await reader.get(`/dokumen/${resep.id}?alasan=Uji`))).toEqual(resep)
  expect(demand(200, await k.pasien.api.get(`/konsultasi/${k.id}/dokumen`))).toEqual([resep])
  expect((await (await clinic.pasien()).api.get(`/dokumen/${resep.id}`)).status).toBe(403)
})

test('each of the six is issued and printed: tagged, embedded, with the sealed JSON inside and a code to check it by', async ({
  api,
  clinic,
}) => {
  const k = await withKnownChild(clinic)
  const profil_id = demand(200, await k.dokter.api.get(`/konsultasi/${k.id}`)).profil.id
  const tomorrow = addDays(dayInWib(new Date()), 1)
  const first = [
    { jenis: 'ringkasan', isi: RINGKASAN },
    resepOf(PARASETAMOL),
    { jenis: 'rujukan', isi: { tujuan: 'RSUD', urgensi: 'segera', alasan: 'Perlu foto', ringkasan_klinis: 'Sesak', diagnosa: [] } },
    { jenis: 'kontrol', isi: { tanggal: tomorrow, tujuan: 'Periksa ulang' } },
    LAB,
  ]
  const issued = []
  for (const one of first) issued.push(await clinic.issue(k, one))
  await clinic.complete(k)
  const again = await clinic.active({ ...k, more: { profil_id } })
  issued.push(await clinic.issue(again, { jenis: 'surat_sakit', isi: { mulai: dayInWib(new Date()), hari: 3 } }))
  for (const dokumen of issued) {
    const { bytes, answer } = await pdfOf(k.pasien, dokumen)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(dokumen.sha256_pdf)
    expect(bytes.length).toBeLessThan(200_000)
    const file = fileOf(bytes)
    const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
    expect(info).toMatch(/Tagged: +yes/)
    expect(info).toMatch(/Page size: +595\.28 x 841\.89 pts \(A4\)/)
    execFileSync('qpdf', ['--check', file])
    const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2)
    for (const font of fonts) expect(font).toMatch(/yes yes yes/)
    const text = textOf(bytes)
    for (const said of [dokumen.nomor, dokumen.profil.nama, dokumen.dokter.nomor_sip, `/v/${dokumen.kode}`]) expect(text).toContain(said)
    expect(/PIN \d{6}/.test(text)).toBe(dokumen.jenis === 'resep')
    execFileSync('pdfdetach', ['-save', '1', '-o', `${file}.json`, file])
    const attached = JSON.parse(readFileSync(`${file}.json`, 'utf8'))
    const { status: _, sha256_pdf: __, segel: ___, ...rest } = dokumen
    expect(attached).toEqual({ ...rest, segel: expect.anything() })
    expect(await isSealed(api, attached)).toBe(true)
  }
})

test('a page of a dokumen is a picture, for whoever may have the whole, and an admin who looks is written down', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await clinic.issue(k, LAB)
  const [admin, stranger] = [await clinic.admin(), await clinic.pasien()]
  const page = async ({ token }: Person, query: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${k.pasien.api.url}/api/v1/dokumen/${id}/pdf?${query}`, {
      headers: { Authorization: `Bearer ${token}`, ...headers },
    })
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
  }
  const { status, headers, bytes } = await page(k.pasien, 'halaman=1')
  expect([status, headers.get('content-type'), headers.get('x-jumlah-halaman')]).toEqual([200, 'image/webp', '1'])
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 1200 })
  const others = [
    page(k.dokter, 'halaman=1', { 'If-None-Match': headers.get('etag') ?? '' }),
    page(k.dokter, 'halaman=2'),
    page(k.dokter, 'halaman=0'),
    page(stranger, 'halaman=1'),
    page(admin, 'halaman=1&alasan=Keluhan%207'),
  ]
  expect((await Promise.all(others)).map(({ status }) => status)).toEqual([304, 404, 422, 403, 200])
  const { akses_admin } = expectSuccess(await k.pasien.api.get<KonsultasiView>(`/konsultasi/${k.id}`))
  expect(akses_admin.map(({ alasan }) => alasan)).toEqual(['Keluhan 7'])
})

test('a preview is looked at as what is issued, says that it is none, and leaves nothing behind', async ({ clinic }) => {
  const k = await withKnownChild(clinic)
  const preview = (body: object) => k.dokter.api.post(`/konsultasi/${k.id}/dokumen/pratinjau`, body)
  const { pdf } = demand<{ pdf: string }>(200, await preview(resepOf({ ...PARASETAMOL, signa: '3 dd 1 cth pc' })))
  const text = textOf(Buffer.from(pdf, 'base64'))
  expect(text).toContain('Parasetamol')
  expect(text.match(/PRATINJAU/g)?.length).toBeGreaterThanOrEqual(2)
  expect(text).not.toMatch(/RSP\/|PIN \d|\/v\//)
  expect(execFileSync('pdfdetach', ['-list', fileOf(Buffer.from(pdf, 'base64'))], { encoding: 'utf8' })).toMatch(/^0 embedded/)
  expect((await preview(resepOf({ ...PARASETAMOL, nama: 'Morfin' }))).body?.errors).toHaveProperty(['isi.obat.0.nama'])
  expect((await preview({ jenis: 'surat_sakit', isi: { mulai: dayInWib(new Date()), hari: 3 } })).body?.code).toBe('examination_needed')
  expect(demand(200, await k.pasien.api.get(`/konsultasi/${k.id}/dokumen`))).toEqual([])
  expect(demand(200, await k.pasien.api.get(`/pesan/${k.id}`))).toEqual([])
  await clinic.complete(k)
  expect((await preview(LAB)).body?.code).toBe('konsultasi_not_active')
})

test('the next version is previewed too, with the same last words', async ({ clinic }) => {
  const k = await withKnownChild(clinic)
  const first = await clinic.issue(k, resepOf(PARASETAMOL))
  await clinic.complete(k)
  const preview = (body: object) => k.dokter.api.post(`/konsultasi/${k.id}/dokumen/pratinjau`, body)
  const koreksi = { menggantikan: first.id, alasan: 'Jumlah salah tulis' }
  const next = { ...resepOf({ ...PARASETAMOL, jumlah: 2 }), ...koreksi }
  const { pdf } = demand<{ pdf: string }>(200, await preview(next))
  expect(textOf(Buffer.from(pdf, 'base64'))).toMatch(/PRATINJAU[\s\S]*Jumlah salah tulis/)
  expect((await preview({ ...next, alasan: ' ' })).body?.errors).toHaveProperty('alasan')
  expect((await preview({ ...next, ...resepOf({ ...PARASETAMOL, nama: 'Amoxsan' }) })).body?.errors).toHaveProperty(['isi.obat.0.nama'])
  expect(demand(200, await k.dokter.api.get(`/konsultasi/${k.id}/dokumen`)).map(({ status }) => status)).toEqual(['berlaku'])
})

test('what would be said of a resep is told while it is typed, and nothing is stored', async ({ clinic }) => {
  const k = await withKnownChild(clinic, { alergi: [{ zat: 'amoksisilin' }, { zat: 'penisilin' }] })
  const check = (body: object) => k.dokter.api.post(`/konsultasi/${k.id}/dokumen/periksa`, body)
  const said = async (names: string[], abaikan: object[] = []) =>
    demand(200, await check({ obat: names.map((nama) => ({ nama })), abaikan })).map(({ ke, sebab, dengan, diabaikan }) => [
      ke,
      sebab,
      dengan,
      diabaikan,
    ])
  expect(await said(['', 'Parasetamol'])).toEqual([])
  expect(await said(['Codeine 10 mg', 'Panadol', 'paracetamol'])).toEqual([
    [0, 'terlarang', null, false],
    [2, 'ganda', 'Panadol', false],
  ])
  expect(await said(['Amoxsan'], [{ zat: 'Amoxicillin' }])).toEqual([
    [0, 'alergi', 'amoksisilin', true],
    [0, 'alergi', 'penisilin', false],
  ])
  expect((await check({ obat: [] })).status).toBe(422)
  expect((await check({ obat: [{ nama: 'a\u0000b' }] })).body?.errors).toHaveProperty('obat')
  // An allergy of this morning counts at once.
  demand(200, await k.pasien.api.put(`/profil/${(await readProfil(k)).id}`, { alergi: [{ zat: 'parasetamol' }] }))
  expect(await said(['Panadol', 'Amoxsan'])).toEqual([[0, 'alergi', 'parasetamol', false]])
  expect(demand(200, await k.dokter.api.get(`/konsultasi/${k.id}/dokumen`))).toEqual([])
})

const readProfil = async (k: Konsultasi) => demand<{ id: string }>(200, await k.dokter.api.get(`/konsultasi/${k.id}/profil`))

test('a resep is refused on the field for what may not be, what meets an allergy, and the same twice', async ({ clinic }) => {
  const k = await withKnownChild(clinic)
  const refused = async (...obat: string[]) => {
    const { status, body } = await issue(k, resepOf(...obat.map((nama) => ({ ...PARASETAMOL, nama }))))
    return [status, body?.code, Object.keys(body?.errors ?? {})]
  }
  expect(await refused('Codeine 10 mg')).toEqual([422, 'validation_failed', ['isi.obat.0.nama']])
  expect(await refused('Parasetamol', 'Xanax')).toEqual([422, 'validation_failed', ['isi.obat.1.nama']])
  expect(await refused('Amoxsan')).toEqual([422, 'validation_failed', ['isi.obat.0.nama']])
  expect(await refused('Panadol', 'paracetamol')).toEqual([422, 'validation_failed', ['isi.obat.1.nama']])
  const abaikan = [{ zat: 'Amoxicillin', alasan: 'Dulu hanya mual' }]
  const overridden = await issue(k, { jenis: 'resep', isi: { obat: [{ ...PARASETAMOL, nama: 'Amoxsan' }], abaikan } })
  expect(overridden.status).toBe(201)
  const codeine = await issue(k, {
    jenis: 'resep',
    isi: { obat: [{ ...PARASETAMOL, nama: 'kodein' }], abaikan: [{ zat: 'kodein', alasan: 'Perlu' }] },
  })
  expect(codeine.status).toBe(422)
  // No number was used up.
  const next = await clinic.issue(k, resepOf(PARASETAMOL))
  expect(Number(next.nomor.slice(-6)) - Number(overridden.body?.data.nomor.slice(-6))).toBeGreaterThanOrEqual(1)
})

test('a resep needs a profil of which enough is known, and says what is missing', async ({ clinic }) => {
  const k = await withKnownChild(clinic, { alamat: null, berat_kg: null, alergi: null })
  const { status, body } = await issue(k, resepOf(PARASETAMOL))
  expect([status, body?.code, Object.keys(body?.errors ?? {}).sort()]).toEqual([409, 'profil_incomplete', ['alamat', 'alergi', 'berat_kg']])
  const profil = demand(200, await k.pasien.api.get('/profil')).find(({ hubungan }) => hubungan === 'anak')
  demand(200, await k.pasien.api.put(`/profil/${profil?.id}`, { alamat: 'Jalan Melati 5', berat_kg: 14.5, alergi: [] }))
  expect((await issue(k, resepOf(PARASETAMOL))).status).toBe(201)
})

test('a surat_sakit is only for who completed a konsultasi here before', async ({ clinic }) => {
  const surat = { jenis: 'surat_sakit', isi: { mulai: dayInWib(new Date()), hari: 2 } }
  const k = await clinic.active()
  expect((await issue(k, surat)).body?.code).toBe('examination_needed')
  await clinic.complete(k)
  const again = await clinic.active(k)
  expect((await issue(again, surat)).status).toBe(201)
})

test('a surat_sakit tells an employer nothing of weight and allergies, nor of an illness of long ago', async ({ clinic }) => {
  const pasien = await clinic.pasien()
  const { id } = await clinic.addProfil(pasien, KNOWN)
  const more = { profil_id: id }
  await clinic.complete(await clinic.active({ pasien, more }))
  const k = await clinic.active({ pasien, more })
  const on = (days: number) => ({ jenis: 'surat_sakit', isi: { mulai: addDays(dayInWib(new Date()), days), hari: 2 } })
  for (const days of [-91, 91, -365]) expectRefusal(await issue(k, on(days)), 'validation_failed', ['isi.mulai'])
  for (const days of [-90, 90]) expectSuccess(await issue(k, on(days)), 201)
  const surat = await clinic.issue(k, on(0))
  expect(surat.profil).toMatchObject({ nama: 'Ani', alamat: KNOWN.alamat, berat_kg: null, alergi: null })
  expect(textOf((await pdfOf(pasien, surat)).bytes)).not.toMatch(/Alergi|Berat/)
})

test('what is wrong is told by its field, and nothing is stored', async ({ clinic }) => {
  const k = await withKnownChild(clinic)
  const obat = (more: object) => resepOf({ ...PARASETAMOL, ...more })
  const ringkasan = (more: object) => ({ jenis: 'ringkasan', isi: { ...RINGKASAN, ...more } })
  const kontrol = (tanggal: unknown) => ({ jenis: 'kontrol', isi: { tanggal, tujuan: 'Periksa' } })
  const today = dayInWib(new Date())
  const surat = (more: object) => ({ jenis: 'surat_sakit', isi: { mulai: today, hari: 2, ...more } })
  const wrong: [object, string][] = [
    [{ jenis: 'surat', isi: {} }, 'jenis'],
    [{ jenis: 'lab' }, 'isi'],
    [{ jenis: 'lab', isi: [] }, 'isi'],
    [{ jenis: 'lab', isi: {} }, 'isi.pemeriksaan'],
    [{ jenis: 'lab', isi: { pemeriksaan: [] } }, 'isi.pemeriksaan'],
    [{ jenis: 'lab', isi: { pemeriksaan: ['a\u0000'] } }, 'isi.pemeriksaan.0'],
    [{ jenis: 'lab', isi: { pemeriksaan: ['x'.repeat(5001)] } }, 'isi.pemeriksaan.0'],
    [{ ...LAB, menggantikan: 'dokumen_x' }, 'alasan'],
    [resepOf(), 'isi.obat'],
    [resepOf(...Array.from({ length: 21 }, (_, n) => ({ ...PARASETAMOL, nama: `Obat ${n}` }))), 'isi.obat'],
    [obat({ nama: ' ' }), 'isi.obat.0.nama'],
    [obat({ nama: 'a\u202eb' }), 'isi.obat.0.nama'],
    [obat({ nama: 5 }), 'isi.obat.0.nama'],
    [obat({ jumlah: 0 }), 'isi.obat.0.jumlah'],
    [obat({ jumlah: -1 }), 'isi.obat.0.jumlah'],
    [obat({ jumlah: '1' }), 'isi.obat.0.jumlah'],
    [obat({ iter: 1.5 }), 'isi.obat.0.iter'],
    [obat({ iter: -1 }), 'isi.obat.0.iter'],
    [obat({ signa: [] }), 'isi.obat.0.signa'],
    [obat({ satuan: undefined }), 'isi.obat.0.satuan'],
    [ringkasan({ diagnosa: [] }), 'isi.diagnosa'],
    [
      ringkasan({
        diagnosa: [
          { nama: 'A', utama: true },
          { nama: 'B', utama: true },
        ],
      }),
      'isi.diagnosa',
    ],
    [ringkasan({ diagnosa: [{ nama: 'A', utama: false }] }), 'isi.diagnosa'],
    [ringkasan({ layak_jarak_jauh: false }), 'isi.alasan_tidak_layak'],
    [ringkasan({ anjuran: '' }), 'isi.anjuran'],
    [ringkasan({ rencana: 'a\u202eb' }), 'isi.rencana'],
    [kontrol(today), 'isi.tanggal'],
    [kontrol(addDays(today, 400)), 'isi.tanggal'],
    [kontrol('2026-02-30'), 'isi.tanggal'],
    [surat({ hari: 0 }), 'isi.hari'],
    [surat({ hari: 15 }), 'isi.hari'],
    [surat({ mulai: 'besok' }), 'isi.mulai'],
  ]
  for (const [body, field] of wrong) {
    const answer = await issue(k, body)
    expect.soft([answer.status, Object.keys(answer.body?.errors ?? {})], JSON.stringify(body).slice(0, 200)).toEqual([422, [field]])
  }
  expect(demand(200, await k.dokter.api.get(`/konsultasi/${k.id}/dokumen`))).toEqual([])
})

test('the same client_id issues once, for ever, and with other content is refused', async ({ clinic }) => {
  const k = await clinic.active()
  const client_id = randomUUID()
  const answers = await Promise.all(Array.from({ length: 5 }, () => issue(k, { ...LAB, client_id })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
  expect(new Set(answers.map(({ body }) => body?.data.id)).size).toBe(1)
  const other = { jenis: 'lab', isi: { pemeriksaan: ['Urine'] }, client_id }
  expect((await issue(k, other)).body?.code).toBe('idempotency_mismatch')
  await clinic.complete(k)
  expect((await issue(k, { ...LAB, client_id: client_id.toUpperCase() })).status).toBe(200)
  expect((await issue(k, { ...LAB, client_id: randomUUID() })).body?.code).toBe('konsultasi_not_active')
})

test('a kontrol that was issued before midnight is the same after it, though its day is no longer one to choose', async ({ clinic }) => {
  const k = await clinic.active()
  const today = dayInWib(new Date())
  const kontrolOn = (tanggal: string) => ({ jenis: 'kontrol', isi: { tanggal, tujuan: 'Periksa ulang' } })
  const issued = await clinic.issue(k, kontrolOn(addDays(today, 1)))
  const shown = await clinic.send(k.dokter, k, 'Rencana Kontrol KTL/2001/000001')
  const client_id = randomUUID()
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  // As it was issued yesterday, for today.
  await database.query(
    `INSERT INTO dokumen (id, konsultasi_id, pesan_id, jenis, nomor, versi, client_id, diminta, lembar, kode, terbit_pada)
     SELECT gen_random_uuid(), konsultasi_id, $2, jenis, $5, 1, $3, jsonb_set(diminta, '{isi,tanggal}', to_jsonb($4::text)), lembar, $6, terbit_pada - interval '1 day'
       FROM dokumen WHERE id = $1`,
    [uuidOf('dokumen', issued.id), uuidOf('pesan', shown.id), client_id, today, `KTL/2001/${client_id}`, client_id],
  )
  await database.end()
  expect((await issue(k, { ...kontrolOn(today), client_id })).status).toBe(200)
  expect((await issue(k, kontrolOn(today))).body?.errors).toHaveProperty(['isi.tanggal'])
})

test('a konsultasi ends with its ringkasan, both or neither', async ({ clinic }) => {
  const k = await clinic.active()
  const end = (body: object) => k.dokter.api.put(`/konsultasi/${k.id}/selesaikan`, body)
  expect((await end({})).status).toBe(422)
  expect((await end({ ringkasan: { ...RINGKASAN, rencana: '' } })).body?.errors).toHaveProperty(['ringkasan.rencana'])
  expect(demand(200, await k.dokter.api.get(`/konsultasi/${k.id}/dokumen`))).toEqual([])
  expect(demand(200, await end({ ringkasan: RINGKASAN }))).toMatchObject({ status: 'completed', catatan_penutup: RINGKASAN.anjuran })
  expect(demand(200, await k.pasien.api.get(`/konsultasi/${k.id}/dokumen`))).toMatchObject([{ jenis: 'ringkasan', isi: RINGKASAN }])
  expect((await end({ ringkasan: RINGKASAN })).body?.code).toBe('invalid_transition')
})

test('a dokumen is kept as it was issued: the database changes nothing of it', async ({ clinic }) => {
  const k = await clinic.active()
  const { kode } = await clinic.issue(k, LAB)
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  const change = (text: string) =>
    database.query(text, [kode]).then(
      () => 'changed',
      (error: Error) => error.message,
    )
  expect(await change(`UPDATE dokumen SET lembar = '{}' WHERE kode = $1`)).toMatch(/kept as it is/)
  expect(await change('DELETE FROM dokumen WHERE kode = $1')).toMatch(/kept as it is/)
  expect(await change(`UPDATE dokumen_pdf SET pdf = '' WHERE dokumen_id = (SELECT id FROM dokumen WHERE kode = $1)`)).toMatch(
    /kept as it is/,
  )
  await database.end()
})

test('who treats a profil later reads what came out before, where the pasien said so', async ({ clinic }) => {
  const k = await clinic.active()
  const dokumen = await clinic.issue(k, LAB)
  await clinic.complete(k)
  const next = await clinic.active({ pasien: k.pasien, more: { bagikan_riwayat: true } })
  const [before] = demand(200, await next.dokter.api.get(`/konsultasi/${next.id}/riwayat`))
  expect(before?.dokumen).toEqual([dokumen])
  expect((await next.dokter.api.get(`/dokumen/${dokumen.id}`)).status).toBe(403)
})

test('what somebody takes along of their own data has their dokumen', async ({ clinic }) => {
  const k = await clinic.active()
  const dokumen = await clinic.issue(k, LAB)
  const { text } = await k.pasien.api.get('/akun/data')
  expect((JSON.parse(text) as { konsultasi: { dokumen: unknown }[] }).konsultasi).toMatchObject([{ dokumen: [dokumen] }])
})

test('both are reminded of a kontrol at 07.00 WIB on two days, unless it was taken back, and nothing of it is said', async ({ clinic }) => {
  const k = await clinic.active()
  const tanggal = addDays(dayInWib(new Date()), 10)
  const kontrol = (tujuan: string) => clinic.issue(k, { jenis: 'kontrol', isi: { tanggal, tujuan } })
  const [kept, cancelled] = [await kontrol('Rahasia sekali'), await kontrol('Batal')]
  demand(200, await k.dokter.api.put(`/dokumen/${cancelled.id}/batalkan`, { alasan: 'Tidak perlu' }))
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  const ids = [kept, cancelled].map(({ id }) => uuidOf('dokumen', id))
  const { rows } = await database.query<{ run_at: Date }>(
    "SELECT run_at FROM graphile_worker._private_jobs WHERE payload->>'dokumen_id' = $1 ORDER BY run_at",
    [ids[0]],
  )
  expect(rows.map(({ run_at }) => run_at.toISOString())).toEqual([addDays(tanggal, -1), tanggal].map((day) => `${day}T00:00:00.000Z`))
  await database.query(
    `SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) FROM graphile_worker._private_jobs WHERE payload->>'dokumen_id' = ANY($1)`,
    [ids],
  )
  const told = (email: string) => mailsTo(mailFolder(), email).filter(({ subject }) => subject === 'Pengingat kontrol')
  // Of each day one; of what was taken back none.
  for (const { email } of [k.pasien, k.dokter]) await expect.poll(() => told(email).length, { timeout: 20_000 }).toBe(2)
  const left = await database.query("SELECT FROM graphile_worker._private_jobs WHERE payload->>'dokumen_id' = ANY($1)", [ids])
  expect(left.rowCount).toBe(0)
  await database.end()
  expect(JSON.stringify(told(k.pasien.email))).not.toMatch(/Rahasia|KTL/)
})
