import { Client as Database } from 'pg'
import type { Client } from '@/e2e/client'
import type { Konsultasi, Person } from '@/e2e/clinic'
import { expect, pushUrl, test } from '@/e2e/fixtures'
import { Device } from '@/e2e/push/device'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import { uuidOf } from '@/lib/domain/id'

/** A new device of this person that wants to be told of pesan, and of nothing else (kabar.spec.ts is about that). */
async function subscribed(person: Person, behaves?: ConstructorParameters<typeof Device>[1]): Promise<Device> {
  const { pilihan } = expectSuccess(await person.api.get('/akun/kabar'))
  const others = pilihan.filter(({ jenis }) => jenis !== 'pesan').map(({ jenis }) => ({ jenis, push: false, surat: false }))
  expectSuccess(await person.api.put('/akun/kabar', { pilihan: others }))
  const device = new Device(pushUrl(), behaves)
  expectSuccess(await person.api.post('/push/langganan', device.subscription), 201)
  return device
}

const subscribeTo = (api: Client, endpoint: string) =>
  api.post('/push/langganan', { ...new Device('https://push.example.com').subscription, endpoint })

/** A later pesan to somebody else has been told: whatever was to be told before has been. */
async function laterNewsArrived(clinic: { active: () => Promise<Konsultasi>; send: Send }): Promise<void> {
  const other = await clinic.active()
  const device = await subscribed(other.pasien)
  await clinic.send(other.dokter, other, 'Penanda')
  await expect.poll(() => device.news(), { timeout: 15_000 }).toHaveLength(1)
}
type Send = (from: Person, k: Pick<Konsultasi, 'id'>, pesan: string) => Promise<unknown>

test('who is told reads one fixed sentence, addressed to the konsultasi, signed and encrypted for this browser alone', async ({
  clinic,
}) => {
  const k = await clinic.active()
  const device = await subscribed(k.pasien)
  await clinic.send(k.dokter, k, 'Hasil biopsi: rahasia-klinik')
  await expect.poll(() => device.deliveries(), { timeout: 15_000 }).toHaveLength(1)
  const [delivery] = await device.deliveries()
  if (!delivery) throw new Error('nothing came')
  expect(device.decrypt(delivery)).toEqual({
    judul: 'Sapa',
    isi: 'Pesan baru di konsultasi Anda',
    tag: k.id,
    url: `/pasien/konsultasi/${k.id}`,
  })
  const { kunci } = expectSuccess(await k.pasien.api.get('/push/config'))
  expect(device.isSignedBy(kunci, delivery)).toBe(true)
  const readable = JSON.stringify(delivery.headers) + Buffer.from(delivery.body, 'base64').toString('latin1')
  for (const secret of ['biopsi', 'rahasia-klinik', k.id, k.dokter.nama, k.pasien.nama]) expect(readable).not.toContain(secret)
  expect(Number(delivery.headers.ttl)).toBeGreaterThan(0)
})

test('one konsultasi is told once until it was seen, and each konsultasi for itself', async ({ clinic }) => {
  const pasien = await clinic.pasien()
  const [one, other] = await Promise.all([clinic.active({ pasien }), clinic.active({ pasien })])
  const [phone, laptop] = [await subscribed(pasien), await subscribed(pasien)]
  const tags = async (device: Device) => (await device.news()).map(({ tag }) => tag).sort()
  await clinic.send(one.dokter, one, 'Satu')
  await clinic.send(one.dokter, one, 'Dua')
  await clinic.send(other.dokter, other, 'Tiga')
  for (const device of [phone, laptop]) await expect.poll(() => tags(device), { timeout: 15_000 }).toEqual([one.id, other.id].sort())
  await clinic.send(one.dokter, one, 'Masih belum dilihat')
  await laterNewsArrived(clinic)
  expect(await tags(phone)).toHaveLength(2)
  expectSuccess(await pasien.api.put(`/pesan/${one.id}/mark-all-read`))
  await clinic.send(one.dokter, one, 'Yang baru')
  await expect.poll(() => tags(phone), { timeout: 15_000 }).toEqual([one.id, one.id, other.id].sort())
})

test('nobody is told of what they read at once, wrote themselves, or have before them', async ({ clinic }) => {
  const k = await clinic.active()
  const [pasien, dokter] = [await subscribed(k.pasien), await subscribed(k.dokter)]
  await clinic.send(k.dokter, k, 'Dibaca segera')
  expectSuccess(await k.pasien.api.put(`/pesan/${k.id}/mark-all-read`))
  await laterNewsArrived(clinic)
  expectSuccess(await k.pasien.api.put('/kehadiran', { konsultasi_id: k.id }))
  await clinic.send(k.dokter, k, 'Ada di layar')
  await laterNewsArrived(clinic)
  expect(await pasien.news()).toEqual([])
  expect(await dokter.news()).toEqual([])
})

test('who looks away without having read it is told then', async ({ clinic }) => {
  const k = await clinic.active()
  const device = await subscribed(k.pasien)
  expectSuccess(await k.pasien.api.put('/kehadiran', { konsultasi_id: k.id }))
  await clinic.send(k.dokter, k, 'Ada di layar, di luar pandangan')
  await laterNewsArrived(clinic)
  expect(await device.news()).toEqual([])
  expectSuccess(await k.pasien.api.put('/kehadiran', { konsultasi_id: k.id, terlihat: false }))
  await expect.poll(() => device.news(), { timeout: 15_000 }).toHaveLength(1)
})

