import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { Client } from './client'
import { Clinic, type Person } from './clinic'
import { Complaints } from './complaints'

interface Options {
  /** Where the system under test is: with realtime unless a test says otherwise (`test.use({ url: pollingUrl() })`). */
  readonly url: string
}

interface Fixtures {
  /** A client that is nobody. `person.api` asks as that person. */
  readonly api: Client
  readonly clinic: Clinic
  /** What pages complained about on the console; anything that was not allowed fails the test. */
  readonly complaints: Complaints
  /** A browser of this person's own, signed in through next-auth. */
  readonly browserOf: (person: Person, options?: BrowserContextOptions) => Promise<BrowserContext>
  /** A page in a new browser of this person's own. */
  readonly pageOf: (person: Person, path?: string, options?: BrowserContextOptions) => Promise<Page>
}

export const test = base.extend<Fixtures & Options>({
  url: [process.env.SAPA_URL ?? 'http://127.0.0.1:3000', { option: true }],
  baseURL: ({ url }, use) => use(url),
  locale: 'id-ID',
  timezoneId: 'Asia/Jakarta',
  // It fetches the whole application for each new browser, which is half of what most tests would cost. Whatever has to do with it allows it.
  serviceWorkers: 'block',

  api: ({ url }, use) => use(new Client(url)),
  clinic: ({ api }, use) => use(clinicAt(api)),

  complaints: async ({ url: _ }, use) => {
    const complaints = new Complaints()
    await use(complaints)
    expect(complaints.unexpected(), 'complaints of pages').toEqual([])
  },

  context: async ({ context, complaints }, use) => {
    complaints.listenTo(context)
    await use(context)
  },

  browserOf: async ({ browser, url, complaints, serviceWorkers }, use) => {
    const opened: BrowserContext[] = []
    await use(async (person, options = {}) => {
      const context = await browser.newContext({ baseURL: url, serviceWorkers, ...options })
      opened.push(context)
      complaints.listenTo(context)
      await signIn(context, person)
      return context
    })
    for (const context of opened) await context.close()
  },

  pageOf: ({ browserOf }, use) =>
    use(async (person, path, options) => {
      const page = await (await browserOf(person, options)).newPage()
      if (path !== undefined) await page.goto(path)
      return page
    }),
})

export { expect }

/** The same system without a realtime server. */
export const pollingUrl = (): string => process.env.SAPA_POLLING_URL ?? 'http://127.0.0.1:3001'

/** The push service of these tests; see push/service.ts. */
export const pushUrl = (): string => process.env.SAPA_PUSH_URL ?? 'http://127.0.0.1:3002'

/** Where mail of the system with realtime lies, and where the mail server of the one without keeps what it was sent. */
export const mailFolder = (): string => process.env.SAPA_MAIL ?? '.data/mail'
export const smtpFolder = (): string => process.env.SAPA_SMTP ?? '.data/smtp'

const clinics = new Map<string, Clinic>()

/** One for each worker and server, so that the admin signs in once. */
function clinicAt(api: Client): Clinic {
  const known = clinics.get(api.url) ?? new Clinic(api)
  clinics.set(api.url, known)
  return known
}

/** Through the routes that the sign-in page itself uses. */
export async function signIn(context: BrowserContext, { email, password }: Person): Promise<void> {
  const { csrfToken } = (await (await context.request.get('/api/auth/csrf')).json()) as { csrfToken: string }
  const form = { email, password, csrfToken, callbackUrl: '/', json: 'true' }
  const answer = await context.request.post('/api/auth/callback/credentials', { form })
  if (answer.status() !== 200) throw new Error(`${email} cannot sign in: ${answer.status()} ${await answer.text()}`)
}
