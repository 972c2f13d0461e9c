import { expect } from '@playwright/test'
import { TOTP } from 'otpauth'
import { PASSWORD, type Person } from './clinic'
import { expectSuccess } from './refusal'

/** Somebody with a second factor. The code that turned it on is used up: the next one comes from a later step. */
export interface Holder extends Person {
  readonly totp: TOTP
  readonly kode: readonly string[]
}

const STEP_MS = 30_000
/** How long a test may take to bring a code before its step has gone by, in milliseconds. */
const HASTE_MS = 8000

/** What the app shows, so many steps from now. -1 and 0 count now and for some seconds more, whatever the clock says. */
export const codeOf = (totp: TOTP, steps = 0) => totp.generate({ timestamp: Date.now() + HASTE_MS + steps * STEP_MS })

/** Prepares one; its first code has not come yet. */
export async function secretOf(person: Person): Promise<TOTP> {
  const { rahasia, otpauth } = expectSuccess(await person.api.post('/akun/faktor-kedua', { password: PASSWORD }), 201)
  expect(otpauth).toContain(`secret=${rahasia}`)
  return new TOTP({ secret: rahasia })
}

/** Somebody new with a second factor, turned on by a code of the step before: that of this one is left. */
export async function holder(person: Person): Promise<Holder> {
  const totp = await secretOf(person)
  const turnedOn = await person.api.put('/akun/faktor-kedua', { totp: codeOf(totp, -1) })
  return { ...person, totp, kode: expectSuccess(turnedOn).kode_pemulihan }
}
