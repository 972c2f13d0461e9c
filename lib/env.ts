import { isAbsolute } from 'node:path'
import { z } from 'zod'
import type { Env, PusherSettings, S3Settings } from './env-settings'
import {
  contact,
  databaseUrl,
  hours,
  isLoopback,
  loopbackOrigin,
  mailFrom,
  minutes,
  portNumber,
  processes,
  proxies,
  roles,
  secret,
  share,
  shortName,
  smtpUrl,
  vapidKey,
  vapidSubject,
  webUrl,
  yesOrNo,
} from './env-values'

/**
 * The settings of one installation, parsed once. `npm start` resolves what an operator may leave out (lib/cli/settings.ts),
 * so that the application always sees one uniform environment. Messages name a variable and what is wrong with it, never its value:
 * a connection string pasted into the wrong variable must not end up in a log.
 */

const optional = {
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be an address or a host name')
    .optional(),
  DATABASE_URL: databaseUrl.optional(),
  DIRECT_URL: databaseUrl.optional(),
  DATA_DIR: z.string().optional(),
  WEB_CONCURRENCY: processes.optional(),
  ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  ADMIN_PASSWORD: z.string().min(10, 'must have 10 characters or more').max(128, 'must have 128 characters or less').optional(),
  NEXTAUTH_SECRET: secret.optional(),
  NEXTAUTH_URL: webUrl.optional(),
  KONSULTASI_EXPIRES_HOURS: hours.default(24),
  KOREKSI_JAM: hours.default(48),
  TAWARKAN_LAIN_MENIT: minutes.default(30),
  WAJIB_RINGKASAN: z.enum(['on', 'off'], { error: 'must be on or off' }).default('off'),
  REALTIME: z.enum(['auto', 'off'], { error: 'must be auto or off' }).default('auto'),
  REALTIME_PORT: portNumber.optional(),
  REALTIME_EMBEDDED: yesOrNo.default(false),
  LETTERS_HELD: yesOrNo.default(false),
  PUSHER_APP_ID: z.string().optional(),
  PUSHER_KEY: z.string().optional(),
  PUSHER_SECRET: z.string().optional(),
  PUSHER_CLUSTER: z.string().optional(),
  PUSHER_HOST: z.string().optional(),
  PUSHER_PORT: portNumber.optional(),
  PUSHER_USE_TLS: yesOrNo.optional(),
  PUSHER_INTERNAL_URL: webUrl.optional(),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: webUrl.optional(),
  S3_REGION: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  TRUSTED_PROXY: proxies.default([]),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailFrom.optional(),
  CLINIC_NAME: shortName.optional(),
  CLINIC_CONTACT: contact.optional(),
  VAPID_PUBLIC_KEY: vapidKey(65).optional(),
  VAPID_PRIVATE_KEY: vapidKey(32).optional(),
  VAPID_SUBJECT: vapidSubject.optional(),
  PUSH_TEST_ORIGIN: loopbackOrigin.optional(),
  REQUIRE_2FA: roles.default([]),
  HSTS_SUBDOMAINS: z.enum(['on', 'off'], { error: 'must be on or off' }).default('off'),
  METRICS_TOKEN: secret.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: webUrl.optional(),
  OTEL_TRACES_SAMPLER_ARG: share.optional(),
  RATE_LIMIT: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
}

const Variables = z.object({ PORT: portNumber.default(3000), ...optional }).superRefine(refuseHalfSettings)

/** What an operator may say, with the defaults of README.md. */
export type Variables = z.output<typeof Variables>

/** A sentence for the operator; it holds no values. */
export class InvalidEnvironment extends Error {
  override name = 'InvalidEnvironment'
}

let parsed: Env | undefined

/** The environment of this process, parsed at the first call. Throws {@link InvalidEnvironment}. */
export function env(): Env {
  parsed ??= toEnv(parseVariables(process.env))
  return parsed
}

/** Parses what an operator said. An empty variable counts as one that is not set. Throws {@link InvalidEnvironment}. */
export function parseVariables(source: Record<string, string | undefined>): Variables {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const result = Variables.safeParse(given)
  if (result.success) return result.data
  throw new InvalidEnvironment(`${result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}.`)
}

