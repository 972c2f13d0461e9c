import { readFileSync } from 'node:fs'

/** What Linux tells of a process in /proc; empty when it is gone, at whichever moment, or somebody else's. */
export function readProc(pid: number | string, file: 'cmdline' | 'environ' | 'stat'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
