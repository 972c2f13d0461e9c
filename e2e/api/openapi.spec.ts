import type { Client } from '@/e2e/client'
import { undeclaredIn } from '@/e2e/declared'
import { expect, test } from '@/e2e/fixtures'
import { OpenApi } from '@/e2e/openapi'
import { REFUSALS, type RefusalCode } from '@/lib/domain/refusal'

type Question = readonly [who: Client, call: string, ids?: Record<string, string>, json?: object, headers?: Record<string, string>]

/** Asks, and gives what is wrong with the answer. `call` is as in the document, with a query where one is wanted. */
async function problemsOf(openApi: OpenApi, [who, call, ids = {}, json, headers]: Question): Promise<string[]> {
  const [template = '', query] = call.split('?')
  const [method = '', path = ''] = template.split(' ')
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '')
  const reply = await who.ask(method.toUpperCase(), query ? `${filled}?${query}` : filled, { json, headers })
  return openApi.problemsOf(template, reply)
}

test('what the main calls answer is what the document says', async ({ api, clinic }) => {
  const openApi = await OpenApi.of(api)
  const k = await clinic.active()
  const { pasien, dokter } = k
  const pesan = await clinic.send(dokter, k, 'Sudah minum obat?')
  const admin = await clinic.admin()
  const ofK = { id: k.id, konsultasi_id: k.id }
  const ofPesan = { id: pesan.id }
  const sending = { konsultasi_id: k.id, pesan: 'Sudah, Dok', client_id: crypto.randomUUID() }
  const questions: Question[] = [
    [pasien.api, 'get /auth/me'],
    [pasien.api, 'get /dokter'],
    [dokter.api, 'put /dokter/saya/ketersediaan', {}, { tersedia: true }],
    [pasien.api, 'get /konsultasi'],
    [pasien.api, 'get /konsultasi/{id}', ofK],
    [pasien.api, 'get /pesan/{id}', ofK],
    [pasien.api, 'get /pesan/{id}?since=0', ofK],
    [pasien.api, 'get /pesan/{id}', ofPesan],
    [pasien.api, 'get /pesan/{konsultasi_id}/unread-count', ofK],
    [pasien.api, 'post /pesan', {}, sending],
    [pasien.api, 'post /pesan', {}, sending],
    [pasien.api, 'put /pesan/{id}/reaksi', ofPesan, { emoji: '🙏' }],
    [pasien.api, 'delete /pesan/{id}/reaksi', ofPesan],
    [pasien.api, 'put /konsultasi/{id}/mengetik', ofK],
    [pasien.api, 'put /pesan/{id}/dibaca', ofPesan],
    [pasien.api, 'put /pesan/{konsultasi_id}/mark-all-read', ofK],
    [dokter.api, 'delete /pesan/{id}', ofPesan],
    [pasien.api, 'get /realtime/config'],
    [admin.api, 'get /admin/dokter'],
    [admin.api, 'get /admin/pengguna'],
    [admin.api, 'get /admin/statistik'],
    [admin.api, 'get /konsultasi/{id}?alasan=keluhan', ofK],
    [admin.api, 'get /admin/audit'],
    [admin.api, 'get /admin/audit/rantai'],
    [admin.api, `get /admin/audit/jangkauan?pengguna=${pasien.id}`],
    [dokter.api, 'put /konsultasi/{id}/selesaikan', ofK, { catatan_penutup: 'Istirahat' }],
    [pasien.api, 'get /konsultasi/{id}', ofK],
  ]
  for (const question of questions) expect(await problemsOf(openApi, question)).toEqual([])
})

test('a poll without news is the 304 of the document', async ({ api, clinic }) => {
  const openApi = await OpenApi.of(api)
  const k = await clinic.active()
  const { headers } = await k.pasien.api.get(`/pesan/${k.id}`)
  const known = { 'If-None-Match': headers.get('etag') ?? '' }
  expect(await problemsOf(openApi, [k.pasien.api, 'get /pesan/{id}', { id: k.id }, undefined, known])).toEqual([])
})

test('refusals are those that the document names', async ({ api, clinic }) => {
  const openApi = await OpenApi.of(api)
  const k = await clinic.booked()
  const stranger = await clinic.pasien()
  const ofK = { id: k.id, konsultasi_id: k.id }
  const questions: Question[] = [
    [api, 'get /konsultasi'],
    [api, 'post /auth/login', {}, { email: 'siapa@uji.test', password: 'salah' }],
    [api, 'post /auth/register', {}, { nama: '' }],
    [stranger.api, 'get /konsultasi/{id}', ofK],
    [stranger.api, 'get /konsultasi/{id}', { id: 'konsultasi_apa' }],
    [stranger.api, 'get /pesan/{id}', ofK],
    [stranger.api, 'get /konsultasi?per_page=0'],
    [stranger.api, 'get /admin/pengguna'],
    [stranger.api, 'post /realtime/auth', {}, {}],
    [k.dokter.api, 'post /konsultasi', {}, {}],
    [k.pasien.api, 'post /pesan', {}, { konsultasi_id: k.id, pesan: 'belum diterima' }],
    [k.pasien.api, 'post /konsultasi', {}, { dokter_id: k.dokter.id, keluhan: 'Sekali lagi, batuknya' }],
    [k.dokter.api, 'put /konsultasi/{id}/selesaikan', ofK, { catatan_penutup: 'terlalu cepat' }],
  ]
  for (const question of questions) expect(await problemsOf(openApi, question)).toEqual([])
})

test('an answer that does not fit is noticed', async ({ api, clinic }) => {
  const openApi = await OpenApi.of(api)
  const { api: pasien } = await clinic.pasien()
  const reply = await pasien.get('/auth/me')
  const changed = (pengguna: object) => ({ ...reply, body: { ...reply.body, data: { pengguna } } })
  const { pengguna } = reply.body.data as { pengguna: object }
  expect(openApi.problemsOf('get /auth/me', reply)).toEqual([])
  expect(openApi.problemsOf('get /auth/me', changed({ ...pengguna, kata_sandi: 'x' }))).toHaveLength(1)
  expect(openApi.problemsOf('get /auth/me', changed({ ...pengguna, peran: 'perawat' }))).toHaveLength(1)
  expect(openApi.problemsOf('get /auth/me', { ...reply, status: 418 })).toHaveLength(1)
})

test('what a call does not declare is noticed with each answer', async ({ clinic }) => {
  const { api: pasien } = await clinic.pasien()
  const { status, body } = await pasien.get('/auth/me')
  const problemsIn = (answer: { status: number; body: unknown }) => undeclaredIn('GET', '/api/v1/auth/me', answer)
  const refusal = (code: RefusalCode) => ({
    status: REFUSALS[code].status,
    body: { success: false, code, message: 'Tidak', request_id: crypto.randomUUID() },
  })
  expect(problemsIn({ status, body })).toEqual([])
  expect(problemsIn({ status, body: { ...body, data: { pengguna: { ...body.data.pengguna, kata_sandi: 'x' } } } })).toHaveLength(1)
  expect(problemsIn({ status, body: { ...body, data: { pengguna: { ...body.data.pengguna, peran: 'perawat' } } } })).toHaveLength(1)
  expect(problemsIn({ status: 201, body })).toHaveLength(1)
  expect(problemsIn(refusal('unauthenticated'))).toEqual([])
  expect(problemsIn(refusal('email_taken'))).toHaveLength(1)
  expect(problemsIn({ ...refusal('unauthenticated'), status: 403 })).toHaveLength(1)
})