/** The Pusher settings in these variables, or null when pages poll. */
export function pusherOf(v: Variables): PusherSettings | null {
  if (v.REALTIME === 'off' || !v.PUSHER_APP_ID || !v.PUSHER_KEY || !v.PUSHER_SECRET) return null
  const useTls = v.PUSHER_USE_TLS ?? true
  return {
    appId: v.PUSHER_APP_ID,
    key: v.PUSHER_KEY,
    secret: v.PUSHER_SECRET,
    cluster: v.PUSHER_CLUSTER ?? '',
    host: v.PUSHER_HOST ?? null,
    port: v.PUSHER_PORT ?? (useTls ? 443 : 80),
    useTls,
    inside: v.PUSHER_INTERNAL_URL ? insideOf(new URL(v.PUSHER_INTERNAL_URL)) : null,
    embedded: v.REALTIME_EMBEDDED,
  }
}

function insideOf({ protocol, hostname, port }: URL): PusherSettings['inside'] {
  const useTls = protocol === 'https:'
  return { host: hostname, port: Number(port || (useTls ? 443 : 80)), useTls }
}

function s3Of(v: Variables): S3Settings | null {
  if (!v.S3_BUCKET || !v.S3_ACCESS_KEY_ID || !v.S3_SECRET_ACCESS_KEY) return null
  return {
    bucket: v.S3_BUCKET,
    endpoint: v.S3_ENDPOINT ?? null,
    region: v.S3_REGION ?? 'us-east-1',
    accessKeyId: v.S3_ACCESS_KEY_ID,
    secretAccessKey: v.S3_SECRET_ACCESS_KEY,
  }
}

function toEnv(v: Variables): Env {
  if (!v.DATABASE_URL || !v.NEXTAUTH_URL || !v.NEXTAUTH_SECRET || !v.DATA_DIR || !isAbsolute(v.DATA_DIR)) {
    throw new InvalidEnvironment('DATABASE_URL, NEXTAUTH_URL, NEXTAUTH_SECRET and DATA_DIR are resolved by npm start; start with that.')
  }
  if (!v.VAPID_PUBLIC_KEY || !v.VAPID_PRIVATE_KEY || !v.VAPID_SUBJECT) {
    throw new InvalidEnvironment('VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY and VAPID_SUBJECT are resolved by npm start; start with that.')
  }
  return {
    port: v.PORT,
    host: v.HOST ?? '127.0.0.1',
    dataDir: v.DATA_DIR,
    databaseUrl: v.DATABASE_URL,
    directUrl: v.DIRECT_URL ?? v.DATABASE_URL,
    nextAuthUrl: v.NEXTAUTH_URL,
    nextAuthSecret: v.NEXTAUTH_SECRET,
    konsultasiExpiresHours: v.KONSULTASI_EXPIRES_HOURS,
    koreksiJam: v.KOREKSI_JAM,
    tawarkanLainMenit: v.TAWARKAN_LAIN_MENIT,
    wajibRingkasan: v.WAJIB_RINGKASAN === 'on',
    pusher: pusherOf(v),
    s3: s3Of(v),
    trustedProxies: v.TRUSTED_PROXY,
    requireFaktorKedua: v.REQUIRE_2FA,
    rateLimit: v.RATE_LIMIT === 'on',
    metricsToken: v.METRICS_TOKEN ?? null,
    smtpUrl: v.SMTP_URL ?? null,
    lettersHeld: v.LETTERS_HELD,
    // Only on this machine a letter, with its token and our password, goes without TLS.
    smtpNeedsTls: v.SMTP_URL !== undefined && !isLoopback(new URL(v.SMTP_URL).hostname.replace(/^\[|\]$/g, '')),
    mailFrom: v.MAIL_FROM ?? `Sapa <sapa@${new URL(v.NEXTAUTH_URL).hostname}>`,
    klinik: { nama: v.CLINIC_NAME ?? null, kontak: v.CLINIC_CONTACT ?? addressIn(v.MAIL_FROM) },
    vapid: { publicKey: v.VAPID_PUBLIC_KEY, privateKey: v.VAPID_PRIVATE_KEY, subject: v.VAPID_SUBJECT },
    pushTestOrigin: v.PUSH_TEST_ORIGIN ?? null,
  }
}

