import { type FileHandle, mkdir, mkdtemp, open, readdir, rm, rmdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import { BAKI_ORANG_MAX, BAKI_SEMUA_MAX } from '@/lib/domain/lampiran'
import { Refusal } from '@/lib/domain/refusal'
import { env } from '@/lib/env'
import { closeLater, filesFolder } from './disk'
import { onDisk } from './on-disk'
import { unavailable } from './unavailable'

/** A folder of its own for one upload, where it lies while it is looked at. What is in it when it is disposed of is gone. */
export interface Tray {
  /** Where a file of this name is or will be. */
  readonly pathOf: (name: string) => string
  /**
   * Writes down what comes in, up to `most` bytes; the rest is read and forgotten.
   * @returns how many bytes came
   * @throws Refusal `rate_limited` when this person's trays are full, `unavailable` when all are, or the disk is
   */
  readonly fill: (name: string, bytes: Readable, most: number) => Promise<number>
  readonly dispose: () => Promise<void>
}

/** What a crash left behind is swept after so long, in milliseconds. */
const LEFT_BEHIND_MS = 60 * 60 * 1000

/**
 * Beside the finished files, within the one folder that an operator may put on a disk of its own: only within a disk is a file moved at once.
 * No key begins with a dot.
 */
const traysFolder = () => join(filesFolder(env().dataDir), '.masuk')

/** Where trays were before; what a crash left there is swept too. */
const formerFolder = () => join(env().dataDir, 'lampiran-masuk')

/** @param pemilik whose upload it is @throws Refusal `unavailable` */
export async function openTray(pemilik: string): Promise<Tray> {
  const folder = await makeFolderInTime()
  const pathOf = (name: string) => join(folder, name)
  const room = new Room(pemilik)
  return {
    pathOf,
    fill: (name, bytes, most) => writeUpTo(pathOf(name), bytes, most, room),
    // What cannot be removed now is swept later.
    dispose: () =>
      onDisk('dispose of a tray', () => rm(folder, { recursive: true, force: true }), DISPOSE_MS)
        .catch(() => undefined)
        .finally(() => room.giveBack()),
  }
}

/** Bytes in the trays of this process now, of each person and of all. */
const held = onePerProcess('trays', () => new Map<string, number>())

/** What one tray takes of the room that there is for a person and for all. */
class Room {
  private taken = 0

  constructor(private readonly pemilik: string) {}

  /** @returns why there is no room for so many bytes more */
  take(bytes: number): Refusal | null {
    const mine = held.get(this.pemilik) ?? 0
    const all = [...held.values()].reduce((sum, each) => sum + each, 0)
    if (mine + bytes > BAKI_ORANG_MAX) return new Refusal('rate_limited', { retryAfterSeconds: 5, messageKey: 'terlalu_banyak_lampiran' })
    if (all + bytes > BAKI_SEMUA_MAX) return unavailable()
    held.set(this.pemilik, mine + bytes)
    this.taken += bytes
    return null
  }

  giveBack(): void {
    const left = (held.get(this.pemilik) ?? 0) - this.taken
    if (left > 0) held.set(this.pemilik, left)
    else held.delete(this.pemilik)
    this.taken = 0
  }
}

/** One that is there only when nobody waits for it any more is gone at once. */
async function makeFolderInTime(): Promise<string> {
  let isWanted = true
  const make = async () => {
    const folder = await makeFolder()
    if (!isWanted) await rmdir(folder)
    return folder
  }
  return onDisk('open a tray', make).catch((error: unknown) => {
    isWanted = false
    throw error
  })
}

async function makeFolder(): Promise<string> {
  await mkdir(traysFolder(), { recursive: true, mode: 0o700 })
  return mkdtemp(join(traysFolder(), 'baki-'))
}

/** Whoever hears that the disk does not answer has waited for that already; milliseconds. */
const DISPOSE_MS = 2000

/** Reads to the end whatever happens to the disk: a client that is still sending hears an answer only when it has been listened to. */
async function writeUpTo(path: string, bytes: Readable, most: number, room: Room): Promise<number> {
  let file: FileHandle | null = null
  let failure: unknown = null
  let came = 0
  try {
    file = await onDisk('fill a tray', () => open(path, 'wx', 0o600)).catch((error: unknown) => {
      failure = error
      return null
    })
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      const wanted = chunk.subarray(0, Math.max(0, most - came))
      failure ??= room.take(wanted.length) ?? (await failureOf(() => writeAll(file, wanted)))
      came += chunk.length
    }
  } finally {
    if (file) closeLater(file)
  }
  if (failure) throw failure
  return came
}

const failureOf = (write: () => Promise<void>): Promise<unknown> =>
  onDisk('fill a tray', write).then(
    () => null,
    (error: unknown) => error,
  )

async function writeAll(file: FileHandle | null, bytes: Buffer): Promise<void> {
  for (let at = 0; file && at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten
}

/** Removes the trays of uploads that a crash cut off. */
export async function sweepTrays(): Promise<void> {
  for (const folder of [traysFolder(), formerFolder()])
    for (const name of await readdir(folder).catch(() => [])) {
      const path = join(folder, name)
      if ((await lastTouched(path)) < Date.now() - LEFT_BEHIND_MS) await rm(path, { recursive: true, force: true })
    }
  await rmdir(formerFolder()).catch(() => undefined)
}

/** When something last came into a tray (a file over a slow line takes hours), in milliseconds since 1970; 0 when it has gone. */
async function lastTouched(tray: string): Promise<number> {
  const inside = await readdir(tray).catch(() => [])
  const times = await Promise.all(
    [tray, ...inside.map((name) => join(tray, name))].map((path) =>
      stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  )
  return Math.max(...times)
}
