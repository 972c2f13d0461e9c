import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Variables } from '@/lib/env'
import { openEmbedded } from './embedded'
import { checkDatabases } from './external-database'
import { loadSecrets } from './secrets'
import { applyEnvironment, readVariables, resolveEnvironment } from './settings'

/**
 * The installation that these variables name, for a command beside it: its database, running or not, and the environment that the application's modules read. Nothing is
 * served, and nothing listens.
 */
export async function withInstallation(work: (variables: Variables, dataDir: string) => Promise<void>): Promise<void> {
  await withWhatIsThere(async ({ variables, dataDir, fault }) => {
    if (fault) throw fault
    await work(variables, dataDir)
  })
}

interface Found {
  readonly variables: Variables
  readonly dataDir: string
  /** Why its database cannot be worked with, or null. */
  readonly fault: Error | null
}

/** The same, also where its database cannot be worked with. */
export async function withWhatIsThere(work: (found: Found) => Promise<void>): Promise<void> {
  const variables = readVariables()
  const path = resolve(variables.DATA_DIR ?? '.data')
  const { url, close, fault } = await openDatabase(variables, path)
  applyEnvironment(
    resolveEnvironment({
      variables,
      dataDir: path,
      databaseUrl: url,
      directUrl: variables.DIRECT_URL ?? url,
      secrets: loadSecrets(path),
      realtime: { kind: 'polling' },
    }),
  )
  try {
    await work({ variables, dataDir: path, fault })
  } finally {
    const { closePools } = await import('@/lib/data/pool')
    await closePools()
    await close()
  }
}

/** Where nobody answers. */
const NOWHERE = 'postgresql://127.0.0.1:1/sapa'

async function openDatabase(variables: Variables, dataDir: string) {
  const close = async () => undefined
  const fault = await checkDatabases(variables).then(
    () => null,
    (error: Error) => error,
  )
  if (variables.DATABASE_URL) return { url: variables.DATABASE_URL, close, fault }
  // Without a database of its own there is no installation here at all.
  const isHere = !fault && existsSync(join(dataDir, 'postgres'))
  try {
    return { ...(await openEmbedded(dataDir)), fault }
  } catch (error) {
    if (!isHere) throw fault ?? error
    return { url: NOWHERE, close, fault: error as Error }
  }
}
