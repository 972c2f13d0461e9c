import type { Client } from '@/e2e/client'
import { mark, PASSWORD, type Person } from '@/e2e/clinic'
import { expect, mailFolder, test } from '@/e2e/fixtures'
import { confirmationsTo, mailsTo } from '@/e2e/mail/mailbox'
import { expectRefusal, expectSuccess } from '@/e2e/refusal'

/** The token of the newest letter that confirms this address, once there are so many. */
async function tokenTo(email: string, letters = 1): Promise<string> {
  await expect.poll(() => confirmationsTo(mailFolder(), email).length, { timeout: 15_000 }).toBe(letters)
  return /\/konfirmasi-email#([\w-]+)/.exec(confirmationsTo(mailFolder(), email).at(-1)?.text ?? '')?.[1] ?? ''
}

const confirm = (api: Client, token: string) => api.post('/auth/konfirmasi-email', { token })
const akunOf = async (api: Client) => expectSuccess(await api.get('/akun'))

test('a letter of the registration confirms the address, once; until then nothing is walled off', async ({ api, clinic }) => {
  const person = await clinic.pasien()
  expect(await akunOf(person.api)).toMatchObject({ email_dikonfirmasi: false, email_baru: null })
  const first = await tokenTo(person.email)
  expectSuccess(await person.api.post('/akun/email/konfirmasi'))
  const second = await tokenTo(person.email, 2)
  for (const worthless of [first, 'bukan-token', '']) expectRefusal(await confirm(api, worthless), 'validation_failed', ['token'])
  expectSuccess(await confirm(api, second))
  expectRefusal(await confirm(api, second), 'validation_failed', ['token'])
  expect(await akunOf(person.api)).toMatchObject({ email_dikonfirmasi: true })
  // Nothing more to ask for.
  expectSuccess(await person.api.post('/akun/email/konfirmasi'))
  expect(await akunOf((await clinic.admin()).api)).toMatchObject({ email_dikonfirmasi: true })
})

test('a new address counts once its letter was followed; the old one is told, and its letters are worth nothing', async ({
  api,
  clinic,
}) => {
  const person = await clinic.pasien()
  const [unwanted, wanted] = [`${mark()}@uji.test`, `${mark()}@uji.test`]
  const old = await tokenTo(person.email)
  const ask = (email: string, password = PASSWORD) => person.api.put('/akun/email', { email, password })
  expectRefusal(await ask(wanted, 'bukan-kata-sandinya'), 'validation_failed', ['password'])
  expectRefusal(await ask('bukan alamat'), 'validation_failed', ['email'])
  expectRefusal(await ask(person.email.toUpperCase()), 'validation_failed', ['email'])
  expectSuccess(await ask(unwanted))
  const dropped = await tokenTo(unwanted)
  expectSuccess(await ask(wanted.toUpperCase()))
  const token = await tokenTo(wanted)
  expect(await akunOf(person.api)).toMatchObject({ email_baru: wanted, pengguna: { email: person.email } })
  expectRefusal(await confirm(api, dropped), 'validation_failed', ['token'])
  expectSuccess(await confirm(api, token))
  expect(await akunOf(person.api)).toMatchObject({ email_dikonfirmasi: true, email_baru: null, pengguna: { email: wanted } })
  expectRefusal(await confirm(api, old), 'validation_failed', ['token'])
  await expect.poll(() => mailsTo(mailFolder(), person.email).map(({ subject }) => subject), { timeout: 15_000 }).toHaveLength(1)
  expect(mailsTo(mailFolder(), person.email)[0]?.text).not.toContain(wanted)
  expect((await api.post('/auth/login', { email: person.email, password: PASSWORD })).status).toBe(401)
  expectSuccess(await api.post('/auth/login', { email: wanted, password: PASSWORD }))
})

test('a new password ends the wish for another address: whoever knew the old one gets no foot in the door', async ({ api, clinic }) => {
  for (const replace of [changed, forgotten]) {
    const person = await clinic.pasien()
    const wanted = `${mark()}@uji.test`
    expectSuccess(await person.api.put('/akun/email', { email: wanted, password: PASSWORD }))
    const [foreign, own] = [await tokenTo(wanted), await tokenTo(person.email)]
    await replace(person)
    expectRefusal(await confirm(api, foreign), 'validation_failed', ['token'])
    // Only the wish has ended: one's own address can still be confirmed.
    expectSuccess(await confirm(api, own))
  }
})

const BARU = 'samudra-luas-77'
const changed = async ({ api }: Person) => expectSuccess(await api.put('/auth/password', { lama: PASSWORD, baru: BARU }))
const forgotten = async (person: Person) =>
  expectSuccess(await person.api.post('/auth/atur-ulang-sandi', { token: await resetTokenOf(person), baru: BARU }))

async function resetTokenOf({ api, email }: Person): Promise<string | undefined> {
  expectSuccess(await api.post('/auth/lupa-sandi', { email }))
  await expect.poll(() => mailsTo(mailFolder(), email), { timeout: 15_000 }).toHaveLength(1)
  return /\/lupa-sandi#([\w-]+)/.exec(mailsTo(mailFolder(), email)[0]?.text ?? '')?.[1]
}

test('a suspension ends the wish for another address and a letter that replaces the password, also when the account comes back', async ({
  api,
  clinic,
}) => {
  const person = await clinic.pasien()
  const wanted = `${mark()}@uji.test`
  expectSuccess(await person.api.put('/akun/email', { email: wanted, password: PASSWORD }))
  const [foreign, own] = [await tokenTo(wanted), await tokenTo(person.email)]
  const reset = await resetTokenOf(person)
  await clinic.setActive(person, false)
  await clinic.setActive(person, true)
  expectRefusal(await confirm(api, foreign), 'validation_failed', ['token'])
  expectRefusal(await api.post('/auth/atur-ulang-sandi', { token: reset, baru: BARU }), 'validation_failed', ['token'])
  expectSuccess(await confirm(api, own))
})

test('whether somebody has an address is told to whoever reads its letters, and to nobody else', async ({ api, clinic }) => {
  const person = await clinic.pasien()
  const wanted = `${mark()}@uji.test`
  expectSuccess(await person.api.put('/akun/email', { email: wanted, password: PASSWORD }))
  const token = await tokenTo(wanted)
  expectSuccess(await api.post('/auth/register', { nama: 'Lebih Cepat', email: wanted, password: PASSWORD, peran: 'pasien' }), 201)
  expectRefusal(await confirm(api, token), 'email_taken')
  expect(await akunOf(person.api)).toMatchObject({ pengguna: { email: person.email } })
  const taken = await clinic.pasien()
  expectSuccess(await person.api.put('/akun/email', { email: taken.email, password: PASSWORD }))
})
