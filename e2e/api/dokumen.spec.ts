import { execFileSync } from 'node:child_process'
import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { Client as Database } from 'pg'
import sharp from 'sharp'
import type { Client } from '@/e2e/client'
import { type Clinic, demand, type Konsultasi, type Person } from '@/e2e/clinic'
import { expect, mailFolder, pushUrl, test } from '@/e2e/fixtures'
import { mailsTo } from '@/e2e/mail/mailbox'
import { Device } from '@/e2e/push/device'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { DokumenView } from '@/lib/contract/dokumen'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import { uuidOf } from '@/lib/domain/id'
import { addDays, dayInWib } from '@/lib/domain/zona'

const KNOWN = {
  tanggal_lahir: '2022-03-14',
  jenis_kelamin: 'P',
  alamat: 'Jalan Melati 5, Bandung',
  berat_kg: 14.5,
  alergi: [{ zat: 'amoksisilin' }],
}
const PARASETAMOL = { nama: 'Parasetamol', kekuatan: '120 mg/5 ml', bentuk: 'sirup', jumlah: 1, satuan: 'botol', signa: '3 dd 1 cth pc' }
const LAB = { jenis: 'lab', isi: { pemeriksaan: ['Darah lengkap'] } }
const RINGKASAN = {
  subjektif: 'Demam dua hari',
  diagnosa: [{ kode: 'J00', nama: 'Rinitis akut', utama: true }],
  rencana: 'Obat penurun panas',
  anjuran: 'Banyak minum',
  layak_jarak_jauh: true,
}
const resepOf = (...obat: object[]) => ({ jenis: 'resep', isi: { obat } })

/** An active konsultasi of a child of whom all is known that a resep needs. */
async function withKnownChild(clinic: Clinic, more: object = {}): Promise<Konsultasi> {
  const pasien = await clinic.pasien()
  const { id } = await clinic.addProfil(pasien, { ...KNOWN, ...more })
  return clinic.active({ pasien, more: { profil_id: id } })
}

async function subscribed({ api }: Pick<Person, 'api'>): Promise<Device> {
  const device = new Device(pushUrl())
  demand(201, await api.post('/push/langganan', device.subscription))
  return device
}

const issue = ({ id, dokter }: Konsultasi, body: object) => dokter.api.post(`/konsultasi/${id}/dokumen`, body)

/** Checks a seal as anybody can who has the JSON and the keys. */
async function isSealed(api: Client, sealed: Record<string, unknown>): Promise<boolean> {
  const { segel, status: _, ...rest } = sealed as { segel: { kid: string; nilai: string }; status?: string }
  const { keys } = JSON.parse((await api.get('/segel/jwks.json')).text) as { keys: { kid: string; x: string; kty: string; crv: string }[] }
  const jwk = keys.find(({ kid }) => kid === segel.kid)
  if (!jwk) return false
  const form = Buffer.from(canonicalize(rest) ?? '')
  return verify(null, form, createPublicKey({ key: jwk, format: 'jwk' }), Buffer.from(segel.nilai, 'base64url'))
}

const pdfOf = async (person: { api: Client; token: string }, { id }: DokumenView) => {
  const answer = await fetch(`${person.api.url}/api/v1/dokumen/${id}/pdf`, { headers: { Authorization: `Bearer ${person.token}` } })
  expect(answer.status).toBe(200)
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
}

function fileOf(bytes: Buffer): string {
  const file = join(mkdtempSync(join(tmpdir(), 'sapa-uji-')), 'dokumen.pdf')
  writeFileSync(file, bytes)
  return file
}

const textOf = (bytes: Buffer) => execFileSync('pdftotext', ['-layout', fileOf(bytes), '-'], { encoding: 'utf8' })
const pinOf = (bytes: Buffer) => /PIN (\d{6})/.exec(textOf(bytes))?.[1] ?? ''

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

