import { readFileSync } from 'node:fs'
import { StartError } from './start-error.mjs'

/** What must not stand in the environment of a container, where whoever may look at it reads it: each may be given as `NAME_FILE`, a path. */
const NAMES = [
  'DATABASE_URL',
  'DIRECT_URL',
  'NEXTAUTH_SECRET',
  'ADMIN_PASSWORD',
  'PUSHER_SECRET',
  'S3_SECRET_ACCESS_KEY',
  'SMTP_URL',
  'VAPID_PRIVATE_KEY',
  'METRICS_TOKEN',
  'OTEL_EXPORTER_OTLP_HEADERS',
] as const

/**
 * Puts what these files say into the environment, which all that is started inherits, in the place of each `NAME_FILE`. The line's end that
 * editors leave does not count. Throws StartError, which holds no value.
 */
export function takeSecretFiles(environment: Record<string, string | undefined>): void {
  for (const name of NAMES) {
    const file = environment[`${name}_FILE`]
    if (!file) continue
    if (environment[name]) throw new StartError(`${name} and ${name}_FILE are both set: leave one out.`)
    environment[name] = read(file, name)
    delete environment[`${name}_FILE`]
  }
}

function read(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw new StartError(`${name}_FILE names a file that cannot be read (${code}).`)
  }
}
