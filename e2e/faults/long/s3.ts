import { startApp } from '@/e2e/app'
import { pdf } from '@/e2e/berkas/dokumen'
import type { Konsultasi } from '@/e2e/clinic'
import { openWay } from '@/e2e/faults/way'
import { startS3 } from '@/e2e/s3'
import { download, uploaded } from '@/e2e/unggah'
import { sow } from './defects'
import type { Outcome } from './outcome'
import type { Plan } from './run'
import { type Blows, counted, underLoad } from './under-load'

/** Answers of the store that take so long are waited for; those that take longer than its patience are not. Milliseconds. */
const SLOW_MS = 2000
const TOO_SLOW_MS = 8000

/** The object store slow, too slow, refusing connections, and taking them without an answer, while files are sent and read. */
export async function s3({ isSown }: Plan, say: (text: string) => void): Promise<Outcome> {
  const store = await startS3()
  const way = await openWay(store.settings.S3_ENDPOINT ?? '')
  const app = await startApp({ ...store.settings, S3_ENDPOINT: new URL(way.url).origin, REALTIME: 'off', RATE_LIMIT: 'off' })
  try {
    const seen: string[] = []
    const outcome = await underLoad(app.url, { files: true, sow: isSown && ((k) => sow('s3', app.databaseUrl, k)) }, async (blows) => {
      const { id } = await uploaded(blows.person.pasien, blows.person, { bytes: pdf() })
      for (const [name, begin, status] of [
        ['slow', () => way.slow(SLOW_MS), 200],
        ['too slow', () => way.slow(TOO_SLOW_MS), 503],
        ['gone', way.cut, 503],
        ['silent', way.silence, 503],
      ] as const) {
        seen.push(`${name}: ${await breakFor(blows, { begin, end: way.mend, lampiranId: id, status })}`)
        say(seen.at(-1) ?? '')
      }
    })
    return { ...outcome, seen: seen.join('; ') }
  } finally {
    await app.stop()
    way.close()
    await store.dispose()
  }
}

interface Break {
  readonly begin: () => void
  readonly end: () => void
  /** One that lies in the store, and what reading it is answered with meanwhile. */
  readonly lampiranId: string
  readonly status: number
}

/** @returns what became of files meanwhile */
async function breakFor({ outage, person, refusedFiles, acknowledged, acknowledgedFiles }: Blows, one: Break): Promise<string> {
  const [refused, said, files] = [refusedFiles().length, acknowledged(), acknowledgedFiles()]
  const reads: number[] = []
  const isSeen = async () => {
    reads.push(await statusOfRead(person, one.lampiranId))
    const [refusals, taken] = [refusedFiles().length - refused, acknowledgedFiles() - files]
    return acknowledged() > said + 6 && (one.status === 200 ? taken > 2 : refusals > 2) && reads.at(-1) === one.status
  }
  await outage({ begin: one.begin, end: one.end, isSeen })
  return `files refused ${counted(refusedFiles().slice(refused))}, reads ${counted(reads)}, ${acknowledged() - said} pesan meanwhile`
}

const statusOfRead = async ({ pasien }: Konsultasi, id: string) => (await download(pasien, id)).status
