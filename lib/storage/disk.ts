import { statSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from './store'
import { orUnavailable } from './unavailable'

/** Where files lie; it may be a disk of its own. */
export const filesFolder = (dataDir: string): string => join(dataDir, 'lampiran')

/** A folder in DATA_DIR, its files named by their keys. Trays are in it too, so that a finished file is only moved. */
export function openDiskStore(dataDir: string): Store {
  const folder = filesFolder(dataDir)
  const pathOf = (key: string) => join(folder, key)
  return {
    put: (key, { path }) => orUnavailable('put', moveInto(folder, path, pathOf(key))),
    read: (key, span) => orUnavailable('read', openAt(pathOf(key), span)),
    pathOf,
    sizeOf: async (key) => statSync(pathOf(key), { throwIfNoEntry: false })?.size ?? null,
    remove: (key) => orUnavailable('remove', rm(pathOf(key), { force: true })),
  }
}

/** The bytes first, then the name: https://lwn.net/Articles/457667/ */
async function moveInto(folder: string, from: string, to: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await sync(from)
  await rename(from, to)
  await sync(folder)
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function openAt(path: string, { start, end }: { start: number; end: number }) {
  const file = await open(path, 'r')
  return file.createReadStream({ start, end })
}
