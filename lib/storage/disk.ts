import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { onDisk } from './on-disk'
import type { Span, Store } from './store'

/** Where files lie; it may be a disk of its own. */
export const filesFolder = (dataDir: string): string => join(dataDir, 'lampiran')

/** A folder in DATA_DIR, its files named by their keys. Trays are in it too, so that a finished file is only moved. */
export function openDiskStore(dataDir: string): Store {
  const folder = filesFolder(dataDir)
  const pathOf = (key: string) => join(folder, key)
  return {
    put: (key, { path }) => onDisk('put', () => moveInto(folder, path, pathOf(key))),
    read: (key, span) => openAt(pathOf(key), span),
    pathOf,
    sizeOf: (key) => sizeOf(pathOf(key)),
    remove: (key) => onDisk('remove', () => rm(pathOf(key), { force: true })),
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

const sizeOf = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ size }) => size,
    (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? null : Promise.reject(error)),
  )

/** Opened before anything is answered: that it is not there is told by a status. */
async function openAt(path: string, span: Span): Promise<Readable> {
  const file = await onDisk('read', () => open(path, 'r'))
  return Readable.from(piecesOf(file, span), { objectMode: false }).once('close', () => closeLater(file))
}

/** Bytes that are read at once. */
const PIECE = 64 * 1024

async function* piecesOf(file: FileHandle, { start, end }: Span): AsyncGenerator<Buffer> {
  for (let at = start; at <= end; ) {
    const wanted = Math.min(PIECE, end + 1 - at)
    const { bytesRead, buffer } = await onDisk('read', () => file.read(Buffer.allocUnsafe(wanted), 0, wanted, at))
    if (bytesRead === 0) return
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

/** Nobody waits for it, and a disk that hangs has one thing more to do when it goes on. */
export function closeLater(file: FileHandle): void {
  file.close().catch(() => undefined)
}
