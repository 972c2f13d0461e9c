import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import type { Verdict } from '@/e2e/faults/journal'

/** What became of one kind of fault. */
export interface Outcome extends Verdict {
  readonly faults: number
  /** From the blow to the next acknowledgement, in milliseconds, of each fault. */
  readonly recovery: readonly number[]
  /** What else was seen, and is as it should be. */
  readonly seen?: string
}

/** Of the parts that a long run is made in. What was seen of each reads alike but for its numbers, which are added up. */
export function together(parts: readonly Outcome[]): Outcome {
  const sum = (name: keyof Verdict | 'faults') => parts.reduce((all, one) => all + one[name], 0)
  return {
    faults: sum('faults'),
    sent: sum('sent'),
    acknowledged: sum('acknowledged'),
    lost: sum('lost'),
    duplicated: sum('duplicated'),
    unexpected: sum('unexpected'),
    gaps: sum('gaps'),
    recovery: parts.flatMap(({ recovery }) => recovery),
    seen: parts.map(({ seen = '' }) => seen).reduce(addUp),
  }
}

function addUp(one: string, other: string): string {
  const numbers = other.match(/\d+/g) ?? []
  return one.replace(/\d+/g, (number) => String(Number(number) + Number(numbers.shift() ?? 0)))
}

/** One part of a row that has been made: of which sources, and which of how many parts with which plan. */
interface Part {
  readonly commit: string
  readonly part: string
  readonly outcome: Outcome
}

/** The parts that were made, in a file where there is one: a run that was broken off goes on behind them. Those of other sources do not count. */
export function openKept(commit: string, file?: string) {
  const lines = file && existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  const kept = new Map(
    lines
      .map((line) => JSON.parse(line) as Part)
      .filter((one) => one.commit === commit)
      .map(({ part, outcome }) => [part, outcome]),
  )
  return {
    find: (part: string) => kept.get(part),
    keep: (part: string, outcome: Outcome) => {
      kept.set(part, outcome)
      if (file) appendFileSync(file, `${JSON.stringify({ commit, part, outcome } satisfies Part)}\n`)
    },
  }
}

export interface Row {
  readonly name: string
  readonly outcome: Outcome
  /** Parts that are missing. */
  readonly missing: number
}

const HEAD = ['fault', 'faults', 'sent', 'acknowledged', 'lost', 'doubled', 'invented', 'gaps', 'back after, ms, median', 'longest', 'seen']

export function tableOf(rows: readonly Row[], commit: string): string {
  const cells = rows.map(({ name, missing, outcome }) => {
    const { faults, sent, acknowledged, lost, duplicated, unexpected, gaps, seen = '' } = outcome
    const sorted = outcome.recovery.toSorted((a, b) => a - b)
    const at = (share: number) => (sorted.length ? `${Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0)}` : '-')
    const title = missing > 0 ? `${name} (${missing} parts are missing)` : name
    return [title, faults, sent, acknowledged, lost, duplicated, unexpected, gaps, at(0.5), at(1), seen]
  })
  const lines = [HEAD, HEAD.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`)
  return `${new Date().toISOString().slice(0, 10)}, commit ${commit}, ${cpus().length} × ${cpus()[0]?.model.trim()}, Node.js ${process.versions.node}\n${lines.join('\n')}\n`
}
