import { onePerProcess } from '@/lib/cli/one-per-process.mjs'
import { env } from '@/lib/env'
import { openDiskStore } from './disk'
import type { Store } from './store'

/** The one store of this installation: S3 where it is configured, else a folder in DATA_DIR. */
export const store = (): Promise<Store> => onePerProcess('store', openStore)

async function openStore(): Promise<Store> {
  const { s3, dataDir } = env()
  if (!s3) return openDiskStore(dataDir)
  // A large library, loaded only by those who use it.
  const { openS3Store } = await import('./s3')
  return openS3Store(s3)
}