test('a next version that is asked for twice at the same moment is issued once, and its client_id is known before any 409', async ({
  clinic,
}) => {
  const k = await clinic.active()
  const first = demand<DokumenView>(201, await issue(k, LAB))
  const correction = { ...LAB, menggantikan: first.id, alasan: 'Kurang satu pemeriksaan', client_id: randomUUID() }
  const answers = await Promise.all(Array.from({ length: 5 }, () => issue(k, correction)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
  expect((await issue(k, { ...correction, client_id: randomUUID() })).body?.code).toBe('invalid_transition')
})

test('a dokumen that is cancelled leaves no wish for its correction waiting', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = demand<DokumenView>(201, await issue(k, LAB))
  demand(201, await k.pasien.api.post(`/dokumen/${id}/permintaan`, { isi: 'Nama saya salah' }))
  demand(200, await k.dokter.api.put(`/dokumen/${id}/batalkan`, { alasan: 'Salah pasien' }))
  expect(demand(200, await k.pasien.api.get(`/dokumen/${id}/permintaan`))).toMatchObject([
    { status: 'dijawab', dijawab_pada: expect.any(String) },
  ])
})

test('numbers have no gap under many who issue at once, and pesan of each konsultasi neither', async ({ clinic }) => {
  const ks = await Promise.all(Array.from({ length: 4 }, () => clinic.active()))
  const answers = await Promise.all(ks.flatMap((k) => Array.from({ length: 5 }, () => issue(k, LAB))))
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  const { rows } = await database.query<{ gaps: string; most: string }>(
    `SELECT count(*) FILTER (WHERE n <> urut) AS gaps, max(n) AS most FROM (
       SELECT right(nomor, 6)::int AS n, row_number() OVER (ORDER BY nomor) AS urut FROM dokumen WHERE nomor LIKE 'LAB/20%' AND versi = 1) x`,
  )
  await database.end()
  expect(rows[0]?.gaps).toBe('0')
  for (const k of ks) {
    const urutan = (await k.pasien.api.get(`/pesan/${k.id}`)).body?.data.map((one) => one.urutan)
    expect(urutan).toEqual([1, 2, 3, 4, 5])
  }
})

test('a correction is a new version with the same number, also after the end; the old one is replaced and its pesan says so', async ({
  clinic,
}) => {
  const k = await clinic.active()
  const first = await clinic.issue(k, LAB)
  const asked = demand(201, await k.pasien.api.post(`/dokumen/${first.id}/permintaan`, { isi: 'Kurang satu' }))
  expect(asked).toMatchObject({ dokumen_id: first.id, isi: 'Kurang satu', status: 'menunggu', alasan: null, dijawab_pada: null })
  await clinic.complete(k)
  const { rev } =
    demand(200, await k.pasien.api.get(`/konsultasi/${k.id}`)) && ((await k.pasien.api.get(`/pesan/${k.id}`)).body?.meta ?? { rev: 0 })
  const corrected = { jenis: 'lab', isi: { pemeriksaan: ['Darah lengkap', 'Urine'] }, menggantikan: first.id, alasan: 'Kurang satu' }
  const second = await clinic.issue(k, corrected)
  expect(second).toMatchObject({ nomor: first.nomor, versi: 2, menggantikan: first.id, alasan: 'Kurang satu', status: 'berlaku' })
  expect(second.kode).not.toBe(first.kode)
  expect(demand(200, await k.pasien.api.get(`/dokumen/${first.id}`))).toEqual({ ...first, status: 'diganti' })
  const changed = (await k.pasien.api.get(`/pesan/${k.id}?since=${rev}`)).body?.data ?? []
  expect(changed.map((one) => [one.rev, one.dokumen?.versi, one.dokumen?.status, one.dokumen?.alasan])).toEqual([
    [rev + 1, 1, 'diganti', 'Kurang satu'],
    [rev + 2, 2, 'berlaku', undefined],
  ])
  expect(demand(200, await k.dokter.api.get(`/dokumen/${first.id}/permintaan`))[0]).toMatchObject({ id: asked.id, status: 'dijawab' })
  expect((await issue(k, corrected)).body?.code).toBe('invalid_transition')
  expect((await issue(k, { ...corrected, menggantikan: 'dokumen_x' })).body?.errors).toHaveProperty('menggantikan')
  expect(
    (
      await issue(k, {
        ...corrected,
        jenis: 'kontrol',
        isi: { tanggal: addDays(dayInWib(new Date()), 2), tujuan: 'x' },
        menggantikan: second.id,
      })
    ).body?.errors,
  ).toHaveProperty('jenis')
  const check = demand(200, await clinic.api.get(`/verifikasi/${first.kode}`))
  expect(check).toMatchObject({ status: 'diganti', digantikan_oleh: second.kode, nomor: first.nomor, ditebus: [] })
})

test('after its time only an admin opens a correction again, and cancelling follows the same rule', async ({ clinic }) => {
  const k = await clinic.active()
  const dokumen = await clinic.issue(k, LAB)
  const other = await clinic.issue(k, LAB)
  await clinic.complete(k)
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  await database.query(
    `UPDATE konsultasi SET selesai_pada = now() - interval '49 hours' WHERE id = (SELECT konsultasi_id FROM dokumen WHERE kode = $1)`,
    [dokumen.kode],
  )
  await database.end()
  const corrected = { ...LAB, menggantikan: dokumen.id, alasan: 'Salah' }
  expect((await issue(k, corrected)).body?.code).toBe('correction_closed')
  const cancel = () => k.dokter.api.put(`/dokumen/${other.id}/batalkan`, { alasan: 'Salah pasien' })
  expect((await cancel()).body?.code).toBe('correction_closed')
  const { api: admin } = await clinic.admin()
  for (const { id } of [dokumen, other]) demand(200, await admin.put(`/admin/dokumen/${id}/koreksi`, { alasan: 'Permintaan pasien' }))
  expect((await issue(k, corrected)).status).toBe(201)
  expect(demand(200, await cancel())).toEqual({ ...other, status: 'dibatalkan' })
  expect((await cancel()).body?.code).toBe('invalid_transition')
})

test('a pesan that shows a dokumen is not deleted, and nobody sends one', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.issue(k, LAB)
  const pesan = (await k.pasien.api.get(`/pesan/${k.id}`)).body?.data.at(-1)
  expect((await k.dokter.api.delete(`/pesan/${pesan?.id}`)).body?.code).toBe('invalid_transition')
  const { api: admin } = await clinic.admin()
  expect((await admin.delete(`/pesan/${pesan?.id}`, { alasan: 'Uji' })).body?.code).toBe('invalid_transition')
  const sent = await k.dokter.api.post('/pesan', { konsultasi_id: k.id, pesan: 'x', tipe_pesan: 'dokumen' })
  expect(sent.body?.errors).toHaveProperty('tipe_pesan')
})

