import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { expect, onTestFinished, test } from 'vitest'
import { bytesOf, readArchive, writeArchive } from './archive'
import { StartError } from './start-error.mjs'

const PIECES = [1, 2, 3].map((n) => ({ name: `rows/pesan/${n}`, bytes: Buffer.alloc(70_000, n) }))

/** A backup of three pieces, its key, and what reading another version of it says; null when it was read to the end. */
async function backup() {
  const folder = mkdtempSync(join(tmpdir(), 'sapa-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [whole, other] = [join(folder, 'utuh.age'), join(folder, 'lain.age')]
  const identity = await generateX25519Identity()
  await writeArchive(whole, await identityToRecipient(identity), async (archive) => {
    for (const { name, bytes } of PIECES) await archive.put(name, bytes)
  })
  const read = async (bytes: Buffer): Promise<unknown> => {
    writeFileSync(other, bytes)
    const found: Buffer[] = []
    try {
      for await (const piece of readArchive(other, identity)) found.push(await bytesOf(piece))
    } catch (error) {
      return error
    }
    expect(found).toEqual(PIECES.map(({ bytes: written }) => written))
    return null
  }
  return { bytes: readFileSync(whole), read }
}

test('a backup that was cut off or changed anywhere is said in our own words, wherever its reader is', async () => {
  const { bytes, read } = await backup()
  expect(await read(bytes)).toBeNull()
  for (let part = 1; part < 40; part++) {
    const at = Math.floor((bytes.length * part) / 40)
    expect(await read(bytes.subarray(0, at)), `cut off at ${at}`).toBeInstanceOf(StartError)
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(await read(changed), `changed at ${at}`).toBeInstanceOf(StartError)
  }
})
