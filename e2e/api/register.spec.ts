import { mark, PASSWORD } from '@/e2e/clinic'
import { expect, test } from '@/e2e/fixtures'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'

const pasien = (change: object = {}) => ({
  nama: 'Dewi Anggraini',
  email: `${mark()}@uji.test`,
  password: PASSWORD,
  peran: 'pasien',
  ...change,
})
const dokter = (change: object = {}) =>
  pasien({ nama: 'dr. Dewi', peran: 'dokter', spesialisasi: 'Anak', nomor_str: 'STR-1', nomor_sip: 'SIP-1', ...change })

test('a pasien registers and sees themselves with their address', async ({ api }) => {
  const account = pasien({ nama: '  Dewi Anggraini ' })
  const { pengguna } = expectSuccess(await api.post('/auth/register', account), 201)
  expect(pengguna).toEqual({
    id: expect.stringMatching(/^pengguna_[0-9a-z]{26}$/),
    nama: 'Dewi Anggraini',
    email: account.email,
    peran: 'pasien',
    aktif: true,
    terverifikasi: true,
  })
})

test('a dokter starts unverified', async ({ api }) => {
  const { pengguna } = expectSuccess(await api.post('/auth/register', dokter()), 201)
  expect(pengguna).toMatchObject({ peran: 'dokter', aktif: true, terverifikasi: false })
})

test('a dokter must say who may check them', async ({ api }) => {
  for (const field of ['spesialisasi', 'nomor_str', 'nomor_sip']) {
    expectRefusal(await api.post('/auth/register', dokter({ [field]: undefined })), 'validation_failed', [field])
    expectRefusal(await api.post('/auth/register', dokter({ [field]: ' ' })), 'validation_failed', [field])
  }
})

test('nobody can register as admin, nor as something that is no role', async ({ api }) => {
  for (const peran of ['admin', 'ADMIN', '', null, undefined, ['pasien']]) {
    expectRefusal(await api.post('/auth/register', pasien({ peran })), 'validation_failed', ['peran'])
  }
  const sneaky = pasien({ terverifikasi: true, aktif: false, id: 'pengguna_x', peran_admin: true })
  expect(expectSuccess(await api.post('/auth/register', sneaky), 201).pengguna).toMatchObject({ peran: 'pasien', aktif: true })
})

test('e-mail addresses do not differ by case or by blanks around them', async ({ api }) => {
  const account = pasien()
  const { pengguna } = expectSuccess(await api.post('/auth/register', { ...account, email: ` ${account.email.toUpperCase()} ` }), 201)
  expect(pengguna.email).toBe(account.email)
  expectRefusal(await api.post('/auth/register', account), 'email_taken')
  expectRefusal(await api.post('/auth/register', dokter({ email: account.email.toUpperCase() })), 'email_taken')
  expectSuccess(await api.post('/auth/login', { email: ` ${account.email.toUpperCase()}`, password: PASSWORD }))
})

test('of many registrations of one address at the same moment exactly one wins', async ({ api }) => {
  const account = pasien()
  const replies = await Promise.all(Array.from({ length: 6 }, () => api.post('/auth/register', account)))
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409])
})

test('an address that is none is 422', async ({ api }) => {
  for (const email of ['', 'a', 'a@', '@b.id', 'a b@c.id', 'a@b', `${'x'.repeat(250)}@uji.test`, 'a@b.id\u0000', 'a@b.id,c@d.id']) {
    expectRefusal(await api.post('/auth/register', pasien({ email })), 'validation_failed', ['email'])
  }
})

test('a name is one line of 1 to 120 characters that is seen and turns nothing around', async ({ api }) => {
  for (const nama of ['', '   ', '\u200b', '\u3164 \u2800', 'x'.repeat(101), 'Sari\ndr. Budi', 'Sari\u2028dr. Budi', '\u202eiraS']) {
    expectRefusal(await api.post('/auth/register', pasien({ nama })), 'validation_failed', ['nama'])
  }
  expectSuccess(await api.post('/auth/register', pasien({ nama: '👍'.repeat(100) })), 201)
})