/** The bare address of `Klinik <klinik@example.id>`. */
const addressIn = (mailbox: string | undefined) => mailbox?.match(/[^<>\s]+@[^<>\s]+/)?.[0] ?? null

type Refinement = {
  REALTIME: string
  RATE_LIMIT: string
} & Partial<
  Record<
    | 'HOST'
    | 'VAPID_PUBLIC_KEY'
    | 'VAPID_PRIVATE_KEY'
    | 'PUSH_TEST_ORIGIN'
    | 'PUSHER_APP_ID'
    | 'PUSHER_KEY'
    | 'PUSHER_SECRET'
    | 'PUSHER_CLUSTER'
    | 'PUSHER_HOST'
    | 'PUSHER_INTERNAL_URL'
    | 'ADMIN_EMAIL'
    | 'ADMIN_PASSWORD'
    | 'S3_BUCKET'
    | 'S3_ENDPOINT'
    | 'S3_REGION'
    | 'S3_ACCESS_KEY_ID'
    | 'S3_SECRET_ACCESS_KEY',
    string
  >
>

/** Has this address a server and nothing else? */
function isBare(address: string): boolean {
  const { pathname, search, hash, username, password } = new URL(address)
  return pathname === '/' && !search && !hash && !username && !password
}

function refuseHalfSettings(v: Refinement, context: z.RefinementCtx) {
  const complain = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  const keys = ['PUSHER_APP_ID', 'PUSHER_KEY', 'PUSHER_SECRET'] as const
  const missing = keys.filter((key) => !v[key])
  const pusherNamed = missing.length < keys.length || v.PUSHER_CLUSTER || v.PUSHER_HOST
  if (v.REALTIME !== 'off' && pusherNamed) {
    for (const key of missing) complain(key, 'is missing beside the other PUSHER_ variables')
    if (!v.PUSHER_CLUSTER && !v.PUSHER_HOST) complain('PUSHER_CLUSTER', 'or PUSHER_HOST is missing beside PUSHER_KEY')
  }
  if (v.PUSHER_INTERNAL_URL && !v.PUSHER_HOST)
    complain('PUSHER_HOST', 'is missing beside PUSHER_INTERNAL_URL: where browsers find that server')
  if (v.PUSHER_INTERNAL_URL && !isBare(v.PUSHER_INTERNAL_URL))
    complain('PUSHER_INTERNAL_URL', 'must be like http://soketi:6001, with nothing behind it')
  const s3 = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const
  if (s3.some((key) => v[key]) || v.S3_ENDPOINT || v.S3_REGION) {
    for (const key of s3.filter((name) => !v[name])) complain(key, 'is missing beside the other S3_ variables')
    if (!v.S3_ENDPOINT && !v.S3_REGION) complain('S3_REGION', 'or S3_ENDPOINT is missing beside S3_BUCKET')
  }
  if (v.RATE_LIMIT === 'off' && !isLoopback(v.HOST ?? '127.0.0.1')) complain('RATE_LIMIT', 'off is for a loopback HOST only')
  if (v.PUSH_TEST_ORIGIN && !isLoopback(v.HOST ?? '127.0.0.1')) complain('PUSH_TEST_ORIGIN', 'is for a loopback HOST only')
  if (v.VAPID_PUBLIC_KEY && !v.VAPID_PRIVATE_KEY) complain('VAPID_PRIVATE_KEY', 'is missing beside VAPID_PUBLIC_KEY')
  if (v.VAPID_PRIVATE_KEY && !v.VAPID_PUBLIC_KEY) complain('VAPID_PUBLIC_KEY', 'is missing beside VAPID_PRIVATE_KEY')
  if (v.ADMIN_EMAIL && !v.ADMIN_PASSWORD) complain('ADMIN_PASSWORD', 'is missing beside ADMIN_EMAIL')
  if (v.ADMIN_PASSWORD && !v.ADMIN_EMAIL) complain('ADMIN_EMAIL', 'is missing beside ADMIN_PASSWORD')
}