test('a permintaan is its pasien’s, and its dokter may say why not', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await clinic.issue(k, LAB)
  expect((await k.dokter.api.post(`/dokumen/${id}/permintaan`, { isi: 'x' })).status).toBe(403)
  expect((await k.pasien.api.post(`/dokumen/${id}/permintaan`, { isi: ' ' })).body?.errors).toHaveProperty('isi')
  const asked = demand(201, await k.pasien.api.post(`/dokumen/${id}/permintaan`, { isi: 'Nama saya salah' }))
  expect((await k.pasien.api.put(`/permintaan/${asked.id}/tolak`, { alasan: 'x' })).status).toBe(403)
  const rejected = demand(200, await k.dokter.api.put(`/permintaan/${asked.id}/tolak`, { alasan: 'Sudah sesuai KTP' }))
  expect(rejected).toMatchObject({ id: asked.id, status: 'ditolak', alasan: 'Sudah sesuai KTP' })
  expect((await k.dokter.api.put(`/permintaan/${asked.id}/tolak`, { alasan: 'x' })).body?.code).toBe('invalid_transition')
})

test('a wish is told to its dokter and its answer to its pasien, to whom wants to be told of a konsultasi', async ({ clinic }) => {
  const k = await clinic.active()
  const { id } = await clinic.issue(k, LAB)
  const quiet = await clinic.active({ pasien: k.pasien, dokter: await clinic.dokter() })
  demand(200, await quiet.dokter.api.put('/akun/kabar', { pilihan: [{ jenis: 'konsultasi', push: false, surat: false }] }))
  const [ofDokter, ofPasien, ofQuiet] = [await subscribed(k.dokter), await subscribed(k.pasien), await subscribed(quiet.dokter)]
  const news = (peran: string) => ({ judul: 'Sapa', isi: 'Ada kabar di konsultasi Anda', tag: k.id, url: `/${peran}/konsultasi/${k.id}` })
  demand(201, await k.pasien.api.post(`/dokumen/${(await clinic.issue(quiet, LAB)).id}/permintaan`, { isi: 'Salah nama' }))
  const asked = demand(201, await k.pasien.api.post(`/dokumen/${id}/permintaan`, { isi: 'Rahasia sekali' }))
  await expect.poll(() => ofDokter.news(), { timeout: 20_000 }).toEqual([news('dokter')])
  demand(200, await k.dokter.api.put(`/permintaan/${asked.id}/tolak`, { alasan: 'Sudah benar' }))
  await expect
    .poll(async () => (await ofPasien.news()).filter(({ isi }) => isi === news('pasien').isi), { timeout: 20_000 })
    .toEqual([news('pasien')])
  expect(await ofQuiet.news()).toEqual([])
})

