import { Client as Database } from 'pg'
import type { Client, Reply } from '@/e2e/client'
import { mark, PASSWORD, type Person } from '@/e2e/clinic'
import { expect, mailFolder, test } from '@/e2e/fixtures'
import { mailsTo } from '@/e2e/mail/mailbox'
import { NextAuthBrowser } from '@/e2e/next-auth-browser'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import { codeOf, holder, secretOf } from '@/e2e/totp'

const login = (api: Client, email: string, totp?: string | null, password = PASSWORD) => api.post('/auth/login', { email, password, totp })

test('a second factor asks for nothing until its first code has come, and then for a code beside the right password', async ({
  api,
  clinic,
}) => {
  const person = await clinic.pasien()
  const forgotten = await secretOf(person)
  const totp = await secretOf(person)
  expectSuccess(await login(api, person.email))
  for (const wrong of ['000000', codeOf(forgotten), '', 'abc'])
    expectRefusal(await person.api.put('/akun/faktor-kedua', { totp: wrong }), 'validation_failed', ['totp'])
  const { kode_pemulihan } = expectSuccess(await person.api.put('/akun/faktor-kedua', { totp: codeOf(totp, -1) }))
  expect(new Set(kode_pemulihan).size).toBe(10)
  for (const kode of kode_pemulihan) expect(kode).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
  // The session that set it up goes on.
  const akun = expectSuccess(await person.api.get('/akun'))
  expect(akun.faktor_kedua).toEqual({ aktif: true, wajib: false, kode_tersisa: 10 })
  expectRefusal(await login(api, person.email), 'totp_required')
  for (const none of ['  ', null]) expectRefusal(await login(api, person.email, none), 'totp_required')
  const code = codeOf(totp)
  const session = expectSuccess(await login(api, person.email, `${code.slice(0, 3)} ${code.slice(3)}`))
  expect(session.pengguna.id).toBe(person.id)
  const deeds = await (await clinic.admin()).api.get(`/admin/audit?aktor=${person.id}`)
  expect(expectSuccess(deeds).map(({ aksi }) => aksi)).toEqual(['pengguna.faktor_dipasang'])
  expect(deeds.text).not.toContain(totp.secret.base32)
})

test('a wrong password is one answer, whatever code comes with it', async ({ api, clinic }) => {
  const { email, totp } = await holder(await clinic.pasien())
  const answers = [
    await login(api, email, codeOf(totp), 'bukan-kata-sandinya'),
    await login(api, email, '000000', 'bukan-kata-sandinya'),
    await login(api, `${mark()}@uji.test`, '000000'),
  ]
  for (const answer of answers) expectRefusal(answer, 'unauthenticated')
  expect(new Set(answers.map(({ body }) => body.message)).size).toBe(1)
  // The code was not even looked at: it still counts.
  expectSuccess(await login(api, email, codeOf(totp)))
})

