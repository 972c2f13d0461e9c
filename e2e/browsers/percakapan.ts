import { expect } from '@playwright/test'
import type { Konsultasi, Person } from '@/e2e/clinic'
import type { PesanView } from '@/lib/contract/pesan'
import { KEYS, type Window } from './window'

/** What the people of a konsultasi do and see, through whichever browser. */

/** Signs in with the keyboard, as this person's browser does for the first time. */
export async function signIn(window: Window, { email, password }: Person): Promise<void> {
  await window.open('/masuk')
  await window.type('Email', email)
  await window.type('Kata sandi', password, KEYS.enter)
  await expect.poll(() => window.run<string>('return location.pathname')).toMatch(/^\/(pasien|dokter)$/)
}

/** What the sign-in page asks of the system, from whichever page of it is open. */
const SIGN_IN = `
  return fetch('/api/auth/csrf').then((answer) => answer.json()).then(({ csrfToken }) =>
    fetch('/api/auth/callback/credentials', { method: 'POST', body: new URLSearchParams({ ...arguments[0], csrfToken, json: 'true' }) }),
  ).then(({ status }) => status)`

/** Opens a conversation that is ready to be written in. */
export async function enter(window: Window, { id, dokter }: Konsultasi, who: Person): Promise<void> {
  expect(await window.run(SIGN_IN, { email: who.email, password: who.password })).toBe(200)
  await window.open(`/${who === dokter ? 'dokter' : 'pasien'}/konsultasi/${id}`)
  await window.has('textbox', 'Tulis pesan')
  await window.sees('Terhubung')
}

/** Types a pesan and presses Enter. */
export const write = (window: Window, text: string): Promise<void> => window.type('Tulis pesan', text, KEYS.enter)

/** The bubbles that hold this text, each with everything that is said of it. */
export const rowsOf = (window: Window, text: string): Promise<string[]> =>
  window.run(
    `return [...document.querySelectorAll('[role=log] li[data-key]')].map((row) => row.textContent).filter((row) => row.includes(arguments[0]))`,
    text,
  )

/** One bubble holds this text, and this is said of it. */
export const seesRow = (window: Window, text: string, said = ''): Promise<void> =>
  expect.poll(() => rowsOf(window, text)).toEqual([expect.stringContaining(said)])

/** What stands in the textbox. */
export const draftOf = (window: Window): Promise<string> => window.run(`return document.querySelector('main textarea')?.value ?? ''`)

/** The conversation as somebody else of it is answered. */
export const pesanFor = async (person: Person, { id }: Konsultasi): Promise<PesanView[]> => (await person.api.get(`/pesan/${id}`)).body.data

export const unreadOf = async (person: Person, { id }: Konsultasi): Promise<number> =>
  (await person.api.get(`/pesan/${id}/unread-count`)).body.data.unread_count
