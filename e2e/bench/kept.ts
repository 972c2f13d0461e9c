import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { align, machine, type Stage } from './report'

/** What was found once, as it is kept: multiples of the floor, which hardly depend on the machine. */
const Kept = z.object({
  machine: z.string(),
  cases: z.array(z.object({ name: z.string(), pesan: z.number(), cpuTimes: z.number(), latencyTimes: z.number() })),
})

const casesOf = (stages: readonly Stage[]) =>
  stages.flatMap(({ pesan, measured }) => measured.map(({ name, cpuTimes, latencyTimes }) => ({ name, pesan, cpuTimes, latencyTimes })))

/** Writes what was found into a file, for `compare`. */
export const keep = (file: string, stages: readonly Stage[]): Promise<void> =>
  writeFile(file, `${JSON.stringify({ machine: machine(), cases: casesOf(stages) }, null, 2)}\n`)

/**
 * What was found beside what was kept, as a table of text: a ratio below 1 is cheaper than it was. Cases that only one of them has are left out.
 * @throws when the file is none of `keep`
 */
export async function compare(file: string, stages: readonly Stage[]): Promise<string> {
  const kept = Kept.parse(JSON.parse(await readFile(file, 'utf8')))
  const rows = casesOf(stages).flatMap((now) => {
    const before = kept.cases.find(({ name, pesan }) => name === now.name && pesan === now.pesan)
    return before ? [rowOf(before, now)] : []
  })
  const head = ['', 'pesan', 'CPU before', 'now', 'ratio', 'latency before', 'now', 'ratio']
  return [`beside ${kept.machine} (in multiples of the floor)`, '', ...align([head, ...rows])].join('\n')
}

type One = z.infer<typeof Kept>['cases'][number]

const rowOf = (before: One, now: One): string[] => [
  now.name,
  now.pesan.toLocaleString('en'),
  ...ratio(before.cpuTimes, now.cpuTimes),
  ...ratio(before.latencyTimes, now.latencyTimes),
]

const ratio = (before: number, now: number): string[] => [before, now, now / before].map((value) => value.toFixed(2))
