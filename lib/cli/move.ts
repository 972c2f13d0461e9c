import { resolve } from 'node:path'
import { migrate } from '@/lib/data/migrate'
import { fillDatabase, isUsed, moveJobs, withSnapshot } from '@/lib/data/transfer'
import { openDataDir } from './data-dir'
import { checkDatabases } from './external-database'
import { startEmbeddedPostgres } from './postgres/server'
import { loadSecrets } from './secrets'
import { StartError } from './start-error.mjs'

/**
 * Moves an installation from its embedded database to one of the operator's, sessions and waiting jobs included. The embedded one stays as it is; the files stay where
 * they are. Sapa must not run meanwhile.
 */
export async function main([target]: string[]): Promise<void> {
  if (!target) throw new StartError('How it is called: npm run move -- postgresql://…')
  await checkDatabases({ DATABASE_URL: target, DIRECT_URL: undefined })
  const dataDir = openDataDir(resolve(process.env.DATA_DIR || '.data'))
  const secrets = loadSecrets(dataDir.path)
  const postgres = await startEmbeddedPostgres(dataDir.path, secrets)
  try {
    await migrate(postgres.url)
    await migrate(target)
    if (await isUsed(target)) throw new StartError('There are people in that database already: name an empty one.')
    await withSnapshot(postgres.url, true, (snapshot) => fillDatabase(target, snapshot.shape, snapshot.rowsOf))
    await moveJobs(postgres.url, target)
  } finally {
    await postgres.stop()
    dataDir.release()
  }
  process.stdout.write(
    `Moved. From now on start with DATABASE_URL set to that database, NEXTAUTH_SECRET as below, and the same DATA_DIR, where the files are.\nNEXTAUTH_SECRET=${secrets.nextAuthSecret}\n`,
  )
}
