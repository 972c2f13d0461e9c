import { readFileSync } from 'node:fs'
import { Client as Database } from 'pg'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import { newUuid, toId } from '@/lib/domain/id'
import { addDays, dayInWib } from '@/lib/domain/zona'

const today = () => dayInWib(new Date())

test('the log is narrowed to a person: what was done to them, and to a konsultasi of theirs', async ({ clinic }) => {
  const [k, other] = [await clinic.active(), await clinic.active()]
  const { api } = await clinic.admin()
  for (const { id } of [k, other]) expectSuccess(await api.get(`/konsultasi/${id}?alasan=aduan`))
  await clinic.setActive(k.pasien, false)
  const deeds = async (filters: string) =>
    expectSuccess(await api.get(`/admin/audit?${filters}`)).map(({ aksi, konsultasi_id }) => [aksi, konsultasi_id])
  expect(await deeds(`pengguna=${k.pasien.id}`)).toEqual([
    ['pengguna.ditangguhkan', undefined],
    ['konsultasi.dibaca', k.id],
  ])
  expect(await deeds(`pengguna=${k.dokter.id}&aksi=konsultasi.dibaca`)).toEqual([['konsultasi.dibaca', k.id]])
  expectRefusal(await api.get(`/admin/audit?pengguna=${toId('pengguna', newUuid())}`), 'validation_failed', ['pengguna'])
})

test('the log is narrowed to whole days in WIB and to instants', async ({ clinic }) => {
  const person = await clinic.pasien()
  const { api } = await clinic.admin()
  await clinic.setActive(person, false)
  const ofPerson = async (times: string) => expectSuccess(await api.get(`/admin/audit?pengguna=${person.id}&${times}`))
  const [row] = await ofPerson('')
  const day = dayInWib(new Date(row?.pada ?? ''))
  expect(await ofPerson(`dari=${day}&sampai=${day}`)).toHaveLength(1)
  expect(await ofPerson(`dari=${addDays(day, 1)}`)).toHaveLength(0)
  expect(await ofPerson(`sampai=${addDays(day, -1)}`)).toHaveLength(0)
  expect(await ofPerson(`dari=${row?.pada}&sampai=${row?.pada}`)).toHaveLength(1)
  for (const wrong of ['kemarin', '2026-02-30', '1764000000']) {
    expectRefusal(await api.get(`/admin/audit?dari=${wrong}`), 'validation_failed', ['dari'])
  }
})

test('the log is taken out as a CSV file that no spreadsheet runs, all pages of it, and that is written down', async ({ clinic }) => {
  const person = await clinic.pasien('=HYPERLINK("http://x.test")')
  const { api, id: aktor } = await clinic.admin()
  const alasan = '@SUM(1+1)*cmd|\' /C calc\'!A0, "kutip"\nbaris dua'
  expectSuccess(await api.put(`/admin/pengguna/${person.id}/status`, { aktif: false, alasan }))
  const file = await api.get(`/admin/audit/csv?pengguna=${person.id}`)
  expect(file.status).toBe(200)
  expect(file.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/)
  expect(file.headers.get('content-disposition')).toBe(`attachment; filename="audit-${today()}.csv"`)
  expect(file.headers.get('cache-control')).toBe('private, no-store')
  // fetch takes the byte order mark away from a text.
  const records = file.text.replace(/^\uFEFF/, '').split('\r\n')
  expect(records).toHaveLength(4)
  expect(records[0]).toBe(
    '"nomor","id","pada","aktor_id","aktor","aksi","konsultasi_id","pasien","dokter","pesan_id","pengguna_id","pengguna","alasan","alamat","rincian","hash"',
  )
  expect(records[1]).toContain(`"${aktor}","Admin","audit.diekspor","","","","","${person.id}"`)
  expect(records[2]).toContain('"\'=HYPERLINK(""http://x.test"")"')
  expect(records[2]).toContain(`"'@SUM(1+1)*cmd|' /C calc'!A0, ""kutip""\nbaris dua"`)
  const [row] = expectSuccess(await api.get(`/admin/audit?pengguna=${person.id}&per_page=1`))
  expect(row).toMatchObject({ aksi: 'audit.diekspor', aktor: { id: aktor } })
})

