import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'

/**
 * What the driver wrote down: each send before it left, each attempt that failed, each acknowledgement after it came. A status is that of the answer,
 * where there was one.
 */
export type Line =
  | { readonly was: 'sent'; readonly client_id: string; readonly pesan: string; readonly sha256?: string }
  | { readonly was: 'failed'; readonly client_id: string; readonly status?: number | null; readonly step?: Step }
  | { readonly was: 'acknowledged'; readonly client_id: string; readonly urutan: number; readonly status?: number }

/** What of a pesan was under way: its file, or the pesan itself. */
export type Step = 'lampiran' | 'pesan'

/** A pesan as a fresh read finds it, and what its file is then. */
export interface Found {
  readonly client_id: string | null
  readonly pesan: string
  readonly urutan: number
  readonly sha256?: string | undefined
}

export interface Verdict {
  readonly sent: number
  readonly acknowledged: number
  /** Acknowledged, but absent or with other words, another file or none, or in another place. */
  readonly lost: number
  /** There more than once. */
  readonly duplicated: number
  /** There, but never sent. */
  readonly unexpected: number
  /** Places in the order that nobody has. */
  readonly gaps: number
}

export const readJournal = (file: string): Line[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as Line)

/** A journal that is still being written: each look reads only what came since the last one. */
export function followJournal(file: string) {
  const lines: Line[] = []
  const counts = { sent: 0, failed: 0, acknowledged: 0 } satisfies Record<Line['was'], number>
  let at = 0
  const look = () => {
    if (!existsSync(file)) return
    const text = readFrom(file, at)
    // The last line may still be under way.
    const whole = text.lastIndexOf('\n') + 1
    for (const line of text.subarray(0, whole).toString().split('\n').filter(Boolean)) {
      const noted = JSON.parse(line) as Line
      lines.push(noted)
      counts[noted.was] += 1
    }
    at += whole
  }
  return {
    lines: (): readonly Line[] => {
      look()
      return lines
    },
    count: (wanted: Line['was']): number => {
      look()
      return counts[wanted]
    },
  }
}

function readFrom(path: string, at: number): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(fstatSync(file).size - at)
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, at))
  } finally {
    closeSync(file)
  }
}

/** Holds what was acknowledged against what is there. */
export function judge(journal: readonly Line[], found: readonly Found[]): Verdict {
  const sent = new Map(journal.flatMap((line) => (line.was === 'sent' ? [[line.client_id, line] as const] : [])))
  const acknowledged = new Map(journal.flatMap((line) => (line.was === 'acknowledged' ? [[line.client_id, line.urutan] as const] : [])))
  const places = new Map(found.map((one) => [one.urutan, one]))
  const isThere = (clientId: string, urutan: number) => {
    const [one, meant] = [places.get(urutan), sent.get(clientId)]
    return one?.client_id === clientId && one.pesan === meant?.pesan && one.sha256 === meant.sha256
  }
  const distinct = new Set(found.map(({ client_id }) => client_id))
  return {
    sent: sent.size,
    acknowledged: acknowledged.size,
    lost: [...acknowledged].filter(([clientId, urutan]) => !isThere(clientId, urutan)).length,
    duplicated: found.length - distinct.size,
    unexpected: [...distinct].filter((clientId) => clientId === null || !sent.has(clientId)).length,
    gaps: found.reduce((last, { urutan }) => Math.max(last, urutan), 0) - places.size,
  }
}

/** Sends that were told 503 each time that they failed, and of those the ones that a later try found stored: what was refused had been carried out. */
export function refusedIn(journal: readonly Line[]): { readonly refused: number; readonly storedAllTheSame: number } {
  const failures = journal.filter((line) => line.was === 'failed')
  const others = new Set(failures.flatMap(({ client_id, status }) => (status === 503 ? [] : [client_id])))
  const refused = [...new Set(failures.map(({ client_id }) => client_id))].filter((id) => !others.has(id))
  const found = new Set(journal.flatMap((line) => (line.was === 'acknowledged' && line.status === 200 ? [line.client_id] : [])))
  return { refused: refused.length, storedAllTheSame: refused.filter((id) => found.has(id)).length }
}