test('anybody who holds a dokumen finds out whether it is real, and nothing of its content', async ({ api, clinic }) => {
  const k = await withKnownChild(clinic)
  const resep = await clinic.issue(k, resepOf(PARASETAMOL))
  const answer = await api.get(`/verifikasi/${resep.kode.toLowerCase()}`)
  expect(demand(200, answer)).toEqual({
    jenis: 'resep',
    nomor: resep.nomor,
    versi: 1,
    status: 'berlaku',
    terbit_pada: resep.terbit_pada,
    dokter: { nama: resep.dokter.nama, nomor_sip: resep.dokter.nomor_sip },
    pasien: { inisial: 'A', tahun_lahir: 2022 },
    sha256_pdf: resep.sha256_pdf,
    digantikan_oleh: null,
    ditebus: [],
  })
  for (const secret of ['Parasetamol', 'Melati', 'Ani"', 'amoksisilin']) expect(answer.text).not.toContain(secret)
  expect((await api.get('/verifikasi/AAAAAAAAAAAAAAAA')).status).toBe(404)
  expect((await api.get('/verifikasi/%00')).status).toBe(404)
})

test('a pharmacy redeems a resep with its PIN, as often as it may be, also many at once', async ({ api, clinic }) => {
  const k = await withKnownChild(clinic)
  const resep = await clinic.issue(k, resepOf({ ...PARASETAMOL, iter: 1 }))
  const pin = pinOf((await pdfOf(k.pasien, resep)).bytes)
  const redeem = (body: object = {}) =>
    api.post(`/verifikasi/${resep.kode}/tebus`, { pin, apotek: 'Apotek Sehat', apoteker: 'apt. Sari', ...body })
  expect((await redeem({ pin: '12345' })).body?.errors).toHaveProperty('pin')
  expect((await redeem({ apotek: ' ' })).body?.errors).toHaveProperty('apotek')
  const answers = await Promise.all(Array.from({ length: 4 }, () => redeem()))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409])
  expect((await redeem()).body?.code).toBe('already_redeemed')
  const wrong = pin === '000000' ? '000001' : '000000'
  // Redeemed or not: a wrong PIN is one, and counted.
  for (let n = 0; n < 5; n++) expect((await redeem({ pin: wrong })).body?.errors).toHaveProperty('pin')
  expect((await redeem()).body?.code).toBe('rate_limited')
  expect(demand(200, await api.get(`/verifikasi/${resep.kode}`)).ditebus).toMatchObject([
    { apotek: 'Apotek Sehat' },
    { apotek: 'Apotek Sehat' },
  ])
})

