import { mark, PASSWORD } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { NextAuthBrowser } from '@/e2e/next-auth-browser'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import { uuidOf } from '@/lib/domain/id'
import { PRIVASI_VERSI } from '@/lib/domain/privasi'

test('consent is written down with its version and time, can be taken back, and both stand in the log', async ({ api, clinic }) => {
  const account = { nama: 'Setuju', email: `${mark()}@uji.test`, password: PASSWORD, peran: 'pasien' }
  expectRefusal(await api.post('/auth/register', { ...account, persetujuan: '1999-01-01' }), 'validation_failed', ['persetujuan'])
  expectSuccess(await api.post('/auth/register', { ...account, persetujuan: PRIVASI_VERSI }), 201)
  const person = await clinic.signIn(account.email, PASSWORD)
  const list = async () => expectSuccess(await person.api.get('/akun/persetujuan'))
  expect(await list()).toEqual([{ versi: PRIVASI_VERSI, diberikan_pada: expect.stringMatching(/Z$/), ditarik_pada: null }])
  expectSuccess(await person.api.delete('/akun/persetujuan'))
  expectSuccess(await person.api.delete('/akun/persetujuan'))
  expect(await list()).toMatchObject([{ versi: PRIVASI_VERSI, ditarik_pada: expect.stringMatching(/Z$/) }])
  expectRefusal(await person.api.put('/akun/persetujuan', { persetujuan: 'tidak ada' }), 'validation_failed', ['persetujuan'])
  for (let n = 0; n < 2; n++) expectSuccess(await person.api.put('/akun/persetujuan', { persetujuan: PRIVASI_VERSI }))
  expect((await list()).map(({ ditarik_pada }) => ditarik_pada === null)).toEqual([true, false])
  const deeds = await (await clinic.admin()).api.get(`/admin/audit?aktor=${person.id}`)
  expect(expectSuccess(deeds).map(({ aksi }) => aksi)).toEqual(['persetujuan.diberikan', 'persetujuan.ditarik', 'persetujuan.diberikan'])
  // Whoever says nothing agreed to nothing.
  expect(expectSuccess(await (await clinic.pasien()).api.get('/akun/persetujuan'))).toEqual([])
})

test('one’s own data is a file with all of it, in order, and nothing of other people’s konsultasi', async ({ clinic }) => {
  const k = await clinic.active()
  const other = await clinic.active({ dokter: k.dokter })
  await clinic.talk(k, 3)
  await clinic.send(other.pasien, other, 'Rahasia orang lain')
  const admin = await clinic.admin()
  expectSuccess(await admin.api.get(`/pesan/${k.id}?alasan=pemeriksaan`))
  const answer = await k.pasien.api.get('/akun/data')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="data-sapa.json"')
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  const data = JSON.parse(answer.text)
  expect(data.profil).toMatchObject([{ hubungan: 'diri', nama: k.pasien.nama, pembaca: [{ apa: 'pesan', alasan: 'pemeriksaan' }] }])
  expect(data).toMatchObject({
    akun: { pengguna: { id: k.pasien.id, email: k.pasien.email } },
    persetujuan: [],
    sesi: [{ ini: true }],
    lampiran: [],
  })
  expect(data.konsultasi).toMatchObject([{ id: k.id, akses_admin: [{ alasan: 'pemeriksaan' }] }])
  expect(data.konsultasi[0].pesan.map(({ urutan, pesan }: { urutan: number; pesan: string }) => [urutan, pesan])).toEqual([
    [1, 'Pesan 1'],
    [2, 'Pesan 2'],
    [3, 'Pesan 3'],
  ])
  expect(answer.text).not.toContain('Rahasia orang lain')
  expect(JSON.parse((await admin.api.get('/akun/data')).text).konsultasi).toEqual([])
})

test('a closed account is nobody’s: no session, no sign-in, no address, while the record keeps the name and what was said', async ({
  api,
  clinic,
}) => {
  const k = await clinic.active()
  const { pasien, dokter } = k
  await clinic.send(pasien, k, 'Terima kasih, Dok')
  const close = (password = PASSWORD) => pasien.api.delete('/akun', { password })
  expectRefusal(await close('bukan-kata-sandinya'), 'validation_failed', ['password'])
  expectRefusal(await close(), 'invalid_transition')
  expectSuccess(await pasien.api.get('/auth/me'))
  await clinic.complete(k)
  expectSuccess(await close())
  expectRefusal(await pasien.api.get('/auth/me'), 'unauthenticated')
  expectRefusal(await api.post('/auth/login', { email: pasien.email, password: PASSWORD }), 'unauthenticated')
  expect((await new NextAuthBrowser(api.url).signIn(pasien.email, PASSWORD)).status).toBe(401)
  const read = await dokter.api.get(`/pesan/${k.id}`)
  expect(expectSuccess(read)).toMatchObject([{ pesan: 'Terima kasih, Dok', pengirim: { nama: pasien.nama } }])
  const admin = (await clinic.admin()).api
  expectRefusal(await admin.put(`/admin/pengguna/${pasien.id}/status`, { aktif: true, alasan: 'coba' }), 'forbidden')
  const listed = await admin.get(`/admin/pengguna?q=${pasien.id}`)
  expect(expectSuccess(listed)).toMatchObject([{ aktif: false, ditutup: true }])
  expect(listed.text).not.toContain(pasien.email)
  expect(expectSuccess(await admin.get(`/admin/audit?aktor=${pasien.id}`)).map(({ aksi }) => aksi)).toEqual(['pengguna.ditutup'])
  // The address is free again.
  expectSuccess(await api.post('/auth/register', { nama: 'Baru', email: pasien.email, password: PASSWORD, peran: 'pasien' }), 201)
})

test('who closed their account waits for no verification any more', async ({ clinic }) => {
  const [dokter, { api }] = [await clinic.unverifiedDokter(), await clinic.admin()]
  const waiting = async () => expectSuccess(await api.get('/admin/dokter?status=menunggu&per_page=100')).map(({ id }) => id)
  expect(await waiting()).toContain(dokter.id)
  expectSuccess(await dokter.api.delete('/akun', { password: PASSWORD }))
  expect(await waiting()).not.toContain(dokter.id)
})

test('nobody keeps somebody else from closing their account by taking an address', async ({ api, clinic }) => {
  const pasien = await clinic.pasien()
  const email = `ditutup-${uuidOf('pengguna', pasien.id)}@akun.invalid`
  expectSuccess(await api.post('/auth/register', { nama: 'Penghalang', email, password: PASSWORD, peran: 'pasien' }), 201)
  expectSuccess(await pasien.api.delete('/akun', { password: PASSWORD }))
})

test('an account is closed once, also for two of its sessions that ask at the same moment', async ({ clinic }) => {
  const pasien = await clinic.pasien()
  const another = await clinic.signIn(pasien.email, PASSWORD)
  const answers = await Promise.all([pasien, another].map(({ api }) => api.delete('/akun', { password: PASSWORD })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const deeds = await (await clinic.admin()).api.get(`/admin/audit?aktor=${pasien.id}`)
  expect(expectSuccess(deeds).map(({ aksi }) => aksi)).toEqual(['pengguna.ditutup'])
})
