import { onDisk } from './on-disk'
import type { Store } from './store'
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
  if (!bytes.pathOf) return lendCopy(pemilik, bytes, kunci, ukuran, use)
  if ((await onDisk('lend', () => bytes.sizeOf(kunci))) === null) throw unavailable()
  return use(bytes.pathOf(kunci))
}

async function lendCopy<T>(pemilik: string, bytes: Store, kunci: string, ukuran: number, use: (path: string) => Promise<T>): Promise<T> {
  const tray = await openTray(pemilik)
  try {
    await tray.fill('salinan', await bytes.read(kunci, { start: 0, end: ukuran - 1 }), ukuran)
    return await use(tray.pathOf('salinan'))
  } finally {
    await tray.dispose()
  }
}
