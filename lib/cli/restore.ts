import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { migrate } from '@/lib/data/migrate'
import { type DatabaseShape, fillDatabase } from '@/lib/data/transfer'
import { filesFolder } from '@/lib/storage/disk'
import { bytesOf, type Piece, readArchive } from './archive'
import { KEPT } from './backup'
import { openDataDir } from './data-dir'
import { startEmbeddedPostgres } from './postgres/server'
import { heldMark, unfinishedMark } from './restored'
import { loadSecrets } from './secrets'
import { StartError } from './start-error.mjs'

const USAGE = `npm run restore -- FILE KEYFILE
  puts a backup into DATA_DIR, which must be empty. KEYFILE holds the secret half of the key.
npm run restore -- hold
  keeps letters and pushes of this DATA_DIR in the house: before the first start over a database that was restored otherwise (pg_restore).
npm run restore -- letters
  lets letters and pushes go out again.`

/**
 * Puts a backup into an empty folder. Sessions are not in it, so everybody signs in anew; the clinic begins another epoch at its next start, so that open pages load
 * anew; and no letter leaves until somebody says so.
 */
export async function main([file, keyFile]: string[]): Promise<void> {
  const dataDir = resolve(process.env.DATA_DIR || '.data')
  if (file === 'letters') return releaseLetters(dataDir)
  if (file === 'hold') return holdLetters(dataDir)
  if (!file || !keyFile) throw new StartError(`How it is called:\n${USAGE}`)
  const identity = readIdentity(keyFile)
  refuseInhabited(dataDir)
  const pieces = readArchive(resolve(file), identity)
  // Nothing is written before the key was seen to fit.
  const first = await pieces.next()
  if (first.done || first.value.name !== 'shape.json') throw new StartError(`${file} is no backup of this system.`)
  const shape = JSON.parse((await bytesOf(first.value)).toString()) as DatabaseShape
  await putInto(dataDir, shape, pieces, file)
}

async function putInto(dataDir: string, shape: DatabaseShape, pieces: AsyncGenerator<Piece>, file: string) {
  const { release } = openDataDir(dataDir)
  writeFileSync(unfinishedMark(dataDir), '', { flush: true })
  const postgres = await startEmbeddedPostgres(dataDir, loadSecrets(dataDir))
  try {
    await migrate(postgres.url, undefined, shape.migrations)
    const rest = new Rest(dataDir, pieces)
    await fillDatabase(
      postgres.url,
      shape,
      (table) => rest.rowsOf(table),
      async (counts) => rest.finish(counts, file),
    )
    writeFileSync(heldMark(dataDir), '', { flush: true })
  } finally {
    await postgres.stop()
  }
  putSecretsBack(dataDir)
  rmSync(unfinishedMark(dataDir))
  release()
  process.stdout.write(
    `${file} is restored into ${dataDir}. Everybody signs in anew. Letters and pushes stay here until “npm run restore -- letters” is called.\n`,
  )
}

/** What follows the shape: the rows of each table, in order, then files, then secrets, then the word that it was all. */
class Rest {
  private held: Piece | null = null

  constructor(
    private readonly dataDir: string,
    private readonly pieces: AsyncGenerator<Piece>,
  ) {}

  async *rowsOf(table: string): AsyncGenerator<Buffer> {
    for (let piece = await this.next(); piece; piece = await this.next()) {
      if (!piece.name.startsWith(`rows/${table}/`)) {
        this.held = piece
        return
      }
      yield await bytesOf(piece)
    }
  }

  /** @throws StartError when something is missing */
  async finish(counts: Record<string, number>, file: string) {
    let files = 0
    for (let piece = await this.next(); piece; piece = await this.next()) {
      if (piece.name === 'whole.json') {
        const whole = JSON.parse((await bytesOf(piece)).toString()) as { rows: Record<string, number>; files: number }
        const isSame = whole.files === files && Object.entries(whole.rows).every(([table, count]) => counts[table] === count)
        if (!isSame) throw new StartError(`${file} holds less than it says.`)
        return
      }
      if (piece.name.startsWith('lampiran/')) files += 1
      await pipeline(piece.stream, createWriteStream(this.pathOf(piece.name), { mode: 0o600, flush: true }))
    }
    throw new StartError(`${file} is cut off.`)
  }

  private pathOf(name: string): string {
    const [kind, ...parts] = name.split('/')
    const key = parts.join('/')
    if (kind === 'kept' && KEPT.includes(key)) return join(this.dataDir, `${key}.restored`)
    const path = join(filesFolder(this.dataDir), key)
    if (kind !== 'lampiran' || !path.startsWith(filesFolder(this.dataDir)))
      throw new StartError('The backup names what is no file of ours.')
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    return path
  }

  private async next(): Promise<Piece | null> {
    const held = this.held
    this.held = null
    return held ?? ((await this.pieces.next()).value as Piece | undefined) ?? null
  }
}

/** The application's secrets come from the backup; the passwords of this folder's own PostgreSQL stay. */
function putSecretsBack(dataDir: string) {
  const path = join(dataDir, 'secrets.json')
  const [kept, own] = [`${path}.restored`, path].map((file) => JSON.parse(readFileSync(file, 'utf8')))
  const { databasePassword, superuserPassword } = own
  writeFileSync(path, `${JSON.stringify({ ...kept, databasePassword, superuserPassword }, null, 2)}\n`, { mode: 0o600, flush: true })
  rmSync(`${path}.restored`)
  if (existsSync(join(dataDir, 'demo.restored'))) {
    writeFileSync(join(dataDir, 'demo'), '')
    rmSync(join(dataDir, 'demo.restored'))
  }
}

function refuseInhabited(dataDir: string) {
  const found = existsSync(dataDir) ? readdirSync(dataDir) : []
  if (found.length > 0)
    throw new StartError(`DATA_DIR ${dataDir} is not empty: a backup is never put over a clinic. Choose another DATA_DIR.`)
}

function readIdentity(file: string): string {
  const found = existsSync(file) && readFileSync(file, 'utf8').match(/^AGE-SECRET-KEY-1[0-9A-Z]+$/m)?.[0]
  if (!found) throw new StartError(`${file} holds no secret key (AGE-SECRET-KEY-1…).`)
  return found
}

function holdLetters(dataDir: string) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  writeFileSync(heldMark(dataDir), '', { flush: true })
  process.stdout.write('Letters and pushes stay here from the next start on, until “npm run restore -- letters” is called.\n')
}

function releaseLetters(dataDir: string) {
  rmSync(heldMark(dataDir), { force: true })
  process.stdout.write('Letters and pushes go out from the next start on.\n')
}
