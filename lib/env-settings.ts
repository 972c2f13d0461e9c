import type { Peran } from '@/lib/domain/pengguna'

/** Where events are published; null means that pages poll. */
export type PusherSettings = {
  appId: string
  key: string
  secret: string
  /** Empty when `host` is set. */
  cluster: string
  host: string | null
  port: number
  useTls: boolean
  /** Where the application itself reaches it, when that is not the way that browsers go. */
  inside: { host: string; port: number; useTls: boolean } | null
  /** The server is ours: browsers reach it at the host name of their own request. */
  embedded: boolean
}

/** An object store for the bytes of lampiran. */
export type S3Settings = {
  bucket: string
  /** null is Amazon's own, in that region. */
  endpoint: string | null
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** What the application sees. */
export type Env = {
  port: number
  host: string
  /** Absolute. */
  dataDir: string
  databaseUrl: string
  /** The way past a pooler; the same as `databaseUrl` where there is none. */
  directUrl: string
  nextAuthUrl: string
  nextAuthSecret: string
  konsultasiExpiresHours: number
  /** Hours after the end of a konsultasi in which its dokumen may be corrected. */
  koreksiJam: number
  /** Minutes without an answer after which a pasien is offered other dokter. */
  tawarkanLainMenit: number
  /** Is a konsultasi only completed with a ringkasan? */
  wajibRingkasan: boolean
  pusher: PusherSettings | null
  /** null keeps lampiran in DATA_DIR. */
  s3: S3Settings | null
  /** Addresses and networks (CIDR) whose X-Forwarded-For is believed. */
  trustedProxies: string[]
  rateLimit: boolean
  /** The roles that must set up a second factor before anything else. */
  requireFaktorKedua: Peran[]
  /** What a scraper of metrics must show; null when there are none. */
  metricsToken: string | null
  /** Null when mail is written to files. */
  /** Since a restore, until the operator lets them go: letters are files, pushes are none. */
  lettersHeld: boolean
  smtpUrl: string | null
  /** Must the mail server offer TLS? */
  smtpNeedsTls: boolean
  mailFrom: string
  klinik: KlinikSettings
  vapid: VapidSettings
  /** The one origin of push addresses beside public ones; null but in tests. */
  pushTestOrigin: string | null
}

/** Who is responsible for the data here, as the privacy notice says it; null is what the operator did not say. */
type KlinikSettings = {
  nama: string | null
  /** An e-mail address, an https:// address or a telephone number that begins with +. */
  kontak: string | null
}

/** How this installation names itself to push services (RFC 8292). The keys are base64url. */
type VapidSettings = { publicKey: string; privateKey: string; subject: string }