test('a password has 10 to 128 characters and no rules of composition', async ({ api }) => {
  for (const password of ['', 'x1!aB2@cD', 'k'.repeat(129), '👍🙏✅❓😢abcd']) {
    expectRefusal(await api.post('/auth/register', pasien({ password })), 'validation_failed', ['password'])
  }
  for (const password of ['sepuluhkatasaja tanpa angka', `${'ab cd '.repeat(21)}ef`, '👍🙏✅❓😢👀🎈🚀🍉🌧️', ' spasi di ujung ']) {
    const account = pasien({ password })
    expectSuccess(await api.post('/auth/register', account), 201)
    expectSuccess(await api.post('/auth/login', { email: account.email, password }))
    expectRefusal(await api.post('/auth/login', { email: account.email, password: `${password} ` }), 'unauthenticated')
  }
})

test('a long password of few different characters is one: there are no rules of composition', async ({ api }) => {
  for (const password of ['a'.repeat(128), '01'.repeat(32), 'hahahahahahaha hahahahahaha'])
    expectSuccess(await api.post('/auth/register', pasien({ password })), 201)
})

test('a common password is refused, in any case', async ({ api }) => {
  for (const password of ['1234567890', 'password123', 'PASSWORD123', 'qwertyuiop', 'aaaaaaaaaaaa', 'indonesia123']) {
    expectRefusal(await api.post('/auth/register', pasien({ password })), 'validation_failed', ['password'])
  }
})

test('a name that pretends to be verified, the clinic or somebody else is refused; one that looks like another dokter’s is shown to the admin', async ({
  api,
  clinic,
}) => {
  for (const nama of ['dr. Budi ✅ Terverifikasi', 'Admin Sapa', 'dr. Вudi', 'Bu\u00addi', 'Budi\ufffe', 'Bu\u200bdi'])
    expectRefusal(await api.post('/auth/register', pasien({ nama })), 'validation_failed', ['nama'])
  const { api: admin } = await clinic.admin()
  const word = [...crypto.randomUUID().replace(/[^a-f]/g, '')].join('o')
  const first = expectSuccess(await api.post('/auth/register', dokter({ nama: `dr. Ani ${word}` })), 201)
  expectSuccess(await api.post('/auth/register', dokter({ nama: `dr. Ani ${word.replaceAll('o', '0')}, Sp.A` })), 201)
  const [row] = expectSuccess(await admin.get('/admin/dokter?status=menunggu&per_page=1'))
  expect(row?.nama_mirip).toEqual([{ id: first.pengguna.id, nama: `dr. Ani ${word}` }])
})

test('addresses as mail servers know them register and sign in, in either spelling of their host', async ({ api }) => {
  const who = crypto.randomUUID()
  const account = pasien({ email: `r&d.${who}@MÜNCHEN.test` })
  const { pengguna } = expectSuccess(await api.post('/auth/register', account), 201)
  expect(pengguna.email).toBe(`r&d.${who}@xn--mnchen-3ya.test`)
  for (const email of [account.email, pengguna.email]) expectSuccess(await api.post('/auth/login', { email, password: account.password }))
  expectRefusal(await api.post('/auth/register', pasien({ email: pengguna.email })), 'email_taken')
  expectRefusal(await api.post('/auth/register', pasien({ email: `bü${who}@klinik.test` })), 'validation_failed', ['email'])
})

test('a password fits however the keyboard composes its letters', async ({ api }) => {
  const account = pasien({ password: 'kafé-mélati-42'.normalize('NFC') })
  expectSuccess(await api.post('/auth/register', account), 201)
  expectSuccess(await api.post('/auth/login', { email: account.email, password: account.password.normalize('NFD') }))
})
