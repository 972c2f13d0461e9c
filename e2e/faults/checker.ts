import { createHash } from 'node:crypto'
import { type Found, judge, readJournal } from './journal'

/** Reads all of a conversation anew and holds the driver's journal against it: `checker.ts <journal> <url> <konsultasi> <token>`. Prints the verdict as JSON. */

const [file = '', url = '', konsultasiId = '', token = ''] = process.argv.slice(2)

async function ask(path: string): Promise<Response> {
  const response = await fetch(`${url}/api/v1${path}`, { headers: { Authorization: `Bearer ${token}` } })
  if (!response.ok) throw new Error(`a fresh read is answered ${response.status}`)
  return response
}

type Pesan = Found & { readonly lampiran: { readonly id: string } | null }

async function readAll(): Promise<Found[]> {
  const found: Found[] = []
  for (let after = 0, more = true; more; after = found.at(-1)?.urutan ?? 0) {
    const response = await ask(`/pesan/${konsultasiId}?after=${after}&per_page=100`)
    const { data, pagination } = (await response.json()) as { data: Pesan[]; pagination: { has_more: boolean } }
    for (const pesan of data) found.push(pesan.lampiran ? { ...pesan, sha256: await sha256Of(pesan.lampiran.id) } : pesan)
    more = pagination.has_more
  }
  return found
}

/** Of the file as anybody gets it now; of none when it is not to be had. */
async function sha256Of(id: string): Promise<string> {
  const bytes = await ask(`/lampiran/${id}`).then(
    (response) => response.arrayBuffer(),
    () => new ArrayBuffer(0),
  )
  return createHash('sha256').update(Buffer.from(bytes)).digest('hex')
}

process.stdout.write(JSON.stringify(judge(readJournal(file), await readAll())))
