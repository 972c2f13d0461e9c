import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, existsSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client as Database } from 'pg'
import { startApp } from '@/e2e/app'
import { sow } from './defects'
import type { Outcome } from './outcome'
import type { Plan } from './run'
import { type Blows, counted, type Outage, underLoad } from './under-load'

/** Answers to uploads that show that something is wrong. */
const REFUSALS = 6

/** The disk that files lie on, an own one: full, read-only, and one that takes what is said and never answers. */
export async function disks({ isSown }: Plan, say: (text: string) => void): Promise<Outcome> {
  const disk = openDisk()
  const app = await startApp({ DATA_DIR: disk.dataDir, REALTIME: 'off', RATE_LIMIT: 'off' })
  try {
    const seen: string[] = []
    const outcome = await underLoad(app.url, { files: true, sow: isSown && ((k) => sow('disks', app.databaseUrl, k)) }, async (blows) => {
      for (const [name, begin, end] of [
        ['full', disk.fill, disk.makeRoom],
        ['read-only', () => disk.remount('ro'), () => disk.remount('rw')],
        ['hanging', disk.freeze, disk.thaw],
      ] as const) {
        seen.push(`${name}: ${await breakFor(blows, begin, end)}`)
        say(seen.at(-1) ?? '')
      }
    })
    return { ...outcome, seen: `${seen.join('; ')}; ${await leftIn(disk.folder, app.databaseUrl)}` }
  } finally {
    await app.stop()
    disk.close()
  }
}

/** @returns what uploads were refused with meanwhile, and how many pesan went on */
async function breakFor({ outage, refusedFiles, acknowledged }: Blows, begin: Outage['begin'], end: Outage['end']): Promise<string> {
  const [refused, said] = [refusedFiles().length, acknowledged()]
  await outage({ begin, end, isSeen: () => refusedFiles().length >= refused + REFUSALS && acknowledged() > said + REFUSALS })
  return `files ${counted(refusedFiles().slice(refused))}, ${acknowledged() - said} pesan meanwhile`
}

/** What lies there and no row knows, so that no sweep finds it. */
async function leftIn(folder: string, databaseUrl: string): Promise<string> {
  const db = new Database({ connectionString: databaseUrl })
  await db.connect()
  try {
    const { rows } = await db.query<{ kunci: string }>(`
      SELECT kunci FROM lampiran UNION ALL SELECT kunci_thumb FROM lampiran WHERE kunci_thumb IS NOT NULL`)
    const kept = new Set(rows.map(({ kunci }) => kunci))
    const stray = readdirSync(folder).filter((name) => !/^\.|^lost\+found$/.test(name) && !kept.has(name))
    return `${readdirSync(join(folder, '.masuk')).length} trays and ${stray.length} files without a row left`
  } finally {
    await db.end()
  }
}

const MB = 1_048_576
const MOUNT = '/usr/bin/mount'
const FREEZE = '/usr/sbin/fsfreeze'

function openDisk() {
  if (process.getuid?.() !== 0) throw new Error('disks needs to be root: it mounts a file system.')
  const dataDir = mkdtempSync(join(tmpdir(), 'sapa-disk-'))
  const [image, folder] = [join(dataDir, 'cakram'), join(dataDir, 'lampiran')]
  const run = (program: string, ...args: string[]) => void execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const file = openSync(image, 'w')
  ftruncateSync(file, 256 * MB)
  closeSync(file)
  run('mkfs.ext4', '-q', '-m', '0', image)
  mkdirSync(folder)
  run(MOUNT, '-o', 'loop', image, folder)
  const ballast = join(folder, '.beban')
  const close = () => {
    process.off('exit', close)
    // Whoever breaks the run off may do that while it is frozen.
    spawnSync(FREEZE, ['--unfreeze', folder], { stdio: 'ignore' })
    if (existsSync(ballast)) rmSync(ballast)
    run('umount', folder)
    rmSync(dataDir, { recursive: true, force: true })
  }
  process.once('exit', close)
  return {
    dataDir,
    folder,
    fill: () => {
      const heavy = openSync(ballast, 'w')
      try {
        for (let size = MB; size >= 1; size = size > 1 ? Math.floor(size / 32) : 0) fillBy(heavy, size)
      } finally {
        closeSync(heavy)
      }
    },
    makeRoom: () => rmSync(ballast),
    // Refused as long as somebody is writing.
    remount: async (mode: 'ro' | 'rw') => {
      while (spawnSync(MOUNT, ['-o', `remount,${mode}`, folder], { stdio: 'ignore' }).status !== 0) await delay(5)
    },
    freeze: () => run(FREEZE, '--freeze', folder),
    thaw: () => run(FREEZE, '--unfreeze', folder),
    close,
  }
}

function fillBy(file: number, size: number): void {
  const piece = Buffer.alloc(size, 'x')
  try {
    while (writeSync(file, piece) > 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}
