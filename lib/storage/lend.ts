import { Readable } from 'node:stream'
import { onDisk } from './on-disk'
import { store } from './the-store'
import { openTray } from './tray'
import { unavailable } from './unavailable'

/**
 * Lends something stored as a file on this machine while `use` runs: where it lies, or a copy in a tray. It is only read.
 * @param pemilik whose tray it lies in
 * @throws Refusal `rate_limited`, `unavailable`, and whatever `use` throws
 */
export async function lendFile<T>(
  pemilik: string,
  { kunci, ukuran }: { readonly kunci: string; readonly ukuran: number },
  use: (path: string) => Promise<T>,
): Promise<T> {
  const bytes = await store()
  if (!bytes.pathOf) return lendCopy(pemilik, () => bytes.read(kunci, { start: 0, end: ukuran - 1 }), ukuran, use)
  if ((await onDisk('lend', () => bytes.sizeOf(kunci))) === null) throw unavailable()
  return use(bytes.pathOf(kunci))
}

/** The same of bytes that lie elsewhere than among the files. */
export const lendBytes = <T>(pemilik: string, bytes: Buffer, use: (path: string) => Promise<T>): Promise<T> =>
  lendCopy(pemilik, async () => Readable.from([bytes]), bytes.length, use)

async function lendCopy<T>(pemilik: string, read: () => Promise<Readable>, ukuran: number, use: (path: string) => Promise<T>): Promise<T> {
  const tray = await openTray(pemilik)
  try {
    await tray.fill('salinan', await read(), ukuran)
    return await use(tray.pathOf('salinan'))
  } finally {
    await tray.dispose()
  }
}
