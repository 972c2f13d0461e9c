import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { withSnapshot } from '@/lib/data/transfer'
import { filesFolder } from '@/lib/storage/disk'
import { writeArchive } from './archive'
import { openEmbedded } from './embedded'
import { StartError } from './start-error.mjs'

const USAGE = `npm run backup -- key
  makes a key: its public half is for making backups, its secret half opens them.
npm run backup -- age1… FILE
  writes everything that DATA_DIR holds to FILE, encrypted to that public key, also while Sapa runs.`

/** Everything of an installation with the embedded database in one file: rows of one moment, then the files that they name, then the secrets. */
export async function main([recipient, file]: string[]): Promise<void> {
  if (recipient === 'key') return makeKey()
  if (!recipient?.startsWith('age1') || !file) throw new StartError(`How it is called:\n${USAGE}`)
  if (process.env.DATABASE_URL)
    throw new StartError(
      'With DATABASE_URL set, pg_dump makes the backup of the database; DATA_DIR or the bucket, and NEXTAUTH_SECRET, belong to it.',
    )
  const dataDir = resolve(process.env.DATA_DIR || '.data')
  const { url, close } = await openEmbedded(dataDir)
  try {
    await backUp(dataDir, url, recipient, resolve(file))
  } finally {
    await close()
  }
}

async function makeKey() {
  const identity = await generateX25519Identity()
  process.stdout.write(
    `Public key, for npm run backup:\n${await identityToRecipient(identity)}\n\nSecret key, for npm run restore (keep it in a file far from here; without it no backup can be opened):\n${identity}\n`,
  )
}

async function backUp(dataDir: string, url: string, recipient: string, file: string) {
  const missing: string[] = []
  await withSnapshot(url, false, (snapshot) =>
    writeArchive(file, recipient, async (archive) => {
      await archive.put('shape.json', JSON.stringify(snapshot.shape))
      for (const { name } of snapshot.shape.tables) {
        let piece = 0
        for await (const bytes of inPieces(snapshot.rowsOf(name)))
          await archive.put(`rows/${name}/${String(++piece).padStart(8, '0')}`, bytes)
      }
      const keys = await snapshot.files()
      for (const key of keys) if (!(await archive.putFile(`lampiran/${key}`, join(filesFolder(dataDir), key)))) missing.push(key)
      for (const name of KEPT) if (existsSync(join(dataDir, name))) await archive.put(`kept/${name}`, readFileSync(join(dataDir, name)))
      const whole = { rows: snapshot.counts, files: keys.length - missing.length }
      await archive.put('whole.json', JSON.stringify(whole))
      process.stdout.write(`${whole.rows.chat_messages ?? 0} pesan, ${whole.files} files.\n`)
    }),
  )
  process.stdout.write(`${file} is whole.\n`)
  if (missing.length > 0)
    process.stderr.write(`sapa: ${missing.length} files that the database names are not in DATA_DIR, and not in the backup.\n`)
}

const PIECE_BYTES = 1024 * 1024

/** What comes in small parts, in pieces of about a megabyte. */
async function* inPieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let size = 0
  for await (const part of source) {
    parts.push(part)
    size += part.length
    if (size < PIECE_BYTES) continue
    yield Buffer.concat(parts)
    parts = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(parts)
}

/** What DATA_DIR keeps beside the database and the files: without the secrets second factors cannot be opened. */
export const KEPT = ['secrets.json', 'demo']
