import { mark } from '@/e2e/clinic'
import { expect, mailFolder, test } from '@/e2e/fixtures'
import { mailsTo } from '@/e2e/mail/mailbox'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import { addDays, dayInWib } from '@/lib/domain/zona'

const today = () => dayInWib(new Date())
const yesterday = () => addDays(today(), -1)

test('after the last day of their SIP a dokter is not found, cannot be booked, and cannot accept but is told why', async ({ clinic }) => {
  const word = mark()
  const dokter = await clinic.dokter(`dr. ${word}`)
  const [waiting, another] = [await clinic.booked({ dokter }), await clinic.pasien()]
  const find = async () => expectSuccess(await another.api.get(`/dokter?q=${word}`)).length
  const booking = { dokter_id: dokter.id, keluhan: 'Pusing sejak pagi' }
  const accept = () => dokter.api.put(`/konsultasi/${waiting.id}/terima`)

  await clinic.setSip(dokter, yesterday())
  expect(await find()).toBe(0)
  expectRefusal(await another.api.post('/konsultasi', booking), 'dokter_unavailable')
  const refused = await accept()
  expectRefusal(refused, 'forbidden')
  expect(refused.body.message).toContain('SIP')

  await clinic.setSip(dokter, today())
  expect(await find()).toBe(1)
  expectSuccess(await accept())
  expectSuccess(await another.api.post('/konsultasi', booking), 201)
})

test('a dokter whose SIP has ended goes on with what is active, completes it, and can decline', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  const [active, waiting] = [await clinic.active({ dokter }), await clinic.booked({ dokter })]
  await clinic.setSip(dokter, yesterday())
  await clinic.send(dokter, active, 'Kontrol minggu depan')
  await clinic.complete(active)
  expectSuccess(await dokter.api.put(`/konsultasi/${waiting.id}/tolak`, { alasan: 'SIP sedang diperbarui' }))
})

test('a SIP date comes with registering or with a decision, which keeps it when it says nothing of it', async ({ api, clinic }) => {
  const account = { nama: 'dr. Sari', email: `${mark()}@uji.test`, password: 'teluk-bening-42', peran: 'dokter' }
  const papers = { spesialisasi: 'Umum', nomor_str: 'STR-1', nomor_sip: 'SIP-1' }
  const register = (sip_berlaku_sampai: unknown) => api.post('/auth/register', { ...account, ...papers, sip_berlaku_sampai })
  for (const wrong of ['2027-02-30', '31-12-2027', '2027-12-31T00:00:00Z', '0000-01-01', 20271231]) {
    expectRefusal(await register(wrong), 'validation_failed', ['sip_berlaku_sampai'])
  }
  const { pengguna } = expectSuccess(await register('2027-12-31'), 201)
  const { api: admin } = await clinic.admin()
  const decide = async (body: object) => expectSuccess(await admin.put(`/admin/dokter/${pengguna.id}/verifikasi`, body))
  expect((await decide({ disetujui: true })).sip_berlaku_sampai).toBe('2027-12-31')
  expect(await decide({ disetujui: true, sip_berlaku_sampai: addDays(today(), 30) })).toMatchObject({ status_sip: 'segera' })
  expect(await decide({ disetujui: true, sip_berlaku_sampai: null })).toMatchObject({
    sip_berlaku_sampai: null,
    status_sip: 'tidak_diketahui',
  })
  // What each decision left it at stays in the log.
  const log = expectSuccess(await admin.get(`/admin/audit?pengguna=${pengguna.id}&aksi=dokter.diverifikasi`))
  expect(log.map(({ sip_berlaku_sampai }) => sip_berlaku_sampai)).toEqual([null, addDays(today(), 30), '2027-12-31'])
})

test('an admin finds those whose SIP has ended, ends soon, is valid or not known, each once', async ({ clinic }) => {
  const { api } = await clinic.admin()
  const dates = { habis: yesterday(), segera: today(), berlaku: addDays(today(), 31), tidak_diketahui: null }
  for (const [sip, date] of Object.entries(dates)) {
    const dokter = await clinic.dokter()
    await clinic.setSip(dokter, date)
    for (const filter of Object.keys(dates)) {
      const found = expectSuccess(await api.get(`/admin/dokter?sip=${filter}&per_page=100`))
      expect(found.filter(({ id }) => id === dokter.id).map(({ status_sip }) => status_sip)).toEqual(filter === sip ? [sip] : [])
    }
  }
  expectRefusal(await api.get('/admin/dokter?sip=lama'), 'validation_failed', ['sip'])
})

test('each decision is told to the dokter by mail, neither what it is nor why', async ({ clinic, url }) => {
  const dokter = await clinic.unverifiedDokter()
  await clinic.verify(dokter, true)
  await clinic.verify(dokter, false)
  const mails = () => mailsTo(mailFolder(), dokter.email)
  await expect.poll(mails, { timeout: 15_000 }).toHaveLength(2)
  for (const { subject, text } of mails()) {
    expect(subject).toBe('Ada keputusan tentang verifikasi Anda')
    expect(text).toContain(`${url}/dokter`)
    for (const secret of ['STR', 'tidak berlaku', 'ditolak', 'dicabut', 'disetujui', dokter.nama]) expect(text).not.toContain(secret)
  }
})
