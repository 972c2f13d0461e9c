import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter } from 'age-encryption'
import { extract, pack } from 'tar-stream'
import { StartError } from './start-error.mjs'

/**
 * A backup is a tar of named pieces, encrypted as an age file (https://age-encryption.org/v1): `age --decrypt -i KEY FILE | tar -x` opens it without us.
 * Whoever makes it needs the public key only.
 */
export interface ArchiveWriter {
  readonly put: (name: string, bytes: Buffer | string) => Promise<void>
  /** @returns false when there is no such file */
  readonly putFile: (name: string, path: string) => Promise<boolean>
}

/** Writes aside and moves the whole file into place at the end: half of one never carries its name. @throws StartError when `file` is there already */
export async function writeArchive(file: string, recipient: string, write: (archive: ArchiveWriter) => Promise<void>): Promise<void> {
  if (await exists(file)) throw new StartError(`${file} is there already: choose another name.`)
  const aside = `${file}.unfinished`
  const tar = pack()
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  const encrypted = await encrypter.encrypt(Readable.toWeb(Readable.from(tar)) as globalThis.ReadableStream<Uint8Array>)
  const written = pipeline(
    Readable.fromWeb(encrypted as unknown as ReadableStream),
    createWriteStream(aside, { mode: 0o600, flags: 'wx', flush: true }),
  )
  try {
    await Promise.race([written, write(writerInto(tar))])
    tar.finalize()
    await written
    await rename(aside, file)
    await syncFolderOf(file)
  } catch (error) {
    tar.destroy()
    await written.catch(() => undefined)
    await rm(aside, { force: true })
    throw error
  }
}

function writerInto(tar: ReturnType<typeof pack>): ArchiveWriter {
  const putStream = (name: string, size: number, stream: Readable) => pipeline(stream, tar.entry({ name, size, mode: 0o600 }))
  return {
    put: (name, bytes) => putStream(name, Buffer.byteLength(bytes), Readable.from([Buffer.from(bytes)])),
    putFile: async (name, path) => {
      const size = await sizeOf(path)
      if (size === null) return false
      await putStream(name, size, createReadStream(path, { end: Math.max(0, size - 1) }))
      return true
    },
  }
}

/** A piece of an archive as it is read. */
export interface Piece {
  readonly name: string
  readonly stream: Readable
}

/** The pieces in the order in which they were put in; each has to be read before the next. @throws StartError for a key that does not fit, or a file that is no backup or cut off */
export async function* readArchive(file: string, identity: string): AsyncGenerator<Piece> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const source = Readable.toWeb(createReadStream(file)) as globalThis.ReadableStream<Uint8Array>
  const plain = await decrypter.decrypt(source).catch((error: unknown) => {
    const isKey = error instanceof Error && /no identity matched/.test(error.message)
    throw new StartError(isKey ? `${file} was made for another key than this one.` : `${file} is no backup.`)
  })
  const tar = extract()
  const fed = pipeline(Readable.fromWeb(plain as unknown as ReadableStream), tar).catch(() => undefined)
  try {
    for await (const entry of tar) yield { name: entry.header.name, stream: Readable.from(inOurWords(entry, file), { objectMode: false }) }
  } catch (error) {
    throw error instanceof StartError ? error : damaged(file)
  } finally {
    tar.destroy()
    await fed
  }
}

/** What is wrong with a file shows at whoever reads a piece of it, outside of `readArchive`. */
async function* inOurWords(stream: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  try {
    yield* stream
  } catch {
    throw damaged(file)
  }
}

const damaged = (file: string) => new StartError(`${file} is damaged or cut off.`)

export async function bytesOf({ stream }: Piece): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const sizeOf = (path: string) =>
  stat(path).then(
    ({ size }) => size,
    () => null,
  )
const exists = async (path: string) => (await sizeOf(path)) !== null

async function syncFolderOf(file: string) {
  const folder = await open(new URL('.', `file://${file}`).pathname, 'r')
  await folder.sync()
  await folder.close()
}
