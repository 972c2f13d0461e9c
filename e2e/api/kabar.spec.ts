import { Client as Database } from 'pg'
import type { Person } from '@/e2e/clinic'
import { expect, mailFolder, pushUrl, test } from '@/e2e/fixtures'
import { mailsTo } from '@/e2e/mail/mailbox'
import { Device } from '@/e2e/push/device'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import { uuidOf } from '@/lib/domain/id'

const PENGAJUAN = 'Ada pengajuan konsultasi baru'
const KABAR = 'Ada kabar di konsultasi Anda'
const KELUHAN = 'Keputihan gatal sejak seminggu'

async function subscribed(person: Person): Promise<Device> {
  const device = new Device(pushUrl())
  expectSuccess(await person.api.post('/push/langganan', device.subscription), 201)
  return device
}

const lettersTo = (person: Person, subject: string) => mailsTo(mailFolder(), person.email).filter((mail) => mail.subject === subject)

async function inDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  try {
    return await work(database)
  } finally {
    await database.end()
  }
}

/** What is still to be told of this konsultasi, in seconds from now. */
const waiting = (konsultasiId: string) =>
  inDatabase(async (database) => {
    const { rows } = await database.query<{ id: string; dalam: number }>(
      `SELECT j.id, extract(epoch FROM j.run_at - now())::int AS dalam FROM graphile_worker._private_jobs j
        WHERE j.payload->>'konsultasi_id' = $1 AND j.payload->>'jenis' = 'pengajuan' AND j.payload->>'langganan_id' IS NULL ORDER BY j.run_at`,
      [uuidOf('konsultasi', konsultasiId)],
    )
    return rows
  })

const runNow = (id: string) =>
  inDatabase((database) => database.query('SELECT graphile_worker.reschedule_jobs(ARRAY[$1::bigint], run_at => now())', [id]))

test('a dokter without an open page hears by push and by mail that a pasien waits, and reads nothing of whom or why', async ({
  clinic,
  url,
}) => {
  const dokter = await clinic.dokter(undefined, 'Kandungan')
  const device = await subscribed(dokter)
  const k = await clinic.booked({ dokter, keluhan: KELUHAN })
  await expect
    .poll(() => device.news(), { timeout: 20_000 })
    .toEqual([{ judul: 'Sapa', isi: PENGAJUAN, tag: k.id, url: `/dokter/konsultasi/${k.id}` }])
  await expect.poll(() => lettersTo(dokter, PENGAJUAN), { timeout: 20_000 }).toHaveLength(1)
  const text = lettersTo(dokter, PENGAJUAN)[0]?.text ?? ''
  expect(text).toContain(`${url}/dokter/konsultasi/${k.id}`)
  for (const secret of ['Keputihan', k.pasien.nama, dokter.nama, 'Kandungan']) expect(text).not.toContain(secret)
})

test('it is told again after half of the time that there is to answer, and not at all when it was answered meanwhile', async ({
  clinic,
}) => {
  const dokter = await clinic.dokter()
  const [waits, answered] = [await clinic.booked({ dokter }), await clinic.booked({ dokter })]
  for (const k of [waits, answered]) await expect.poll(() => waiting(k.id), { timeout: 20_000 }).toHaveLength(1)
  await expect.poll(() => lettersTo(dokter, PENGAJUAN), { timeout: 20_000 }).toHaveLength(2)
  expectSuccess(await dokter.api.put(`/konsultasi/${answered.id}/tolak`, { alasan: 'Penuh' }))
  for (const k of [answered, waits]) {
    const [again] = await waiting(k.id)
    // Half of 24 hours after the booking.
    expect(again?.dalam).toBeGreaterThan(11.9 * 3600)
    expect(again?.dalam).toBeLessThanOrEqual(12 * 3600)
    await runNow(again?.id ?? '')
    await expect.poll(() => waiting(k.id), { timeout: 20_000 }).toEqual([])
  }
  await expect.poll(() => lettersTo(dokter, PENGAJUAN), { timeout: 20_000 }).toHaveLength(3)
  expect(lettersTo(dokter, PENGAJUAN).filter(({ text }) => text.includes(answered.id))).toHaveLength(1)
})

