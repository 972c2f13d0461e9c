import { statSync } from 'node:fs'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Variables } from '@/lib/env'
import { filesFolder } from '@/lib/storage/disk'
import { withInstallation } from './installation'
import { StartError } from './start-error.mjs'

/** What is looked at, in order; each answers with what it found, and throws when that is not well. */
const CHECKS: Readonly<Record<string, (variables: Variables, dataDir: string) => Promise<string>>> = {
  database: async () => {
    const { env } = await import('@/lib/env')
    const { countPending } = await import('@/lib/data/migrate')
    const pending = await countPending(env().directUrl)
    return pending === 0 ? 'answers, and has every migration' : `answers; the next start applies ${pending} migrations`
  },
  'audit log': async () => {
    const { checkWholeRantai } = await import('@/lib/operations/check-rantai')
    const { utuh, diperiksa } = await checkWholeRantai()
    if (!utuh) throw new StartError(`row ${diperiksa} does not fit to the one before: a row was changed or removed`)
    return `${diperiksa} rows, each fits to the one before`
  },
  files: async ({ S3_BUCKET }, dataDir) => {
    const { listStoredFiles } = await import('@/lib/data/lampiran')
    const files = await listStoredFiles()
    if (S3_BUCKET) return `${files.length} in the bucket (not looked at one by one)`
    const missing = files.filter(
      ({ kunci, ukuran }) => statSync(join(filesFolder(dataDir), kunci), { throwIfNoEntry: false })?.size !== Number(ukuran),
    )
    if (missing.length > 0)
      throw new StartError(
        `${missing.length} of ${files.length} are missing or of another size: ${missing
          .slice(0, 5)
          .map(({ kunci }) => kunci)
          .join(', ')}`,
      )
    return `${files.length}, all there`
  },
  mail: async ({ SMTP_URL }) => {
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
  realtime: async (variables) => {
    const { pusherOf } = await import('@/lib/env')
    const settings = pusherOf(variables)
    if (!settings) return variables.REALTIME === 'off' ? 'off: pages poll' : 'the embedded server'
    const { openPusher } = await import('@/lib/realtime/publish')
    const { status } = await openPusher(settings).get({ path: '/channels' })
    if (status !== 200) throw new StartError(`the realtime server answers ${status}`)
    return 'the realtime server answers and knows our key'
  },
}

/** Says of everything that Sapa needs whether it is well, without starting it. Ends with 1 when something is not. */
export async function main(): Promise<void> {
  let failed = 0
  await withInstallation(async (variables, dataDir) => {
    process.stdout.write('ok    settings: understood\n')
    for (const [name, look] of Object.entries(CHECKS)) {
      const told = await look(variables, dataDir).catch((error: unknown) => error as Error)
      if (typeof told !== 'string') failed += 1
      process.stdout.write(typeof told === 'string' ? `ok    ${name}: ${told}\n` : `FAIL  ${name}: ${told.message.split('\n')[0]}\n`)
    }
  })
  if (failed > 0) throw new StartError(`${failed} of these are not well.`)
}
