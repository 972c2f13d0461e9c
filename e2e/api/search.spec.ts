import type { Reply } from '@/e2e/client'
import { type Konsultasi, mark, type Person } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import type { CariView } from '@/lib/contract/cari'
import { toId } from '@/lib/domain/id'

type Found = Reply<CariView[], unknown, { per_page: number; next_cursor: string | null }>

const search = (person: Person, q: string, more: Record<string, string> = {}): Promise<Found> =>
  person.api.get(`/pesan?${new URLSearchParams({ q, ...more })}`)

const found = async (person: Person, q: string, more: Record<string, string> = {}): Promise<CariView[]> =>
  expectSuccess(await search(person, q, more))

const textsOf = (views: CariView[]) => views.map(({ pesan }) => pesan.pesan)
const shown = ({ cuplikan }: CariView) => cuplikan.replaceAll('\ue000', '[').replaceAll('\ue001', ']')

test('words are found by their stem, whatever comes before or after it', async ({ clinic }) => {
  const k = await clinic.active()
  for (const text of ['Sudah diminum tadi', 'Saya meminum air', 'Minumlah obatnya', 'Pusing-pusing sejak pagi', 'Tolong kirim resep'])
    await clinic.send(k.pasien, k, text)
  expect(textsOf(await found(k.pasien, 'minum'))).toEqual(['Minumlah obatnya', 'Saya meminum air', 'Sudah diminum tadi'])
  expect(textsOf(await found(k.pasien, 'meminum'))).toEqual(textsOf(await found(k.pasien, 'minum')))
  expect(textsOf(await found(k.dokter, 'OBAT'))).toEqual(['Minumlah obatnya'])
  expect(textsOf(await found(k.dokter, 'pusing'))).toEqual(['Pusing-pusing sejak pagi'])
  expect(textsOf(await found(k.dokter, 'mengirim'))).toEqual(['Tolong kirim resep'])
})

test('every word counts, in any order, by its beginning too', async ({ clinic }) => {
  const k = await clinic.active()
  for (const text of ['Parasetamol 500 mg, 3x1', 'Parasetamol sirup', 'Amoksisilin 500 mg']) await clinic.send(k.dokter, k, text)
  expect(textsOf(await found(k.pasien, 'paraset'))).toEqual(['Parasetamol sirup', 'Parasetamol 500 mg, 3x1'])
  expect(textsOf(await found(k.pasien, '500 paraset'))).toEqual(['Parasetamol 500 mg, 3x1'])
  expect(textsOf(await found(k.pasien, 'sirup amoksisilin'))).toEqual([])
})

test('a mistyped word finds what resembles it, but only where nothing was found as it was typed', async ({ clinic }) => {
  const k = await clinic.active()
  for (const text of ['Parasetamol dua kali', 'Parasetamal dua kali']) await clinic.send(k.dokter, k, text)
  expect(textsOf(await found(k.pasien, 'parasetmol'))).toEqual(expect.arrayContaining(['Parasetamol dua kali']))
  expect(textsOf(await found(k.pasien, 'parasetamol'))).toEqual(['Parasetamol dua kali'])
})

test('a snippet marks each hit, and the two marks of a text itself are left out of it', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.send(k.pasien, k, 'Obatnya \ue000habis\ue001, perlu obat <b>baru</b>?')
  const [view] = await found(k.dokter, 'obat')
  expect(view && shown(view)).toBe('[Obatnya] habis, perlu [obat] <b>baru</b>?')
  expect(view?.pesan.pesan).toBe('Obatnya \ue000habis\ue001, perlu obat <b>baru</b>?')
  await clinic.send(k.pasien, k, `${'lama '.repeat(400)}jarum ${'lagi '.repeat(400)}`)
  expect((await found(k.dokter, 'jarum')).map(shown)[0]).toMatch(/^(lama )+\[jarum\]( lagi)+$/)
})

