import { accessSync, constants, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { tryLock } from './lock.mjs'
import { StartError } from './start-error.mjs'

export type DataDir = { path: string; release(): void }

/**
 * Opens DATA_DIR for this process alone. Two supervisors over the same files would each end the other's PostgreSQL as an orphan.
 * @returns its absolute path
 */
export function openDataDir(given: string | undefined): DataDir {
  const path = resolve(given ?? '.data')
  makeWritable(path)
  const lock = tryLock(join(path, 'supervisor.lock'))
  if ('heldBy' in lock)
    throw new StartError(`DATA_DIR ${path} is in use by another npm start (process ${lock.heldBy}): end that, or choose another DATA_DIR.`)
  return { path, release: lock.release }
}

function makeWritable(path: string) {
  try {
    makeFolder(path)
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    const probe = join(path, `.probe.${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown'
    const isFile = code === 'EEXIST' || code === 'ENOTDIR'
    throw new StartError(`DATA_DIR ${path} ${isFile ? 'is not a folder' : `cannot be written to (${code})`}.`)
  }
}

/** One by one: mkdir's own `recursive` never returns where a folder can never be made, as under /proc. */
function makeFolder(path: string) {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  makeFolder(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}
