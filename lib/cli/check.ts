import { createTransport } from 'nodemailer'
import type { Variables } from '@/lib/env'
import { withWhatIsThere } from './installation'
import { StartError } from './start-error.mjs'

interface Looking {
  readonly variables: Variables
  /** Why the database cannot be worked with, or null. */
  fault: Error | null
  /** Has no start laid its tables yet? */
  isNew: boolean
}

/** What is looked at, in order; each answers with what it found, and throws when that is not well. */
const CHECKS: Readonly<Record<string, (looking: Looking) => Promise<string>>> = {
  database: async (looking) => {
    if (looking.fault) throw looking.fault
    const { env } = await import('@/lib/env')
    const { lookAhead } = await import('@/lib/data/migrate')
    const { pending, isNew } = await lookAhead(env().directUrl)
    looking.isNew = isNew
    if (isNew) return `answers, and is empty: the first start applies ${pending} migrations`
    return pending === 0 ? 'answers, and has every migration' : `answers; the next start applies ${pending} migrations`
  },
  'audit log': async ({ isNew, fault }) => {
    if (fault) throw new NotLooked('it is in the database')
    if (isNew) return NOTHING
    const { checkWholeRantai } = await import('@/lib/operations/check-rantai')
    const { utuh, diperiksa } = await checkWholeRantai()
    if (!utuh) throw new StartError(`row ${diperiksa} does not fit to the one before: a row was changed or removed`)
    return `${diperiksa} rows, each fits to the one before`
  },
  files: async ({ isNew, fault, variables: { S3_BUCKET } }) => {
    const { store } = await import('@/lib/storage/the-store')
    const { sizeOf } = await store()
    const sizeIn = (key: string) =>
      sizeOf(key).catch((error: unknown) => Promise.reject(new StartError(`the store does not answer as it should (${reasonOf(error)})`)))
    // What is never there is asked for too, so that a store without files shows whether it answers and knows us.
    await sizeIn('-')
    if (fault) throw new NotLooked('the store answers; the database knows which should be there')
    if (isNew) return NOTHING
    const { listStoredFiles } = await import('@/lib/data/lampiran')
    const files = await listStoredFiles()
    const missing = await filterAtOnce(files, async ({ kunci, ukuran }) => (await sizeIn(kunci)) !== Number(ukuran))
    if (missing.length > 0)
      throw new StartError(
        `${missing.length} of ${files.length} are missing or of another size: ${missing
          .slice(0, 5)
          .map(({ kunci }) => kunci)
          .join(', ')}`,
      )
    return `${files.length}, all there${S3_BUCKET ? ', in the bucket' : ''}`
  },
  mail: async ({ variables: { SMTP_URL } }) => {
    if (!SMTP_URL) return 'SMTP_URL is not set: letters stay here as files'
    const { env } = await import('@/lib/env')
    await createTransport({
      url: SMTP_URL,
      requireTLS: env().smtpNeedsTls,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 10_000,
    }).verify()
    return 'the mail server answers and lets us in'
  },
  realtime: async ({ variables }) => {
    const { pusherOf } = await import('@/lib/env')
    const settings = pusherOf(variables)
    if (!settings) return variables.REALTIME === 'off' ? 'off: pages poll' : 'the embedded server'
    const { openPusher } = await import('@/lib/realtime/publish')
    await openPusher(settings)
      .get({ path: '/channels' })
      .catch((error: unknown) => Promise.reject(new StartError(refusalOfRealtime(error))))
    const { browsersWay, faultOfBrowsersWay } = await import('@/lib/realtime/browsers-way')
    const fault = await faultOfBrowsersWay(settings)
    if (fault) throw new StartError(`the realtime server answers, but ${browsersWay(settings)}/app/, where browsers look for it, ${fault}`)
    return 'the realtime server answers and knows our key, also by the way that browsers take'
  },
}

const NOTHING = 'nothing yet'

/** What cannot be known while something else is not well. */
class NotLooked extends Error {}

/** The official client's error has the status of an answer, or another error inside it where there was none. */
function refusalOfRealtime(error: unknown): string {
  const { status, error: inside } = error as { status?: number; error?: unknown }
  if (status) return `the realtime server answers ${status}: PUSHER_APP_ID, PUSHER_KEY or PUSHER_SECRET is not what it knows`
  return `the realtime server cannot be reached (${reasonOf(inside ?? error)})`
}

/** What is known of an error without its words, which may quote an address with a password. */
const reasonOf = (error: unknown) =>
  error instanceof Error ? ('code' in error && typeof error.code === 'string' ? error.code : error.name) : 'unknown error'

/** Questions at once, where each waits for a store. */
const AT_ONCE = 8

/** Those for which the answer is yes. */
async function filterAtOnce<Item>(items: readonly Item[], ask: (item: Item) => Promise<boolean>): Promise<Item[]> {
  const found: Item[] = []
  const rest = items.values()
  const askInTurn = async () => {
    for (const item of rest) if (await ask(item)) found.push(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, askInTurn))
  return found
}

/** Says of everything that Sapa needs whether it is well, without starting it. Ends with 1 when something is not. */
export async function main(): Promise<void> {
  let failed = 0
  await withWhatIsThere(async ({ variables, fault }) => {
    const looking: Looking = { variables, fault, isNew: false }
    say('ok', 'settings', 'understood')
    for (const [name, look] of Object.entries(CHECKS)) {
      const told = await look(looking).catch((error: unknown) => error as Error)
      if (typeof told === 'string') say('ok', name, told)
      else if (told instanceof NotLooked) say('-', name, `not looked at: ${told.message}`)
      else {
        failed += 1
        if (name === 'database') looking.fault ??= told
        say('FAIL', name, (told.message || reasonOf(told)).split('\n')[0] ?? '')
      }
    }
  })
  if (failed > 0) throw new StartError(`${failed} of these ${failed === 1 ? 'is' : 'are'} not well.`)
}

const say = (mark: 'ok' | 'FAIL' | '-', name: string, told: string) => process.stdout.write(`${mark.padEnd(5)} ${name}: ${told}\n`)
