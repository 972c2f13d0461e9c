import { test } from '@/e2e/fixtures'
import { expectRefusal } from '@/e2e/refusal'

/** Each request has everything wrong from its own refusal on: the earliest in the contract's order is told. */

test('405 comes before 401, 401 before everything else', async ({ api }) => {
  const odd = api.with({ Authorization: 'Bearer tidak-ada', Origin: 'https://jahat.test' })
  expectRefusal(await odd.ask('PATCH', '/pesan', { raw: '{' }), 'method_not_allowed')
  expectRefusal(await odd.ask('POST', '/pesan', { raw: '{' }), 'unauthenticated')
  expectRefusal(await odd.get('/pesan/x?per_page=0'), 'unauthenticated')
  expectRefusal(
    await api.with({ Cookie: 'next-auth.session-token=mati', Origin: 'https://jahat.test' }).post('/konsultasi'),
    'unauthenticated',
  )
})

test('cross_site comes before the role, the role before the body', async ({ clinic }) => {
  const k = await clinic.active()
  const admin = await clinic.admin()
  const cookie = { Authorization: '', Cookie: `next-auth.session-token=${admin.token}`, Origin: 'https://jahat.test' }
  expectRefusal(await admin.api.with(cookie).ask('POST', '/pesan', { raw: '{' }), 'cross_site')
  expectRefusal(await admin.api.ask('POST', '/pesan', { raw: '{' }), 'forbidden')
  expectRefusal(await k.dokter.api.ask('POST', '/konsultasi', { raw: '{' }), 'forbidden')
  expectRefusal(await k.pasien.api.ask('PUT', '/konsultasi/x/tolak', { raw: '{' }), 'forbidden')
  expectRefusal(await k.pasien.api.ask('PUT', '/admin/dokter/x/verifikasi', { raw: '{' }), 'forbidden')
  expectRefusal(await k.pasien.api.get('/admin/dokter?per_page=0'), 'forbidden')
})

test('400 comes before 422, the form before 404, 404 before 403 for this one', async ({ clinic }) => {
  const [k, other] = [await clinic.booked(), await clinic.dokter()]
  const reject = `/konsultasi/${k.id}/tolak`
  expectRefusal(await other.api.ask('PUT', '/konsultasi/x/tolak', { raw: '{' }), 'invalid_json')
  expectRefusal(await other.api.put('/konsultasi/x/tolak', { alasan: '' }), 'validation_failed', ['alasan'])
  expectRefusal(await other.api.put(reject, { alasan: '' }), 'validation_failed', ['alasan'])
  expectRefusal(await other.api.put('/konsultasi/x/tolak', { alasan: 'penuh' }), 'not_found')
  expectRefusal(await other.api.put(reject, { alasan: 'penuh' }), 'forbidden')
  expectRefusal(await other.api.get(`/pesan/${k.id}?per_page=0`), 'validation_failed', ['per_page'])
  expectRefusal(await other.api.put(`/pesan/${k.id}/mark-all-read`, { sampai: -1 }), 'validation_failed', ['sampai'])
  expectRefusal(await other.api.put('/pesan/x/reaksi', { emoji: 'x' }), 'validation_failed', ['emoji'])
})

test('403 for this one comes before 409, and 409 before what needs the database', async ({ clinic }) => {
  const [k, stranger] = [await clinic.booked(), await clinic.pasien()]
  const pesan = { konsultasi_id: k.id, pesan: 'Halo', balas_ke: 'pesan_tidak_ada' }
  expectRefusal(await stranger.api.post('/pesan', pesan), 'forbidden')
  expectRefusal(await k.pasien.api.post('/pesan', pesan), 'konsultasi_not_active')
  await k.dokter.api.put(`/konsultasi/${k.id}/terima`)
  expectRefusal(await k.pasien.api.post('/pesan', pesan), 'validation_failed', ['balas_ke'])
  expectRefusal(await stranger.api.put(`/konsultasi/${k.id}/batalkan`), 'forbidden')
  expectRefusal(await k.pasien.api.put(`/konsultasi/${k.id}/batalkan`), 'invalid_transition')
})