test('a pesan in what was found is the whole pesan, as it is now', async ({ clinic }) => {
  const k = await clinic.active()
  const sent = await clinic.send(k.pasien, k, 'Ruam di lengan kiri')
  expectSuccess(await k.dokter.api.put(`/pesan/${sent.id}/reaksi`, { emoji: '👍' }))
  const now = expectSuccess(await k.dokter.api.put(`/pesan/${sent.id}/dibaca`))
  expect(await found(k.pasien, 'ruam')).toEqual([{ pesan: now, cuplikan: '\ue000Ruam\ue001 di lengan kiri' }])
})

test('only one’s own konsultasi are searched, active or not', async ({ clinic }) => {
  const word = `kata${mark().replace('-', '')}`
  const k = await clinic.active()
  const other = await clinic.active({ dokter: k.dokter })
  for (const one of [k, other]) await clinic.send(one.pasien, one, `${word} dari ${one.id}`)
  await clinic.complete(k)
  expect(textsOf(await found(k.pasien, word))).toEqual([`${word} dari ${k.id}`])
  expect(textsOf(await found(k.dokter, word))).toEqual([`${word} dari ${other.id}`, `${word} dari ${k.id}`])
  expect(await found(await clinic.pasien(), word)).toEqual([])
  expect(await found(await clinic.dokter(), word)).toEqual([])
  // Whom a pesan belongs to stands in the index beside its words: nobody gets at it by writing it.
  for (const q of [`#${k.pasien.id}`, '#pasien', 'pasien', "' | '#pasien"])
    expect(textsOf(await found(await clinic.pasien(), q))).toEqual([])
})

test('a tombstone is never found', async ({ clinic }) => {
  const k = await clinic.active()
  const sent = await clinic.send(k.pasien, k, 'Salah kirim: nomor kartu')
  expect(await found(k.dokter, 'kartu')).toHaveLength(1)
  expectSuccess(await k.pasien.api.delete(`/pesan/${sent.id}`))
  for (const person of [k.pasien, k.dokter]) expect(await found(person, 'kartu')).toEqual([])
})

test('konsultasi_id counts as in a path, and narrows to it', async ({ clinic }) => {
  const k = await clinic.active()
  const other = await clinic.active({ pasien: k.pasien })
  await clinic.send(k.pasien, k, 'Batuk malam hari')
  await clinic.send(k.pasien, other, 'Batuk pagi hari')
  expect(textsOf(await found(k.pasien, 'batuk', { konsultasi_id: k.id }))).toEqual(['Batuk malam hari'])
  expectRefusal(await search(k.dokter, 'batuk', { konsultasi_id: other.id }), 'forbidden')
  for (const id of [toId('konsultasi', crypto.randomUUID()), k.pasien.id, 'x', ''])
    expectRefusal(await search(k.pasien, 'batuk', { konsultasi_id: id }), 'not_found')
})

test('who wrote it and when narrow what is found', async ({ clinic }) => {
  const k = await clinic.active()
  const stranger = await clinic.pasien()
  await clinic.send(k.pasien, k, 'Demam sejak Senin')
  const { dibuat_pada } = await clinic.send(k.dokter, k, 'Demam berapa derajat?')
  const by = async (pengirim: Person) => textsOf(await found(k.pasien, 'demam', { pengirim_id: pengirim.id }))
  expect(await by(k.pasien)).toEqual(['Demam sejak Senin'])
  expect(await by(k.dokter)).toEqual(['Demam berapa derajat?'])
  for (const pengirim_id of [stranger.id, k.id, 'x', ''])
    expectRefusal(await search(k.pasien, 'demam', { pengirim_id }), 'validation_failed', ['pengirim_id'])
  expect(textsOf(await found(k.pasien, 'demam', { dari: dibuat_pada }))).toEqual(['Demam berapa derajat?'])
  expect(await found(k.pasien, 'demam', { sampai: dibuat_pada })).toHaveLength(2)
  expect(await found(k.pasien, 'demam', { sampai: new Date(Date.parse(dibuat_pada) - 1).toISOString() })).toHaveLength(1)
  const today = new Date(Date.parse(dibuat_pada) + 7 * 3_600_000).toISOString().slice(0, 10)
  expect(await found(k.pasien, 'demam', { dari: today, sampai: today })).toHaveLength(2)
  expect(await found(k.pasien, 'demam', { sampai: '2020-02-29' })).toEqual([])
  for (const time of ['', 'x', '2026-02-30', '2026-13-01', '2026-11-22T00:00:00', '99999-01-01'])
    for (const field of ['dari', 'sampai']) expectRefusal(await search(k.pasien, 'demam', { [field]: time }), 'validation_failed', [field])
})