test('a session that ended, an account that was suspended and a browser that said so are told nothing', async ({ clinic }) => {
  const [ended, suspended, changed, silent] = await Promise.all([clinic.active(), clinic.active(), clinic.active(), clinic.active()])
  const all = [ended, suspended, changed, silent]
  const devices = await Promise.all(all.map((k) => subscribed(k.pasien)))
  expectSuccess(await ended.pasien.api.post('/auth/logout'))
  await clinic.setActive(suspended.pasien, false)
  const again = await clinic.signIn(changed.pasien.email, changed.pasien.password)
  expectSuccess(await again.api.put('/auth/password', { lama: changed.pasien.password, baru: 'danau-tenang-77' }))
  expectSuccess(await silent.pasien.api.delete('/push/langganan', { endpoint: devices[3]?.endpoint }))
  for (const k of all) await clinic.send(k.dokter, k, 'Bukan untuk siapa-siapa')
  await laterNewsArrived(clinic)
  for (const device of devices) expect(await device.news()).toEqual([])
})

test('a browser belongs to whoever used it last: the one before is told there no more', async ({ clinic }) => {
  const [before, after] = await Promise.all([clinic.active(), clinic.active()])
  const device = await subscribed(before.pasien)
  expectSuccess(await after.pasien.api.post('/push/langganan', device.subscription), 201)
  await clinic.send(before.dokter, before, 'Untuk yang dulu')
  await clinic.send(after.dokter, after, 'Untuk yang sekarang')
  await expect.poll(async () => (await device.news()).map(({ tag }) => tag), { timeout: 15_000 }).toEqual([after.id])
})

test('a dead subscription is removed, a tired service is tried again, and a redirect is not followed', async ({ clinic }) => {
  const k = await clinic.active()
  const gone = await subscribed(k.pasien, 'gone')
  const tired = await subscribed(k.pasien, 'tired')
  const redirected = await subscribed(k.pasien, 'redirected')
  await clinic.send(k.dokter, k, 'Halo')
  await expect.poll(() => tired.deliveries(), { timeout: 20_000 }).toHaveLength(2)
  await expect.poll(() => endpointsOf(k.pasien)).toEqual([redirected.endpoint, tired.endpoint].sort())
  expect(await gone.deliveries()).toHaveLength(1)
  const stolen = await fetch(`${pushUrl()}/stolen${new URL(redirected.endpoint).pathname}`)
  expect(await stolen.json()).toEqual([])
})

test('an address that is not https or not of a public host is 422, and nothing is kept', async ({ clinic }) => {
  const pasien = await clinic.pasien()
  const hosts = ['127.0.0.1', '10.1.2.3', '192.168.0.10', '169.254.169.254', '0x7f000001', '[::1]', '[::ffff:10.0.0.1]', '[fe80::1]']
  const names = ['localhost', 'sapa.localhost', 'printer.local', 'metadata.google.internal', 'intranet']
  for (const host of [...hosts, ...names])
    expectRefusal(await subscribeTo(pasien.api, `https://${host}/x`), 'validation_failed', ['endpoint'])
  for (const endpoint of [
    'http://push.example.com/x',
    'https://a:b@push.example.com/x',
    'https://push.example.com:8443/x',
    'bukan alamat',
    '',
    `https://x.id/${'x'.repeat(1100)}`,
  ])
    expectRefusal(await subscribeTo(pasien.api, endpoint), 'validation_failed', ['endpoint'])
  expect(await endpointsOf(pasien)).toEqual([])
})

test('keys that nobody could encrypt to are 422', async ({ clinic }) => {
  const { api } = await clinic.pasien()
  const good = new Device('https://push.example.com').subscription
  const noPoint = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]).toString('base64url')
  for (const keys of [{}, { ...good.keys, auth: 'AAAA' }, { ...good.keys, p256dh: 'AAAA' }, { ...good.keys, p256dh: noPoint }, null])
    expectRefusal(await api.post('/push/langganan', { ...good, keys }), 'validation_failed', ['keys'])
})

test('one person has at most ten browsers; the oldest gives way', async ({ clinic }) => {
  const pasien = await clinic.pasien()
  const devices: Device[] = []
  for (let n = 0; n < 11; n++) devices.push(await subscribed(pasien))
  expect(await endpointsOf(pasien)).toEqual(
    devices
      .slice(1)
      .map(({ endpoint }) => endpoint)
      .sort(),
  )
})

async function endpointsOf({ email }: Person): Promise<string[]> {
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  try {
    const { rows } = await database.query<{ endpoint: string }>(
      'SELECT l.endpoint FROM langganan_push l JOIN pengguna p ON p.id = l.pengguna_id WHERE p.email = $1 ORDER BY l.endpoint',
      [email],
    )
    return rows.map(({ endpoint }) => endpoint)
  } finally {
    await database.end()
  }
}

test('a look at a conversation from before the clock was set back keeps nothing from anybody', async ({ clinic }) => {
  const k = await clinic.active()
  const device = await subscribed(k.pasien)
  expectSuccess(await k.pasien.api.put('/kehadiran', { konsultasi_id: k.id }))
  const db = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await db.connect()
  const { rowCount } = await db.query("UPDATE melihat SET sampai = sampai + interval '1 hour' WHERE konsultasi_id = $1", [
    uuidOf('konsultasi', k.id),
  ])
  await db.end()
  expect(rowCount).toBe(1)
  await clinic.send(k.dokter, k, 'Sudah minum obat?')
  await expect.poll(() => device.news(), { timeout: 15_000 }).toHaveLength(1)
})
