import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { isSameProcess, thisProcess } from './process-identity.mjs'

/**
 * Takes the lock file, or says which live process holds it. A lock whose process is gone is taken over: it is moved away first,
 * which only one of several takers can do, so that two of them never both believe to have it.
 * @param {string} file
 * @returns {{ release: () => void } | { heldBy: number }}
 */
export function tryLock(file) {
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, JSON.stringify(thisProcess()), { mode: 0o644 })
  try {
    for (;;) {
      if (linkIfFree(mine, file)) return { release: () => releaseOwn(file) }
      const holder = readHolder(file)
      if (holder && isSameProcess(holder)) return { heldBy: holder.pid }
      moveAway(file, holder)
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

/**
 * Waits until nobody else does the same work in this checkout.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when somebody else has the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait) {
  let lock = tryLock(file)
  if ('heldBy' in lock) onWait?.()
  while ('heldBy' in lock) {
    await delay(250)
    lock = tryLock(file)
  }
  try {
    return await work()
  } finally {
    lock.release()
  }
}

/** @param {string} from @param {string} to */
function linkIfFree(from, to) {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** @param {string} file @returns {{ pid: number, startedAt: string } | null} */
function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** @param {string} file @param {{ pid: number, startedAt: string } | null} stale */
function moveAway(file, stale) {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  const moved = readHolder(aside)
  // Somebody was faster and this is their fresh lock, not the stale one: give it back.
  if (moved && (moved.pid !== stale?.pid || moved.startedAt !== stale.startedAt)) linkIfFree(aside, file)
  rmSync(aside, { force: true })
}

/** @param {string} file */
function releaseOwn(file) {
  if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true })
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