test('a pasien whose konsultasi expired hears it by push and by mail', async ({ clinic }) => {
  const k = await clinic.booked()
  const device = await subscribed(k.pasien)
  await inDatabase(async (database) => {
    await database.query("UPDATE konsultasi SET dibuat_pada = dibuat_pada - interval '25 hours' WHERE id = $1", [
      uuidOf('konsultasi', k.id),
    ])
    await database.query("SELECT graphile_worker.add_job('expire_konsultasi')")
  })
  await expect.poll(() => lettersTo(k.pasien, KABAR), { timeout: 20_000 }).toHaveLength(1)
  await expect.poll(() => device.news(), { timeout: 20_000 }).toMatchObject([{ isi: KABAR, url: `/pasien/konsultasi/${k.id}` }])
  expect(expectSuccess(await k.pasien.api.get(`/konsultasi/${k.id}`)).status).toBe('expired')
})

test('everybody chooses by kind how they are told: by push, by mail, in both ways or not at all; and in which language', async ({
  clinic,
}) => {
  const [quiet, english] = [await clinic.dokter(), await clinic.dokter()]
  const [silent, loud] = [await subscribed(quiet), await subscribed(english)]
  expect(expectSuccess(await quiet.api.get('/akun/kabar'))).toEqual({
    bahasa: 'id',
    pilihan: [
      { jenis: 'pesan', push: true, surat: false },
      { jenis: 'pengajuan', push: true, surat: true },
      { jenis: 'konsultasi', push: true, surat: true },
    ],
  })
  const none = [{ jenis: 'pengajuan', push: false, surat: false }]
  expect(expectSuccess(await quiet.api.put('/akun/kabar', { pilihan: none })).pilihan[1]).toEqual(none[0])
  const both = [{ jenis: 'pesan', push: false, surat: true }]
  expectSuccess(await english.api.put('/akun/kabar', { bahasa: 'en', pilihan: both }))
  const k = await clinic.active({ dokter: english })
  await clinic.send(k.pasien, k, 'Halo dok')
  await clinic.booked({ dokter: quiet })
  await clinic.booked({ dokter: english })
  await expect.poll(() => loud.news(), { timeout: 20_000 }).toMatchObject([{ isi: 'New consultation request' }])
  await expect.poll(() => lettersTo(english, 'New message in your consultation'), { timeout: 20_000 }).toHaveLength(1)
  await expect.poll(() => lettersTo(english, 'New consultation request'), { timeout: 20_000 }).toHaveLength(1)
  expect(lettersTo(quiet, PENGAJUAN)).toEqual([])
  expect(await silent.news()).toEqual([])
})

test('who chose letters for new pesan gets one without having a browser that is pushed to', async ({ clinic }) => {
  const dokter = await clinic.dokter()
  expectSuccess(await dokter.api.put('/akun/kabar', { pilihan: [{ jenis: 'pesan', push: false, surat: true }] }))
  const k = await clinic.active({ dokter })
  await clinic.send(k.pasien, k, 'Halo dok')
  await expect.poll(() => lettersTo(dokter, 'Pesan baru di konsultasi Anda'), { timeout: 20_000 }).toHaveLength(1)
})

test('who registers in English is written to in English', async ({ api }) => {
  const email = `${crypto.randomUUID()}@uji.test`
  const account = { nama: 'Jane Roe', email, password: 'teluk-bening-42', peran: 'pasien' }
  expectSuccess(await api.post('/auth/register', account, { 'Accept-Language': 'en' }), 201)
  await expect
    .poll(() => mailsTo(mailFolder(), email).map(({ subject }) => subject), { timeout: 20_000 })
    .toEqual(['Confirm your email address at Sapa'])
})

test('what one’s role is not told of cannot be chosen, and broken choices are 422 on their field', async ({ clinic }) => {
  const { api } = await clinic.pasien()
  for (const pilihan of [
    [{ jenis: 'pengajuan', push: true, surat: true }],
    [{ jenis: 'lain', push: true, surat: true }],
    [{ jenis: 'pesan', push: 'true', surat: true }],
    [{ jenis: 'pesan' }],
    'pesan',
    [null],
  ])
    expectRefusal(await api.put('/akun/kabar', { pilihan }), 'validation_failed', ['pilihan'])
  expectRefusal(await api.put('/akun/kabar', { bahasa: 'fr' }), 'validation_failed', ['bahasa'])
})
