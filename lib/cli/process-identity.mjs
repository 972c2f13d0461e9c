import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * A process id alone does not name a process for long (in containers the same few come back after each restart), so its start time stands beside it.
 * @typedef {{ pid: number, startedAt: string }} ProcessIdentity
 */

/** @returns {ProcessIdentity} */
export function thisProcess() {
  return { pid: process.pid, startedAt: startedAt(process.pid) ?? '' }
}

/** @param {ProcessIdentity} identity */
export function isSameProcess(identity) {
  return isAlive(identity.pid) && startedAt(identity.pid) === identity.startedAt
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * The parent of another process, and the name of its program.
 * @param {number} pid
 * @returns {{ parent: number, program: string } | null}
 */
export function inspectProcess(pid) {
  const stat = procStat(pid)
  if (stat) return { parent: Number(stat.fields[1]), program: stat.program }
  const [parent, program] = ps(pid, 'ppid=,comm=').split(/\s+(.*)/)
  return parent && program ? { parent: Number(parent), program: program.replace(/^.*\//, '') } : null
}

/** @param {number} pid @returns {string | null} */
function startedAt(pid) {
  return procStat(pid)?.fields[19] ?? (ps(pid, 'lstart=') || null)
}

/**
 * /proc/PID/stat: after the program's name in brackets (which may hold anything) come the state, the parent, … and as 20th the start in clock ticks.
 * A zombie counts as gone.
 * @param {number} pid
 */
function procStat(pid) {
  if (process.platform !== 'linux') return null
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const end = stat.lastIndexOf(')')
    const fields = stat.slice(end + 2).split(' ')
    return fields[0] === 'Z' ? null : { program: stat.slice(stat.indexOf('(') + 1, end), fields }
  } catch {
    return null
  }
}

/** @param {number} pid @param {string} columns */
function ps(pid, columns) {
  if (process.platform === 'linux' || process.platform === 'win32') return ''
  try {
    return execFileSync('ps', ['-o', columns, '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}
