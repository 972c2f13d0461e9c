import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDataDir } from './data-dir'
import { startEmbeddedPostgres } from './postgres/server'
import { loadSecrets } from './secrets'
import { StartError } from './start-error.mjs'

/**
 * The embedded database of an installation that may be running: that one's, else one that is started for as long as this takes.
 * @throws StartError when there is none in this folder
 */
export async function openEmbedded(dataDir: string): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  if (!existsSync(join(dataDir, 'postgres'))) throw new StartError(`There is no embedded database in DATA_DIR ${dataDir}.`)
  const running = await runningPort(dataDir)
  const secrets = loadSecrets(dataDir)
  if (running) return { url: urlOf(running, secrets.databasePassword), close: async () => undefined }
  const { release } = openDataDir(dataDir)
  const postgres = await startEmbeddedPostgres(dataDir, secrets)
  return {
    url: postgres.url,
    close: async () => {
      await postgres.stop()
      release()
    },
  }
}

/** Of a supervisor that is running: the fourth line of postmaster.pid (https://www.postgresql.org/docs/current/storage-file-layout.html). */
async function runningPort(dataDir: string): Promise<number | null> {
  const { isSameProcess } = await import('./process-identity.mjs')
  try {
    if (!isSameProcess(JSON.parse(readFileSync(join(dataDir, 'supervisor.lock'), 'utf8')))) return null
    return Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]) || null
  } catch {
    return null
  }
}

const urlOf = (port: number, password: string) => `postgresql://sapa:${encodeURIComponent(password)}@127.0.0.1:${port}/sapa`