test('a code counts once, through both doors together, also for two who bring it at the same moment', async ({ api, clinic }) => {
  const { email, totp } = await holder(await clinic.pasien())
  const code = codeOf(totp)
  const answers = await Promise.all([login(api, email, code), login(api, email, code)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  const browser = new NextAuthBrowser(api.url)
  expect((await browser.signIn(email, PASSWORD, { totp: code })).status).toBe(401)
  // Nor one of a step before, and none of another time.
  for (const steps of [-1, -4, 4]) expect((await browser.signIn(email, PASSWORD, { totp: codeOf(totp, steps) })).status).toBe(401)
  expect(browser.session()).toBeUndefined()
})

test('a browser is told that a code is missing, and gets no session before it comes', async ({ api, clinic }) => {
  const { email, totp } = await holder(await clinic.pasien())
  const browser = new NextAuthBrowser(api.url)
  const asked = await browser.signIn(email, PASSWORD)
  expect(asked.status).toBe(401)
  expect(await asked.json()).toMatchObject({ success: false, code: 'totp_required' })
  expect(browser.session()).toBeUndefined()
  expect((await browser.signIn(email, PASSWORD, { totp: codeOf(totp) })).status).toBe(200)
  expect(browser.session()).toBeTruthy()
})

test('a recovery code stands in for a code, once, however it is typed, also for two who bring it at the same moment', async ({
  api,
  clinic,
}) => {
  const { email, kode } = await holder(await clinic.pasien())
  const [one = '', other = ''] = kode
  const answers = await Promise.all([login(api, email, one), login(api, email, one)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  expectRefusal(await login(api, email, one), 'totp_required')
  const session = expectSuccess(await login(api, email, ` ${other.toLowerCase().replace('-', ' ')} `))
  const akun = expectSuccess(await api.bearing(session.token).get('/akun'))
  expect(akun.faktor_kedua.kode_tersisa).toBe(8)
})

test('codes cannot be tried one after the other: the right password and the right code are refused too, and asking without a code wipes nothing away', async ({
  api,
  clinic,
}) => {
  const { email, totp } = await holder(await clinic.pasien())
  const statuses: number[] = []
  for (let n = 0; n < 60 && statuses.at(-1) !== 429; n++) {
    const answer = await login(api, email, n % 2 ? 'AAAAA-AAAAA' : '000000')
    statuses.push(answer.status)
    if (n < 3) expectRefusal(await login(api, email), 'totp_required')
  }
  expect(statuses.length).toBeGreaterThan(3)
  expect(statuses.at(-1)).toBe(429)
  expectRefusal(await login(api, email, codeOf(totp)), 'rate_limited')
})

test('the first code cannot be tried out either: after ten wrong ones the right one is refused too', async ({ clinic }) => {
  const person = await clinic.pasien()
  const totp = await secretOf(person)
  const activate = (code: string) => person.api.put('/akun/faktor-kedua', { totp: code })
  for (let n = 0; n < 10; n++) expectRefusal(await activate('000000'), 'validation_failed', ['totp'])
  expectRefusal(await activate(codeOf(totp)), 'rate_limited')
})

test('turning it off and new recovery codes ask for the password and a code that was not used', async ({ api, clinic }) => {
  const { email, totp, kode, api: own } = await holder(await clinic.pasien())
  const [first = '', second = ''] = kode
  for (const [method, path] of [
    ['PUT', '/akun/faktor-kedua/kode-pemulihan'],
    ['DELETE', '/akun/faktor-kedua'],
  ] as const) {
    const ask = (json: object) => own.ask(method, path, { json })
    expectRefusal(await ask({ password: 'bukan-kata-sandinya', totp: codeOf(totp) }), 'validation_failed', ['password'])
    expectRefusal(await ask({ password: PASSWORD }), 'validation_failed', ['totp'])
    expectRefusal(await ask({ password: PASSWORD, totp: '000000' }), 'validation_failed', ['totp'])
    expectRefusal(await ask({ totp: codeOf(totp) }), 'validation_failed', ['password'])
  }
  const renewed = await own.put('/akun/faktor-kedua/kode-pemulihan', { password: PASSWORD, totp: codeOf(totp) })
  const [fresh = ''] = expectSuccess(renewed).kode_pemulihan
  expectRefusal(await login(api, email, first), 'totp_required')
  expectRefusal(await own.ask('DELETE', '/akun/faktor-kedua', { json: { password: PASSWORD, totp: second } }), 'validation_failed', [
    'totp',
  ])
  expectSuccess(await own.ask('DELETE', '/akun/faktor-kedua', { json: { password: PASSWORD, totp: fresh } }))
  expectSuccess(await login(api, email))
  expectRefusal(await own.ask('DELETE', '/akun/faktor-kedua', { json: { password: PASSWORD } }), 'invalid_transition')
})

test('a second factor that is there is not prepared anew, nor with a wrong password', async ({ clinic }) => {
  const person = await clinic.pasien()
  expectRefusal(await person.api.post('/akun/faktor-kedua', { password: 'bukan-kata-sandinya' }), 'validation_failed', ['password'])
  expectRefusal(await person.api.post('/akun/faktor-kedua', {}), 'validation_failed', ['password'])
  expectRefusal(await person.api.put('/akun/faktor-kedua', { totp: '123456' }), 'invalid_transition')
  const { api, totp } = await holder(await clinic.pasien())
  expectRefusal(await api.post('/akun/faktor-kedua', { password: PASSWORD }), 'invalid_transition')
  expectRefusal(await api.put('/akun/faktor-kedua', { totp: codeOf(totp) }), 'invalid_transition')
})

test('a session that ends at the same moment neither turns a second factor on nor off', async ({ clinic }) => {
  const [bare, held] = [await clinic.pasien(), await holder(await clinic.pasien())]
  const totp = await secretOf(bare)
  const on = await whileEnding(bare, () => bare.api.put('/akun/faktor-kedua', { totp: codeOf(totp) }))
  const off = await whileEnding(held, () => held.api.delete('/akun/faktor-kedua', { password: PASSWORD, totp: held.kode[0] }))
  for (const answer of [on, off]) expectRefusal(answer, 'unauthenticated')
})

/** Asks while somebody's sessions end in a transaction that is not through yet; it is through when what was asked waits for it. */
async function whileEnding({ email }: Person, ask: () => Promise<Reply>): Promise<Reply> {
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  try {
    await database.query('BEGIN')
    const { rows } = await database.query('SELECT id FROM pengguna WHERE email = $1 FOR NO KEY UPDATE', [email])
    await database.query('DELETE FROM sesi WHERE pengguna_id = $1', [rows[0].id])
    const answer = ask()
    const waiting = 'SELECT FROM pg_stat_activity WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))'
    await expect.poll(async () => (await database.query(waiting)).rowCount).toBe(1)
    await database.query('COMMIT')
    return await answer
  } finally {
    await database.end()
  }
}

test('wrong codes count by themselves: changing the password wipes none away, and their owner is told by mail', async ({ api, clinic }) => {
  const { email, totp, api: own } = await holder(await clinic.pasien())
  let password = PASSWORD
  const statuses: number[] = []
  for (let n = 0; n < 12; n++) {
    statuses.push((await api.post('/auth/login', { email, password, totp: '000000' })).status)
    if (n % 4 !== 3) continue
    const baru = `teluk-bening-${n}-lagi`
    expectSuccess(await own.put('/auth/password', { lama: password, baru }))
    password = baru
  }
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
  expectRefusal(await api.post('/auth/login', { email, password, totp: codeOf(totp) }), 'rate_limited')
  const told = () => mailsTo(mailFolder(), email).filter(({ subject }) => subject === 'Ada yang mencoba masuk ke akun Sapa Anda')
  await expect.poll(told, { timeout: 15_000 }).toHaveLength(1)
})
