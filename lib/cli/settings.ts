import { isCommonPassword } from '@/lib/auth/common-passwords'
import { DEMO_PASSWORD } from '@/lib/domain/demo'
import { InvalidEnvironment, parseVariables, type Variables } from '@/lib/env'
import { areLettersHeld } from './restored'
import { takeSecretFiles } from './secret-files'
import type { Secrets } from './secrets'
import { StartError } from './start-error.mjs'
import { vapidVariables } from './vapid'

/** The operator's variables, or a StartError that says what is wrong with them. */
export function readVariables(): Variables {
  takeSecretFiles(process.env)
  try {
    const variables = parseVariables(process.env)
    if (variables.DATABASE_URL && !variables.NEXTAUTH_SECRET) {
      throw new StartError(
        'NEXTAUTH_SECRET is missing: with DATABASE_URL set it must be given, the same for every instance (openssl rand -base64 32).',
      )
    }
    if (variables.ADMIN_PASSWORD && (isCommonPassword(variables.ADMIN_PASSWORD) || variables.ADMIN_PASSWORD === DEMO_PASSWORD)) {
      throw new StartError('ADMIN_PASSWORD is one of the passwords that are guessed first: choose another.')
    }
    return variables
  } catch (error) {
    throw error instanceof InvalidEnvironment ? new StartError(error.message) : error
  }
}

export type Realtime =
  | { kind: 'polling' }
  | { kind: 'pusher' }
  | { kind: 'embedded'; host: string; port: number; appId: string; key: string; secret: string }

export type Resolved = {
  variables: Variables
  dataDir: string
  databaseUrl: string
  directUrl: string
  secrets: Secrets
  realtime: Realtime
}

/** The one uniform environment that the application sees; lib/env.ts parses it. Variables with an empty text are unset. */
export function resolveEnvironment({ variables: v, dataDir, databaseUrl, directUrl, secrets, realtime }: Resolved): Record<string, string> {
  const host = v.HOST ?? '127.0.0.1'
  const secret = v.NEXTAUTH_SECRET ?? secrets.nextAuthSecret
  const address = v.NEXTAUTH_URL ?? `http://${nameOf(host)}:${v.PORT}`
  return {
    PORT: String(v.PORT),
    HOST: host,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    DIRECT_URL: directUrl,
    LETTERS_HELD: areLettersHeld(dataDir) ? 'true' : '',
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: address,
    KONSULTASI_EXPIRES_HOURS: String(v.KONSULTASI_EXPIRES_HOURS),
    KOREKSI_JAM: String(v.KOREKSI_JAM),
    TAWARKAN_LAIN_MENIT: String(v.TAWARKAN_LAIN_MENIT),
    WAJIB_RINGKASAN: v.WAJIB_RINGKASAN,
    RATE_LIMIT: v.RATE_LIMIT,
    HSTS_SUBDOMAINS: v.HSTS_SUBDOMAINS,
    TRUSTED_PROXY: v.TRUSTED_PROXY.join(','),
    REQUIRE_2FA: v.REQUIRE_2FA.join(','),
    ...vapidVariables(v, secret, address),
    ...realtimeVariables(v, realtime),
  }
}

function realtimeVariables(v: Variables, realtime: Realtime): Record<string, string> {
  const none = {
    PUSHER_APP_ID: '',
    PUSHER_KEY: '',
    PUSHER_SECRET: '',
    PUSHER_CLUSTER: '',
    PUSHER_HOST: '',
    PUSHER_PORT: '',
    PUSHER_USE_TLS: '',
    PUSHER_INTERNAL_URL: '',
  }
  if (realtime.kind === 'polling') return { ...none, REALTIME: 'off', REALTIME_EMBEDDED: '' }
  if (realtime.kind === 'pusher') return { REALTIME: 'auto', REALTIME_EMBEDDED: '' }
  return {
    ...none,
    REALTIME: 'auto',
    REALTIME_EMBEDDED: '1',
    PUSHER_APP_ID: realtime.appId,
    PUSHER_KEY: realtime.key,
    PUSHER_SECRET: realtime.secret,
    PUSHER_HOST: nameOf(v.HOST ?? '127.0.0.1', '127.0.0.1'),
    PUSHER_PORT: String(realtime.port),
    PUSHER_USE_TLS: 'false',
  }
}

/** How this machine is reached in a URL when it listens on that address: "any address" is none that one could go to. */
export function nameOf(host: string, any = 'localhost'): string {
  if (host === '0.0.0.0' || host === '::') return any
  return host.includes(':') ? `[${host}]` : host
}

/** An empty text means: not set. The operator's words for the first admin are nobody's business any more: neither, for half of them is an error. */
export function applyEnvironment(variables: Record<string, string>) {
  for (const [name, value] of Object.entries(variables)) {
    if (value === '') delete process.env[name]
    else process.env[name] = value
  }
  delete process.env.ADMIN_EMAIL
  delete process.env.ADMIN_PASSWORD
}