test('five wrong PINs close a resep, for the right one too; what no longer holds is not redeemed', async ({ api, clinic }) => {
  const k = await withKnownChild(clinic)
  const resep = await clinic.issue(k, resepOf(PARASETAMOL))
  const pin = pinOf((await pdfOf(k.pasien, resep)).bytes)
  const wrong = pin === '000000' ? '000001' : '000000'
  const redeem = (tried: string) => api.post(`/verifikasi/${resep.kode}/tebus`, { pin: tried, apotek: 'Apotek', apoteker: 'Sari' })
  for (let n = 0; n < 5; n++) expect((await redeem(wrong)).body?.errors).toHaveProperty('pin')
  const closed = await redeem(pin)
  expect([closed.status, closed.body?.code]).toEqual([429, 'rate_limited'])
  expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(800)
  const other = await clinic.issue(k, resepOf(PARASETAMOL))
  const pinOfOther = pinOf((await pdfOf(k.pasien, other)).bytes)
  demand(200, await k.dokter.api.put(`/dokumen/${other.id}/batalkan`, { alasan: 'Salah obat' }))
  const redeemOther = (tried: string) => api.post(`/verifikasi/${other.kode}/tebus`, { pin: tried, apotek: 'Apotek', apoteker: 'Sari' })
  expect((await redeemOther(pinOfOther === '000000' ? '000001' : '000000')).body?.errors).toHaveProperty('pin')
  expect((await redeemOther(pinOfOther)).body?.code).toBe('invalid_transition')
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

test('diagnoses are completed for a dokter by words and by code', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  expect(demand(200, await dokter.api.get('/diagnosa?q=tifoid'))).toContainEqual({ kode: 'A01.0', nama: 'Demam tifoid' })
  expect(demand(200, await dokter.api.get('/diagnosa?q=j45'))[0]).toMatchObject({ kode: 'J45.9' })
  expect((await dokter.api.get('/diagnosa?q=')).status).toBe(422)
  expect((await (await clinic.pasien()).api.get('/diagnosa?q=demam')).status).toBe(403)
})

test('a medicine is found with its forms and strengths, and by them', async ({ clinic }) => {
  const pasien = await clinic.pasien()
  const k = await clinic.active({ pasien, more: { profil_id: (await clinic.addProfil(pasien, { ...KNOWN, alergi: [] })).id } })
  const lines = async (q: string) =>
    demand(200, await k.dokter.api.get(`/obat?q=${encodeURIComponent(q)}`)).flatMap(({ nama, sediaan }) =>
      sediaan.map(({ bentuk, kekuatan }) => `${nama} ${bentuk} ${kekuatan}`),
    )
  expect(await lines('parasetamol')).toEqual(expect.arrayContaining(['parasetamol tablet 500 mg', 'parasetamol sirup 120 mg/5 ml']))
  for (const q of ['parasetamol 500', 'Paracetamol tab 500mg', 'panadol 500 mg'])
    expect(await lines(q)).toEqual(['parasetamol tablet 500 mg', 'parasetamol + kafein tablet 500 mg/65 mg'])
  expect((await lines('amox syr')).slice(0, 2)).toEqual(['amoksisilin sirup kering 125 mg/5 ml', 'amoksisilin sirup kering 250 mg/5 ml'])
  expect(await lines('vitamin b 12')).toEqual(['sianokobalamin tablet 50 mcg', 'sianokobalamin injeksi 500 mcg/ml'])
  expect(await lines('parasetamol 777')).toEqual([])
  // The strength that this dokter prescribes comes first, also one that no list has.
  for (const kekuatan of ['650 mg', '650 mg', '500 mg']) await clinic.issue(k, resepOf({ ...PARASETAMOL, kekuatan, bentuk: 'tablet' }))
  expect((await lines('paracet')).slice(0, 3)).toEqual([
    'parasetamol tablet 650 mg',
    'parasetamol tablet 500 mg',
    'parasetamol sirup 120 mg/5 ml',
  ])
})

test('names of medicines are completed for a dokter in any spelling', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  expect(demand(200, await dokter.api.get('/obat?q=amoxi'))[0]).toMatchObject({ nama: 'amoksisilin' })
  expect(demand(200, await dokter.api.get('/obat?q=panad')).map(({ nama }) => nama)).toContain('parasetamol')
  expect((await dokter.api.get('/obat?q=')).status).toBe(422)
  // What this dokter prescribes comes first, the most usual before the rest; nobody else is offered it.
  const pasien = await clinic.pasien()
  const k = await clinic.active({ pasien, dokter, more: { profil_id: (await clinic.addProfil(pasien, { ...KNOWN, alergi: [] })).id } })
  const used = ['Amoxsan Racikan', 'Ambroksol', 'Ampisilin', 'ambroksol'].map((nama) => ({ ...PARASETAMOL, nama }))
  for (const obat of used) await clinic.issue(k, resepOf(obat))
  const names = async (person: { api: Client }) => demand(200, await person.api.get('/obat?q=am')).map(({ nama }) => nama)
  expect((await names(dokter)).slice(0, 4)).toEqual(['ambroksol', 'ampisilin', 'Amoxsan Racikan', 'amikasin'])
  expect(await names(await clinic.dokter())).not.toContain('Amoxsan Racikan')
  expect((await (await clinic.pasien()).api.get('/obat?q=amox')).status).toBe(403)
})
