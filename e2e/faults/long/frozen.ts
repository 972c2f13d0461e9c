import { readdirSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { postmasterOf, startApp } from '@/e2e/app'
import { readJournal, refusedIn } from '@/e2e/faults/journal'
import { readProc } from '@/e2e/proc'
import { sow } from './defects'
import type { Outcome } from './outcome'
import type { Plan } from './run'
import { underLoad } from './under-load'

/** Longer than anybody waits for an answer of the database, and for a second look after that. Milliseconds. */
const FROZEN_MS = 9500

/**
 * PostgreSQL is stopped in the middle of what it does, for longer than a sender is left without an answer, and goes on: a COMMIT that it had read is
 * carried out then, after its sender was told 503.
 */
export async function frozen({ failovers: times, isSown }: Plan, say: (text: string) => void): Promise<Outcome> {
  const app = await startApp({ REALTIME: 'off', RATE_LIMIT: 'off' })
  let told = { refused: 0, storedAllTheSame: 0 }
  try {
    const outcome = await underLoad(app.url, { sow: isSown && ((k) => sow('frozen', app.databaseUrl, k)) }, async ({ strike, journal }) => {
      for (let n = 1; n <= times; n++) {
        await strike(async () => {
          const pids = familyOf(postmasterOf(app))
          for (const pid of pids) process.kill(pid, 'SIGSTOP')
          await delay(FROZEN_MS)
          for (const pid of pids) process.kill(pid, 'SIGCONT')
        })
        told = refusedIn(readJournal(journal))
        say(`${n} times frozen, ${told.refused} told 503, ${told.storedAllTheSame} of them stored all the same`)
      }
    })
    return { ...outcome, seen: `${told.refused} told 503, ${told.storedAllTheSame} of them stored all the same, found by their client_id` }
  } finally {
    await app.stop()
  }
}

/** A process and its children. */
const familyOf = (parent: number): number[] => [
  parent,
  ...readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(/\) \S (\d+)/.exec(readProc(name, 'stat'))?.[1]) === parent)
    .map(Number),
]
