import { type Found, judge, readJournal } from './journal'

/** Reads all of a conversation anew and holds the driver's journal against it: `checker.ts <journal> <url> <konsultasi> <token>`. Prints the verdict as JSON. */

const [file = '', url = '', konsultasiId = '', token = ''] = process.argv.slice(2)

async function readAll(): Promise<Found[]> {
  const found: Found[] = []
  for (let after = 0, more = true; more; after = found.at(-1)?.urutan ?? 0) {
    const response = await fetch(`${url}/api/v1/pesan/${konsultasiId}?after=${after}&per_page=100`, {
      headers: { Authorization: `Bearer ${token}` },
    })
    if (!response.ok) throw new Error(`a fresh read is answered ${response.status}`)
    const { data, pagination } = (await response.json()) as { data: Found[]; pagination: { has_more: boolean } }
    found.push(...data)
    more = pagination.has_more
  }
  return found
}

process.stdout.write(JSON.stringify(judge(readJournal(file), await readAll())))
