import { readFileSync } from 'node:fs'

/** What the driver wrote down: each send before it left, each attempt that failed, each acknowledgement after it came. */
export type Line =
  | { readonly was: 'sent'; readonly client_id: string; readonly pesan: string }
  | { readonly was: 'failed'; readonly client_id: string }
  | { readonly was: 'acknowledged'; readonly client_id: string; readonly urutan: number }

/** A pesan as a fresh read finds it. */
export interface Found {
  readonly client_id: string | null
  readonly pesan: string
  readonly urutan: number
}

export interface Verdict {
  readonly sent: number
  readonly acknowledged: number
  /** Acknowledged, but absent or with other words or in another place. */
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

/** Holds what was acknowledged against what is there. */
export function judge(journal: readonly Line[], found: readonly Found[]): Verdict {
  const sent = new Map(journal.flatMap((line) => (line.was === 'sent' ? [[line.client_id, line.pesan] as const] : [])))
  const acknowledged = new Map(journal.flatMap((line) => (line.was === 'acknowledged' ? [[line.client_id, line.urutan] as const] : [])))
  const places = new Map(found.map((one) => [one.urutan, one]))
  const isThere = (clientId: string, urutan: number) => {
    const one = places.get(urutan)
    return one?.client_id === clientId && one.pesan === sent.get(clientId)
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