async function pages(person: Person, q: string, per_page: string): Promise<CariView[][]> {
  const all: CariView[][] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const reply: Found = await search(person, q, { per_page, ...(cursor ? { cursor } : {}) })
    all.push(expectSuccess(reply))
    cursor = reply.body.pagination.next_cursor
  }
  return all
}

test('pages show everything exactly once, newest first, also what was written at the same moment and what was only guessed', async ({
  clinic,
}) => {
  const dokter = await clinic.dokter()
  const both: Konsultasi[] = [await clinic.active({ dokter }), await clinic.active({ dokter })]
  for (const n of [1, 2, 3, 4, 5, 6]) await Promise.all(both.map((k) => clinic.send(k.pasien, k, `Amoksisilin hari ke-${n}`)))
  for (const q of ['amoksisilin', 'amoksisiln']) {
    const seen = await pages(dokter, q, '5')
    expect(seen.map((page) => page.length)).toEqual([5, 5, 2])
    expect(new Set(seen.flat().map(({ pesan }) => pesan.id)).size).toBe(12)
    const times = seen.flat().map(({ pesan }) => pesan.dibuat_pada)
    expect(times).toEqual([...times].sort().reverse())
    for (const k of both) {
      const order = seen.flat().flatMap(({ pesan }) => (pesan.konsultasi_id === k.id ? [pesan.urutan] : []))
      expect(order).toEqual([6, 5, 4, 3, 2, 1])
    }
  }
})

test('within a konsultasi newest first is the order of the conversation, however many write at once', async ({ clinic }) => {
  const k = await clinic.active()
  await Promise.all(Array.from({ length: 24 }, (_, n) => clinic.send(n % 2 ? k.pasien : k.dokter, k, `Serentak ${n}`)))
  const order = (await found(k.pasien, 'serentak')).map(({ pesan }) => pesan.urutan)
  expect(order).toEqual(Array.from({ length: 24 }, (_, n) => 24 - n))
})

test('q is required, and what is no word finds nothing', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.send(k.pasien, k, 'Tidak ada apa-apa & | ! : * <-> ( )')
  expectRefusal(await k.pasien.api.get('/pesan'), 'validation_failed', ['q'])
  for (const q of ['', '   ', '\u3000', 'x\0y', 'x'.repeat(201), 'a '.repeat(2500)])
    expectRefusal(await search(k.pasien, q), 'validation_failed', ['q'])
  for (const q of ['&', '|', '!', ':*', '<->', '(', ')', "'", '"', '\\', '%', '& | ! : * <->', '👍', '…', "''", "a'b\\:*", "') | ('"])
    expect((await search(k.pasien, q)).status, q).toBe(200)
  expect(await found(k.pasien, '& | ! : * <->')).toEqual([])
  for (const raw of ['%ED%A0%BD', '%FF', 'a%00b', '%', '%E0%A4%A'])
    expect([200, 400, 422], raw).toContain((await k.pasien.api.get(`/pesan?q=${raw}`)).status)
  expect(textsOf(await found(k.pasien, 'apa & ada'))).toEqual(['Tidak ada apa-apa & | ! : * <-> ( )'])
})

