import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { env } from '@/lib/env'
import { orUnavailable } from './unavailable'

/** A folder of its own for one upload, where it lies while it is looked at. What is in it when it is disposed of is gone. */
export interface Tray {
  /** Where a file of this name is or will be. */
  readonly pathOf: (name: string) => string
  /** Writes down what comes in, up to `most` bytes; the rest is read and forgotten. @returns how many bytes came */
  readonly fill: (name: string, bytes: Readable, most: number) => Promise<number>
  readonly dispose: () => Promise<void>
}

/** What a crash left behind is swept after so long, in milliseconds. */
const LEFT_BEHIND_MS = 60 * 60 * 1000

const traysFolder = () => join(env().dataDir, 'lampiran-masuk')

/** @throws Refusal `unavailable` */
export async function openTray(): Promise<Tray> {
  const folder = await orUnavailable('open a tray', makeFolder())
  const pathOf = (name: string) => join(folder, name)
  return {
    pathOf,
    fill: (name, bytes, most) => writeUpTo(pathOf(name), bytes, most),
    // What cannot be removed now is swept later.
    dispose: () => rm(folder, { recursive: true, force: true }).catch(() => undefined),
  }
}

async function makeFolder(): Promise<string> {
  await mkdir(traysFolder(), { recursive: true, mode: 0o700 })
  return mkdtemp(join(traysFolder(), 'baki-'))
}

/** Reads to the end whatever happens to the disk: a client that is still sending hears an answer only when it has been listened to. */
async function writeUpTo(path: string, bytes: Readable, most: number): Promise<number> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  const written = once(file, 'close')
  let failure: Error | null = null
  file.on('error', (error) => {
    failure = error
  })
  let came = 0
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      if (!failure && came < most && !file.write(chunk.subarray(0, most - came))) await Promise.race([once(file, 'drain'), written])
      came += chunk.length
    }
  } finally {
    file.end()
    await written
  }
  return orUnavailable('fill a tray', failure ? Promise.reject(failure) : Promise.resolve(came))
}

/** Removes the trays of uploads that a crash cut off. */
export async function sweepTrays(): Promise<void> {
  const names = await readdir(traysFolder()).catch(() => [])
  for (const name of names) {
    const path = join(traysFolder(), name)
    const found = await stat(path).catch(() => null)
    if (found && found.mtimeMs < Date.now() - LEFT_BEHIND_MS) await rm(path, { recursive: true, force: true })
  }
}
