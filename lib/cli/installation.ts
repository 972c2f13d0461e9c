import { resolve } from 'node:path'
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
  const variables = readVariables()
  const path = resolve(variables.DATA_DIR ?? '.data')
  await checkDatabases(variables)
  const { url, close } = variables.DATABASE_URL ? { url: variables.DATABASE_URL, close: async () => undefined } : await openEmbedded(path)
  const directUrl = variables.DIRECT_URL ?? url
  applyEnvironment(
    resolveEnvironment({
      variables,
      dataDir: path,
      databaseUrl: url,
      directUrl,
      secrets: loadSecrets(path),
      realtime: { kind: 'polling' },
    }),
  )
  try {
    await work(variables, path)
  } finally {
    const { closePools } = await import('@/lib/data/pool')
    await closePools()
    await close()
  }
}