test('per_page and cursor are as in every list, and the form is told before what depends on the database', async ({ clinic }) => {
  const k = await clinic.active()
  for (const per_page of ['0', '101', '-1', '1.5', 'abc', ''])
    expectRefusal(await search(k.pasien, 'x', { per_page }), 'validation_failed', ['per_page'])
  const uuid = '01890a5d-ac96-774b-bcce-b302099a8057'
  for (const text of [
    '',
    'x',
    `1700000000000.${uuid}`,
    `cari.x.1.${uuid}.1`,
    `cari.s.1.${uuid}`,
    `cari.s.1.${uuid}.99999999999`,
    'nomor.1',
  ])
    expectRefusal(await search(k.pasien, 'x', { cursor: btoa(text).replace(/=+$/, '') }), 'validation_failed', ['cursor'])
  for (const text of [`cari.s.0.${uuid}.0`, `cari.m.999999999999999.${uuid}.9999999999`])
    expectSuccess(await search(k.pasien, 'x', { cursor: btoa(text).replace(/=+$/, '') }))
  expectRefusal(await search(k.pasien, '', { konsultasi_id: 'x', per_page: '0' }), 'validation_failed', ['per_page', 'q'])
})

test('an admin searches nobody’s konsultasi, and is told so before anything about the form', async ({ api, clinic }) => {
  const { api: admin } = await clinic.admin()
  for (const query of ['?q=obat', '', '?q=&per_page=0']) expectRefusal(await admin.get(`/pesan${query}`), 'forbidden')
  expectRefusal(await api.get('/pesan'), 'unauthenticated')
})

test('a dokter whose verification was withdrawn can still search', async ({ clinic }) => {
  const k = await clinic.active()
  await clinic.send(k.pasien, k, 'Kontrol minggu depan')
  await clinic.verify(k.dokter, false)
  expect(await found(k.dokter, 'kontrol')).toHaveLength(1)
})

test('whatever a text is made of, it is sent and found', async ({ clinic }) => {
  const k = await clinic.active()
  const texts = [
    'x'.repeat(5000),
    'ﷺ'.repeat(5000),
    '字'.repeat(5000),
    "'\\".repeat(2500),
    'a1'.repeat(2500),
    'ﬃ'.repeat(5000),
    ' '.repeat(9).concat('ok'),
  ]
  for (const text of texts) await clinic.send(k.pasien, k, text)
  for (const q of ['x'.repeat(200), 'ﷺ', '字'.repeat(200), 'ﬃ'.repeat(200), 'a1'.repeat(100), 'ok'])
    expect((await found(k.pasien, q)).length, q.slice(0, 9)).toBeGreaterThan(0)
})

test('forms, doses, quotation marks and spellings are found as people mean them, and the snippet marks what was found', async ({
  clinic,
}) => {
  const k = await clinic.active()
  for (const text of ['Sudah diperiksa, HbA1c 8,2', 'Amoxicillin 500mg', 'sakit kepala', 'kepala sakit', 'Ini Pak Ma’ruf, pusing2'])
    await clinic.send(k.pasien, k, text)
  const marked = async (q: string) => (await found(k.dokter, q)).map(shown)
  expect(await marked('periksa')).toEqual(['Sudah [diperiksa], HbA1c 8,2'])
  expect(await marked('hba')).toEqual(['Sudah diperiksa, [HbA]1c 8,2'])
  expect(await marked('amoksisilin 500 mg')).toEqual(['[Amoxicillin] [500][mg]'])
  expect(await marked('"sakit kepala"')).toEqual(['[sakit] [kepala]'])
  expect(await marked("ma'ruf")).toEqual(['Ini Pak [Ma’ruf], pusing2'])
  expect(await marked('pusing')).toEqual(['Ini Pak Ma’ruf, [pusing]2'])
  expect(await marked('5mg')).toEqual([])
})