test('the file begins with a byte order mark and has every row of the log once, in order', async ({ api, clinic }) => {
  const { token } = await clinic.admin()
  const answer = await fetch(`${api.url}/api/v1/admin/audit/csv`, { headers: { Authorization: `Bearer ${token}` } })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const numbers = new TextDecoder()
    .decode(bytes)
    .split('\r\n')
    .slice(1, -1)
    .map((record) => Number(/^"(\d+)"/.exec(record)?.[1]))
  expect(numbers).toEqual(numbers.map((_, n) => numbers.length - n))
})

test('the hashes of the whole log fit', async ({ clinic }) => {
  const { api } = await clinic.admin()
  await clinic.setActive(await clinic.pasien(), false)
  const { utuh, diperiksa, rusak_pada, terakhir } = expectSuccess(await api.get('/admin/audit/rantai'))
  expect({ utuh, rusak_pada }).toEqual({ utuh: true, rusak_pada: undefined })
  expect(diperiksa).toBeGreaterThan(0)
  expect(terakhir).toEqual({ nomor: diperiksa, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
})

test('an end of the log that was kept is still in it, another hash or a number beyond the end is not', async ({ clinic }) => {
  const { api } = await clinic.admin()
  await clinic.setActive(await clinic.pasien(), false)
  const check = async (kept: string) => expectSuccess(await api.get(`/admin/audit/rantai?${kept}`))
  const { nomor, hash } = (await check('')).terakhir ?? { nomor: 0, hash: '' }
  await clinic.setActive(await clinic.pasien(), false)
  expect(await check(`nomor=${nomor}&hash=${hash.toUpperCase()}`)).toMatchObject({ utuh: true, masih_ada: true })
  expect(await check(`nomor=${nomor}&hash=${'0'.repeat(64)}`)).toMatchObject({ utuh: true, masih_ada: false })
  expect(await check(`nomor=${nomor + 1_000_000}&hash=${hash}`)).toMatchObject({ utuh: true, masih_ada: false })
  expect((await check('')).masih_ada).toBeUndefined()
})

test('half an end of the log, or none that could be one, is 422', async ({ clinic }) => {
  const { api } = await clinic.admin()
  const hash = 'a'.repeat(64)
  for (const [kept, field] of [
    ['nomor=1', 'hash'],
    [`hash=${hash}`, 'nomor'],
    [`nomor=0&hash=${hash}`, 'nomor'],
    ['nomor=1&hash=abc', 'hash'],
  ] as const)
    expectRefusal(await api.get(`/admin/audit/rantai?${kept}`), 'validation_failed', [field])
})

test('the end of the log is written into the application’s log, which can lie elsewhere', async ({ clinic }) => {
  const { api } = await clinic.admin()
  const ends = () =>
    readFileSync(process.env.SAPA_LOG ?? '', 'utf8')
      .split('\n')
      .filter((line) => line.includes('"audit head"'))
      .map((line) => JSON.parse(line) as { nomor: number; hash: string })
  await clinic.setActive(await clinic.pasien(), false)
  const { terakhir } = expectSuccess(await api.get('/admin/audit/rantai'))
  // It recurs each minute; this one does not wait for that.
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  await database.query("SELECT graphile_worker.add_job('catat_ujung')")
  await database.end()
  await expect.poll(() => ends().at(-1)?.nomor ?? 0).toBeGreaterThanOrEqual(terakhir?.nomor ?? 1)
  const { nomor, hash } = ends().at(-1) ?? { nomor: 0, hash: '' }
  const { masih_ada } = expectSuccess(await api.get(`/admin/audit/rantai?nomor=${nomor}&hash=${hash}`))
  expect(masih_ada).toBe(true)
})

test('within reach of a pasien and of a dokter are their own konsultasi that had begun, on every page once, without content', async ({
  clinic,
}) => {
  const dokter = await clinic.dokter()
  const mine = [await clinic.completed({ dokter }), await clinic.booked({ dokter }), await clinic.active({ dokter })]
  await clinic.active()
  const { api } = await clinic.admin()
  const reach = (query: string) => api.get(`/admin/audit/jangkauan?${query}`)
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body }: Awaited<ReturnType<typeof reach>> = await reach(`pengguna=${dokter.id}&per_page=2${cursor && `&cursor=${cursor}`}`)
    expect(body.meta).toEqual({ pengguna: { id: dokter.id, nama: dokter.nama, peran: 'dokter' }, bisa_membuka_semua: false })
    seen.push(...body.data.map(({ konsultasi_id }) => konsultasi_id))
    cursor = body.pagination.next_cursor
  }
  expect(seen).toEqual(mine.map(({ id }) => id).reverse())
  const [first] = mine
  const { data } = (await reach(`pengguna=${first?.pasien.id}`)).body
  expect(data).toMatchObject([
    { konsultasi_id: first?.id, status: 'completed', pasien: { nama: first?.pasien.nama }, dokter: { id: dokter.id } },
  ])
  expect(Object.keys(data[0] ?? {}).sort()).toEqual(['alasan', 'dibuka', 'dokter', 'konsultasi_id', 'pada', 'pasien', 'profil', 'status'])
  expect((await reach(`pengguna=${dokter.id}&sampai=${addDays(today(), -1)}`)).body.data).toEqual([])
})

