import { type Database, openDatabase, openInTime } from '@/lib/client/device/database'
import { isStillSelf } from '@/lib/client/device/identity'
import type { KonsultasiView } from '@/lib/contract/konsultasi'
import type { PesanPage } from '@/lib/contract/pesan'
import type { AbilitiesByStatus } from '@/lib/domain/konsultasi'
import type { Peran } from '@/lib/domain/pengguna'
import { SESI_IDLE_MS } from '@/lib/domain/sesi'
import { knownPesan, type Thread } from './thread'

/** Whose device this is now, as far as a page without a network can know. */
export interface DeviceOwner {
  readonly id: string
  readonly nama: string
  readonly peran: Peran
}

/** The end of one conversation as its reader last saw it. */
export interface Salinan {
  readonly pengguna_id: string
  readonly konsultasi_id: string
  readonly konsultasi: KonsultasiView
  readonly page: PesanPage
  readonly bisa: AbilitiesByStatus
  /** When the server last said so, in milliseconds since 1970. */
  readonly dilihat_pada: number
}

/** How much a device keeps: conversations of its owner, and pesan of each. */
export const SALINAN_MAX = 10
export const SALINAN_PESAN_MAX = 100

/** The stores of IndexedDB, and the one key of the owner, as browsers hold them. */
const PERCAKAPAN = 'percakapan'
const OWNER = 'pemilik'
const OWNER_KEY = 'kini'

type Key = readonly [penggunaId: string, konsultasiId: string]

/** The newest pesan of a thread without a hole between them, wherever its window stands, as a page that a thread can be opened from. */
export function pageOf(thread: Thread): PesanPage {
  const known = knownPesan(thread).slice(-SALINAN_PESAN_MAX)
  const data = known.slice(known.findLastIndex(({ urutan }, n) => urutan - 1 !== known[n - 1]?.urutan))
  const meta = { rev: thread.rev, epoch: thread.epoch, unread_count: thread.unread, status: thread.status, mengetik: [] }
  return { data, meta, pagination: { per_page: SALINAN_PESAN_MAX, has_more: (data[0]?.urutan ?? 1) > 1 } }
}

/** What a copy is made from, as it was when it was made. `seenAt` in milliseconds since 1970. */
export interface Original {
  readonly konsultasi: KonsultasiView
  readonly thread: Thread
  readonly seenAt: number
}

/** When nothing has changed, the time in a copy is renewed only after this long, in milliseconds. */
const FRESHEN_MS = 10 * 60_000

/** Would a copy say anything else than the one that was made last? A poll that brings nothing is no reason to write a hundred pesan. */
export function isWorthKeeping(last: Original | null, now: Original): boolean {
  if (last === null || last.konsultasi !== now.konsultasi || now.seenAt - last.seenAt >= FRESHEN_MS) return true
  const [before, after] = [last.thread, now.thread]
  return before.pesan !== after.pesan || before.rev !== after.rev || before.unread !== after.unread || before.status !== after.status
}

/** This person uses the device now: what it holds of anybody else goes. */
export async function keepOwner(owner: DeviceOwner): Promise<void> {
  await use(async (db) => {
    await db.put(OWNER, owner, OWNER_KEY)
    for (const key of await keysOf(db)) if (key[0] !== owner.id) await db.delete(PERCAKAPAN, [...key])
  })
}

/** Keeps one conversation, and of all that are kept only those seen last. */
export async function keepSalinan(salinan: Salinan): Promise<void> {
  await use(async (db) => {
    // Asked here, not where it was decided: between the two its person may have left, and what was wiped must not come back.
    if (!isStillSelf(salinan.pengguna_id)) return
    await db.put(PERCAKAPAN, salinan)
    if ((await db.count(PERCAKAPAN)) <= SALINAN_MAX) return
    const all = await db.all<Salinan>(PERCAKAPAN)
    for (const old of all.sort(newestFirst).slice(SALINAN_MAX)) await db.delete(PERCAKAPAN, [old.pengguna_id, old.konsultasi_id])
  })
}

/** Who used this device last and their conversations, last seen first; null when nobody is known. What no session could still open is not shown. */
export async function readSalinan(now = Date.now()): Promise<{ owner: DeviceOwner; all: Salinan[] } | null> {
  const read = await use(async (db) => ({
    owner: await db.get<DeviceOwner>(OWNER, OWNER_KEY),
    all: await db.all<Salinan>(PERCAKAPAN),
  }))
  const owner = read?.owner
  if (!read || !owner || !isStillSelf(owner.id)) return null
  const own = read.all.filter(({ pengguna_id, dilihat_pada }) => pengguna_id === owner.id && now - dilihat_pada < SESI_IDLE_MS)
  return { owner, all: own.sort(newestFirst) as Salinan[] }
}

/** This person may no longer read this one, or all where none is named. */
export async function forgetSalinan(penggunaId: string, konsultasiId?: string): Promise<void> {
  await use(async (db) => {
    for (const key of await keysOf(db))
      if (key[0] === penggunaId && (konsultasiId === undefined || key[1] === konsultasiId)) await db.delete(PERCAKAPAN, [...key])
  })
}

export async function wipeSalinan(): Promise<void> {
  await use(async (db) => {
    await db.clear(PERCAKAPAN)
    await db.clear(OWNER)
  })
}

const keysOf = async (db: Database) => (await db.keys(PERCAKAPAN)) as unknown as Key[]

const newestFirst = (a: Salinan, b: Salinan) => b.dilihat_pada - a.dilihat_pada

/** Opened for each use, so that nothing stands in the way of wiping; without storage nothing is kept. */
async function use<T>(act: (db: Database) => Promise<T>): Promise<T | null> {
  try {
    const db = await openInTime(
      openDatabase('sapa-salinan', (fresh) => {
        fresh.createObjectStore(PERCAKAPAN, { keyPath: ['pengguna_id', 'konsultasi_id'] })
        fresh.createObjectStore(OWNER)
      }),
    )
    try {
      return await act(db)
    } finally {
      db.close()
    }
  } catch {
    return null
  }
}
