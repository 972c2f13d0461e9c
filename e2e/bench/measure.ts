import { cpuOf } from '@/e2e/app'
import type { Case, Place } from './cases'
import { drive, medianOf } from './drive'

export interface Effort {
  readonly warmUp: number
  readonly rounds: number
  /** After so long no further round begins: a busy machine gives fewer rounds, not a longer wait. */
  readonly budgetMs: number
  /** Requests of each case in each round. */
  readonly requests: number
}

/** What one kind of request costs. The floor is the first case. */
export interface Measured {
  readonly name: string
  readonly goal: number | undefined
  /** CPU of the web server, ms for each request. */
  readonly cpuMs: number
  /** The same in multiples of the floor. */
  readonly cpuTimes: number
  readonly latencyMs: number
  readonly latencyTimes: number
  /** The smallest and the largest multiple within one round: how calm the machine was. */
  readonly spread: readonly [number, number]
}

/** Measures all cases in turn, round after round, so that whatever else the machine does hits all alike. */
export async function measure(place: Place, webPid: number, cases: readonly Case[], effort: Effort): Promise<Measured[]> {
  for (const each of cases) await runOnce(place, webPid, each, effort.warmUp)
  const rounds: Sample[][] = []
  const end = performance.now() + effort.budgetMs
  while (rounds.length < effort.rounds && (rounds.length < 2 || performance.now() < end)) {
    const samples: Sample[] = []
    for (const each of cases) samples.push(await runOnce(place, webPid, each, effort.requests))
    rounds.push(samples)
  }
  return cases.map((each, i) => summarise(each, i, rounds))
}

interface Sample {
  readonly cpuMs: number
  readonly latencies: readonly number[]
}

async function runOnce(place: Place, webPid: number, { prepare, expected, alone }: Case, most: number): Promise<Sample> {
  const next = await prepare(place)
  const amount = alone ? Math.ceil(most / 10) : most
  const before = cpuOf(webPid)
  const latencies = await drive(alone ? place.single : place.agent, place.port, next, expected, amount)
  return { cpuMs: (cpuOf(webPid) - before) / amount, latencies }
}

function summarise({ name, goal }: Case, index: number, rounds: readonly Sample[][]): Measured {
  const own = rounds.map((round) => round[index] as Sample)
  const floor = rounds.map((round) => round[0] as Sample)
  const times = own.map((sample, i) => sample.cpuMs / (floor[i] as Sample).cpuMs)
  const latencyMs = medianOf(own.flatMap((sample) => sample.latencies))
  return {
    name,
    goal,
    cpuMs: calmCpuOf(own),
    cpuTimes: calmCpuOf(own) / calmCpuOf(floor),
    latencyMs,
    latencyTimes: latencyMs / medianOf(floor.flatMap((sample) => sample.latencies)),
    spread: [Math.min(...times), Math.max(...times)],
  }
}

/**
 * The mean of the calmer half of the rounds: whatever else runs can only make a request dearer (it cools the caches). A mean and not a
 * median, because the kernel counts CPU in steps of 10 ms.
 */
function calmCpuOf(samples: readonly Sample[]): number {
  const sorted = samples.map(({ cpuMs }) => cpuMs).sort((a, b) => a - b)
  const calmer = sorted.slice(0, Math.ceil(sorted.length / 2))
  return calmer.reduce((sum, value) => sum + value, 0) / calmer.length
}
