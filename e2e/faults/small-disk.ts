import { spawnSync } from 'node:child_process'
import { chmodSync, closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** A disk of its own that can be filled, where this machine lets us have one (root on Linux, with the right to mount). */
export interface SmallDisk {
  /** Takes every byte that is left. */
  readonly fill: () => void
  readonly makeRoom: () => void
  readonly close: () => void
}

/** Puts a disk of this size into this folder. @returns null where that is not allowed */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | null {
  if (spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status !== 0) return null
  chmodSync(folder, 0o755)
  const filler = join(folder, 'pengisi')
  return {
    fill: () => {
      const file = openSync(filler, 'w')
      for (const size of [1_000_000, 4096])
        for (let isFull = false; !isFull; )
          try {
            writeSync(file, Buffer.alloc(size, 'x'))
          } catch {
            isFull = true
          }
      closeSync(file)
    },
    makeRoom: () => rmSync(filler, { force: true }),
    close: () => void spawnSync('/bin/umount', ['-l', folder]),
  }
}
