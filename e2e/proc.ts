import { readdirSync, readFileSync } from 'node:fs'

/** What Linux tells of a process in /proc; empty when it is gone, at whichever moment, or somebody else's. */
export function readProc(pid: number | string, file: 'cmdline' | 'environ' | 'stat' | 'smaps_rollup' | 'io'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

/** Bytes of a process; what it shares with others counts in part (proc_pid_smaps(5), Pss). 0 when it is gone. */
export const memoryOf = (pid: number): number => Number(/^Pss:\s+(\d+) kB/m.exec(readProc(pid, 'smaps_rollup'))?.[1] ?? 0) * 1024

/** Files and sockets that a process holds open. */
export const descriptorsOf = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length

/** System calls of a process that read or wrote, files and sockets alike (proc_pid_io(5)). */
export const transfersOf = (pid: number): number =>
  [...readProc(pid, 'io').matchAll(/^sysc[rw]: (\d+)$/gm)].reduce((sum, [, count]) => sum + Number(count), 0)
