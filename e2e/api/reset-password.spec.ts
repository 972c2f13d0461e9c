import { Client as Database } from 'pg'
import type { Client } from '@/e2e/client'
import { mark, PASSWORD } from '@/e2e/clinic'
import { expect, mailFolder, test } from '@/e2e/fixtures'
import { mailsTo } from '@/e2e/mail/mailbox'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'
import { holder } from '@/e2e/totp'

const BARU = 'rembulan-di-teluk-19'

/** The token of the newest letter to this address, once there are so many. */
async function tokenOf(email: string, letters = 1): Promise<string> {
  await expect.poll(() => mailsTo(mailFolder(), email).length, { timeout: 15_000 }).toBe(letters)
  const last = mailsTo(mailFolder(), email).at(-1)
  return /\/lupa-sandi#([\w-]+)/.exec(last?.text ?? '')?.[1] ?? ''
}

const ask = (api: Client, email: string) => api.post('/auth/lupa-sandi', { email })
const reset = (api: Client, token: string, baru = BARU) => api.post('/auth/atur-ulang-sandi', { token, baru })

test('a letter lets its reader set a new password once, and every session ends', async ({ api, clinic }) => {
  const pasien = await clinic.pasien()
  expectSuccess(await ask(api, pasien.email.toUpperCase()))
  const token = await tokenOf(pasien.email)
  expectRefusal(await reset(api, token, 'password123'), 'validation_failed', ['baru'])
  expectSuccess(await reset(api, token))
  expectRefusal(await pasien.api.get('/auth/me'), 'unauthenticated')
  expect((await api.post('/auth/login', { email: pasien.email, password: PASSWORD })).status).toBe(401)
  expectSuccess(await api.post('/auth/login', { email: pasien.email, password: BARU }))
  expectRefusal(await reset(api, token, 'matahari-di-teluk-20'), 'validation_failed', ['token'])
})

test('of two who bring the same token at the same moment one wins', async ({ api, clinic }) => {
  const { email } = await clinic.pasien()
  expectSuccess(await ask(api, email))
  const token = await tokenOf(email)
  const answers = await Promise.all([reset(api, token), reset(api, token, 'matahari-di-teluk-20')])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
})

test('an older letter, one of another time and one to a suspended account are worth nothing', async ({ api, clinic }) => {
  const [asked, late, suspended] = await Promise.all([clinic.pasien(), clinic.pasien(), clinic.pasien()])
  for (const { email } of [asked, late, suspended]) expectSuccess(await ask(api, email))
  const [first, past, closed] = [await tokenOf(asked.email), await tokenOf(late.email), await tokenOf(suspended.email)]
  expectSuccess(await ask(api, asked.email))
  await tokenOf(asked.email, 2)
  await clinic.setActive(suspended, false)
  await endResetOf(late.email)
  for (const token of [first, past, closed, 'bukan-token', '']) expectRefusal(await reset(api, token), 'validation_failed', ['token'])
})

test('an address without an account is answered like any other, gets no letter, and is limited like any other', async ({ api, clinic }) => {
  const [unknown, { email: known }] = [`${mark()}@uji.test`, await clinic.pasien()]
  for (let n = 0; n < 3; n++) {
    const [one, other] = [await ask(api, unknown), await ask(api, known)]
    expectSuccess(one)
    expect({ ...other.body, request_id: 0 }).toEqual({ ...one.body, request_id: 0 })
  }
  for (const email of [unknown, known]) {
    const limited = await ask(api, email)
    expectRefusal(limited, 'rate_limited')
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0)
  }
  await tokenOf(known, 3)
  expect(mailsTo(mailFolder(), unknown)).toEqual([])
})

async function endResetOf(email: string): Promise<void> {
  const database = new Database({ connectionString: process.env.SAPA_DATABASE_URL })
  await database.connect()
  try {
    await database.query(
      `UPDATE atur_ulang_sandi SET berlaku_sampai = now() - interval '1 second' WHERE pengguna_id = (SELECT id FROM pengguna WHERE email = $1)`,
      [email],
    )
  } finally {
    await database.end()
  }
}

test('who reads the letters of an address that nobody had confirmed gets the account, also where somebody else set a second factor up', async ({
  api,
  clinic,
}) => {
  const squatted = await holder(await clinic.pasien())
  expectSuccess(await ask(api, squatted.email))
  expectSuccess(await reset(api, await tokenOf(squatted.email)))
  const { token } = expectSuccess(await api.post('/auth/login', { email: squatted.email, password: BARU }))
  expect(expectSuccess(await api.bearing(token).get('/akun'))).toMatchObject({ email_dikonfirmasi: true, faktor_kedua: { aktif: false } })
})
