import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from '@/e2e/client'
import { Clinic } from '@/e2e/clinic'
import { check, startLoad } from '@/e2e/faults/load'
import type { Outcome } from './run'

/** Four senders, two for each of the two people. */
const SENDERS = 2

/** How long a fault may hold everybody up, in milliseconds; longer is a failure of the run. */
const PATIENCE_MS = 60_000

export interface Blows {
  readonly journal: string
  readonly acknowledged: () => number
  /** By which a page that is open sees that the database is another one. */
  readonly epoch: () => Promise<string>
  /** Does a fault while sends are under way, and waits until pesan are acknowledged again. */
  readonly strike: (blow: () => Promise<void> | void) => Promise<void>
}

/**
 * Drives a new conversation of this clinic while `work` strikes, and has the checker read all of it anew.
 * @param url where the senders send to, and where it is read afterwards
 */
export async function underLoad(
  url: string,
  admin: { email: string; password: string } | undefined,
  work: (blows: Blows) => Promise<void>,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'sapa-gangguan-'))
  const journal = join(folder, 'jurnal')
  const k = await new Clinic(new Client(url), admin).active()
  const driven = { id: k.id, tokens: [k.pasien.token, k.dokter.token].flatMap((token) => Array<string>(SENDERS).fill(token)) }
  const load = startLoad(url, driven, journal)
  const recovery: number[] = []
  const grows = async (from: number) => {
    const started = performance.now()
    while (load.acknowledged() <= from) {
      if (performance.now() - started > PATIENCE_MS) throw new Error(`Nothing was acknowledged for ${PATIENCE_MS / 1000} s.`)
      await delay(20)
    }
  }
  try {
    await grows(20)
    await work({
      journal,
      acknowledged: load.acknowledged,
      epoch: async () => (await k.pasien.api.get(`/pesan/${k.id}?per_page=1`)).body.meta.epoch,
      strike: async (blow) => {
        // A blow between two sends would show nothing.
        while (load.inFlight() === 0) await delay(1)
        const started = performance.now()
        await blow()
        // Those that were answered before the blow are not what shows that it came back.
        await grows(load.acknowledged() + driven.tokens.length)
        recovery.push(performance.now() - started)
      },
    })
    await load.stop()
    return { faults: recovery.length, recovery, ...(await check(url, driven, journal)) }
  } finally {
    load.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}
