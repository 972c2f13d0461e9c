import { randomBytes } from 'node:crypto'
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { StartError } from './start-error.mjs'

const Secrets = z.object({
  nextAuthSecret: z.string().min(32),
  /** The password of the role that owns the database; the application knows it. */
  databasePassword: z.string().min(16),
  /** The password of PostgreSQL's superuser; only the supervisor knows it. */
  superuserPassword: z.string().min(16),
  realtimeKey: z.string().min(16),
  realtimeSecret: z.string().min(16),
})

export type Secrets = z.infer<typeof Secrets>

/** The secrets of this installation, made once and kept in DATA_DIR, readable for the owner only. */
export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  const kept = read(file) ?? keepOnce(file)
  const parsed = Secrets.safeParse(kept)
  if (!parsed.success) throw new StartError(`${file} is damaged: put back a copy of it; without it the embedded database cannot be opened.`)
  chmodSync(file, 0o600)
  return parsed.data
}

function keepOnce(file: string): unknown {
  const fresh: Secrets = {
    nextAuthSecret: random(32),
    databasePassword: random(24),
    superuserPassword: random(24),
    realtimeKey: randomBytes(10).toString('hex'),
    realtimeSecret: random(24),
  }
  // Written aside and moved into place, so that a start cut off here never leaves half a file.
  const aside = `${file}.new`
  writeFileSync(aside, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(aside, file)
  return fresh
}

function read(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const random = (bytes: number) => randomBytes(bytes).toString('base64url')