test('within reach of a dokter is also what they opened of others, and for whom it was', async ({ clinic }) => {
  const { api } = await clinic.admin()
  const pasien = await clinic.pasien()
  const { id: profil_id } = await clinic.addProfil(pasien)
  const earlier = await clinic.completed({ pasien, more: { profil_id } })
  const k = await clinic.active({ pasien, more: { profil_id, bagikan_riwayat: true } })
  const reach = async () =>
    expectSuccess(await api.get(`/admin/audit/jangkauan?pengguna=${k.dokter.id}`)).map(({ konsultasi_id, dibuka, profil }) => [
      konsultasi_id,
      dibuka,
      profil.nama,
    ])
  expect(await reach()).toEqual([[k.id, false, 'Ani']])
  expectSuccess(await k.dokter.api.get(`/konsultasi/${k.id}/riwayat`))
  expect(await reach()).toEqual([
    [earlier.id, true, 'Ani'],
    [k.id, false, 'Ani'],
  ])
})

test('within reach of an admin is what they opened in that time, and that they could have opened all is said', async ({ clinic }) => {
  const [k, other] = [await clinic.active(), await clinic.active()]
  const { api, id: aktor, nama } = await clinic.admin()
  const before = new Date().toISOString()
  expectSuccess(await api.get(`/konsultasi/${k.id}?alasan=aduan%20keluarga`))
  const reach = async (times: string) => (await api.get(`/admin/audit/jangkauan?pengguna=${aktor}&per_page=100&${times}`)).body
  const { data, meta } = await reach(`dari=${before}`)
  expect(meta).toEqual({ pengguna: { id: aktor, nama, peran: 'admin' }, bisa_membuka_semua: true })
  expect(data.filter(({ konsultasi_id }) => konsultasi_id === k.id)).toMatchObject([{ alasan: 'aduan keluarga', status: 'active' }])
  expect(data.filter(({ konsultasi_id }) => konsultasi_id === other.id)).toEqual([])
  // What was opened some minutes before may have been read still.
  const later = new Date(Date.now() + 10 * 60_000).toISOString()
  expect((await reach(`dari=${later}`)).data.filter(({ konsultasi_id }) => konsultasi_id === k.id)).toHaveLength(1)
  expect((await reach(`dari=${addDays(today(), 2)}`)).data).toEqual([])
  expectRefusal(await api.get('/admin/audit/jangkauan'), 'validation_failed', ['pengguna'])
  expectRefusal(await api.get(`/admin/audit/jangkauan?pengguna=${toId('pengguna', newUuid())}`), 'validation_failed', ['pengguna'])
})
