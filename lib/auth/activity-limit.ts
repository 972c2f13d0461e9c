import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import type { Actor } from '@/lib/domain/pengguna'
import { env } from '@/lib/env'
import { consume, hashedKey, type Limit } from './limiter'

/**
 * What one person or one address may do before it is somebody's program: so far above what people do that no page, no outbox after days
 * without a network and no clinic behind one address ever meets it (lib/decisions/060-limits.md).
 */
const REGISTRATIONS: Limit = { name: 'daftar', most: 5000, seconds: 15 * 60 }
const SENDS: ActivityLimit = { name: 'kirim', most: 3000, seconds: 60, unseen: 60 }
/** What is written also for days: so much text, and so many pesan, as an index of words can take from each of many. */
const SENDS_LONG: ActivityLimit = { name: 'kirim_jam', most: 30_000, seconds: 60 * 60, unseen: 600 }
const BYTES: ActivityLimit = { name: 'kirim_byte', most: 2 * 1024 * 1024, seconds: 60, unseen: 64 * 1024 }
const BYTES_LONG: ActivityLimit = { name: 'kirim_byte_jam', most: 16 * 1024 * 1024, seconds: 60 * 60, unseen: 256 * 1024 }
const UPLOADS: ActivityLimit = { name: 'unggah', most: 300, seconds: 60, unseen: 10 }
/** Each is drawn when it is asked for; a browser that has it does not ask for it again. */
const PAGES: ActivityLimit = { name: 'halaman', most: 1200, seconds: 15 * 60, unseen: 60 }
const SEARCHES: ActivityLimit = { name: 'cari', most: 600, seconds: 60, unseen: 30 }

const BOOKINGS: ActivityLimit = { name: 'ajukan', most: 600, seconds: 15 * 60, unseen: 20 }
/** Of one pasien with one dokter, who is told of each by push and by letter. */
const REBOOKINGS: ActivityLimit = { name: 'ajukan-ke', most: 300, seconds: 60 * 60, unseen: 5 }
const REACTIONS: ActivityLimit = { name: 'reaksi', most: 600, seconds: 60, unseen: 60 }
const TYPING: ActivityLimit = { name: 'mengetik', most: 600, seconds: 60, unseen: 60 }

/** Each reads a whole conversation. */
const TRANSCRIPTS: ActivityLimit = { name: 'transkrip', most: 300, seconds: 15 * 60, unseen: 10 }

/** Each draws a PDF that nobody keeps. */
const PREVIEWS: ActivityLimit = { name: 'pratinjau', most: 300, seconds: 15 * 60, unseen: 10 }

const PROFIL: ActivityLimit = { name: 'profil', most: 600, seconds: 15 * 60, unseen: 20 }
const BALASAN: ActivityLimit = { name: 'balasan', most: 1200, seconds: 15 * 60, unseen: 40 }
const MARKS: ActivityLimit = { name: 'penanda', most: 1200, seconds: 15 * 60, unseen: 40 }

interface ActivityLimit extends Limit {
  /** What each instance lets a person do before it asks the database: ordinary use stays below it and costs no round trip. */
  readonly unseen: number
}

/** `alamat` is where from, null when nobody knows. @throws Refusal `rate_limited` */
export async function countRegistration(alamat: string | null): Promise<void> {
  if (alamat) await consume(REGISTRATIONS, hashedKey(alamat))
}

/** A pesan with so many bytes of text: bursts and what goes on for an hour count, each by number and by size. @throws Refusal `rate_limited` */
export async function countSend(actor: Actor, bytes = 0): Promise<void> {
  await count(SENDS, actor)
  await count(SENDS_LONG, actor)
  await count(BYTES, actor, bytes)
  await count(BYTES_LONG, actor, bytes)
}
/** @throws Refusal `rate_limited` */
export const countUpload = (actor: Actor): Promise<void> => count(UPLOADS, actor)
/** A page of a PDF. @throws Refusal `rate_limited` */
export const countPage = (actor: Actor): Promise<void> => count(PAGES, actor)
/** @throws Refusal `rate_limited` */
export const countSearch = (actor: Actor): Promise<void> => count(SEARCHES, actor)

/** `dokterId` is a plain UUID. @throws Refusal `rate_limited` */
export async function countBooking(actor: Actor, dokterId: string): Promise<void> {
  await count(BOOKINGS, actor)
  await count(REBOOKINGS, { id: `${actor.id}:${dokterId}` })
}
/** @throws Refusal `rate_limited` */
export const countReaction = (actor: Actor): Promise<void> => count(REACTIONS, actor)
/** @throws Refusal `rate_limited` */
export const countTyping = (actor: Actor): Promise<void> => count(TYPING, actor)

/** @throws Refusal `rate_limited` */
export const countPreview = (actor: Actor): Promise<void> => count(PREVIEWS, actor)
/** @throws Refusal `rate_limited` */
export const countTranscript = (actor: Actor): Promise<void> => count(TRANSCRIPTS, actor)

/** Somebody of the family who is added or changed. @throws Refusal `rate_limited` */
export const countProfilChange = (actor: Actor): Promise<void> => count(PROFIL, actor)

/** A quick reply that is added, changed or dropped. @throws Refusal `rate_limited` */
export const countBalasanChange = (actor: Actor): Promise<void> => count(BALASAN, actor)

/** One's own marks in a konsultasi. @throws Refusal `rate_limited` */
export const countMarking = (actor: Actor): Promise<void> => count(MARKS, actor)

/** What this instance may still let a person do without asking, and until when, in milliseconds since 1970. */
interface Purse {
  left: number
  readonly until: number
}

const purses = onePerProcess('purses', () => new Map<string, Purse>())

/** Above this, purses whose time is over are thrown away. */
const PURSES_MAX = 10_000

async function count(limit: ActivityLimit, { id }: Pick<Actor, 'id'>, amount = 1): Promise<void> {
  if (!env().rateLimit) return
  const purse = purseOf(limit, id)
  if (purse.left < amount) {
    await consume(limit, id, limit.unseen)
    purse.left += limit.unseen
  }
  purse.left -= amount
}

function purseOf({ name, seconds, unseen }: ActivityLimit, id: string, now = Date.now()): Purse {
  const key = `${name}:${id}`
  const known = purses.get(key)
  if (known && known.until > now) return known
  if (purses.size >= PURSES_MAX) for (const [old, { until }] of purses) if (until <= now) purses.delete(old)
  const purse = { left: unseen, until: now + seconds * 1000 }
  purses.set(key, purse)
  return purse
}
