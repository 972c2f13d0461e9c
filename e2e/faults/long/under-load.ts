import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from '@/e2e/client'
import { Clinic, type Konsultasi } from '@/e2e/clinic'
import { check, startLoad } from '@/e2e/faults/load'
import type { Outcome } from './outcome'

/** Four senders, two for each of the two people. */
const SENDERS = 2

/** How long a fault may hold everybody up, in milliseconds; longer is a failure of the run. */
const PATIENCE_MS = 60_000

/** Something that breaks and is mended again. */
export interface Outage {
  readonly begin: () => Promise<void> | void
  readonly end: () => Promise<void> | void
  /** Answered by the time that this is true, the outage has shown itself: so much is waited for before it ends. */
  readonly isSeen: () => boolean | Promise<boolean>
  /** How long that may take, in milliseconds. */
  readonly patienceMs?: number
}

export interface Blows {
  readonly journal: string
  readonly person: Konsultasi
  readonly acknowledged: () => number
  /** By which a page that is open sees that the database is another one. */
  readonly epoch: () => Promise<string>
  /** Does a fault while sends are under way, and waits until pesan are acknowledged again. */
  readonly strike: (blow: () => Promise<void> | void) => Promise<void>
  /** Breaks something for as long as it takes to be seen, and waits until pesan (with `files`: those with files) are acknowledged again. */
  readonly outage: (outage: Outage) => Promise<void>
  readonly acknowledgedFiles: () => number
  /** Statuses that sends of files were refused with so far. */
  readonly refusedFiles: () => (number | null)[]
}

interface Load {
  readonly admin?: { readonly email: string; readonly password: string } | undefined
  /** Two more who send a file with each pesan; an outage is over when theirs are acknowledged. */
  readonly files?: boolean
  /** What is done when all have sent their last, before it is read anew: breaks what the checker has to see. */
  readonly sow?: ((k: Konsultasi) => Promise<void>) | false
}

/**
 * Drives a new conversation of this clinic while `work` strikes, and has the checker read all of it anew.
 * @param url where the senders send to, and where it is read afterwards
 */
export async function underLoad(url: string, { admin, files = false, sow }: Load, work: (blows: Blows) => Promise<void>): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'sapa-gangguan-'))
  const journal = join(folder, 'jurnal')
  const k = await new Clinic(new Client(url), admin).active()
  const both = [k.pasien.token, k.dokter.token]
  const driven = { id: k.id, tokens: both.flatMap((token) => Array<string>(SENDERS).fill(token)), withFiles: files ? both : [] }
  const load = startLoad(url, driven, journal)
  const recovery: number[] = []
  const grows = (from: number, acknowledged = load.acknowledged) =>
    until(() => acknowledged() > from, `Nothing was acknowledged for ${PATIENCE_MS / 1000} s.`)
  try {
    await grows(20)
    if (files) await grows(2, load.acknowledgedFiles)
    await work({
      journal,
      person: k,
      refusedFiles: () => load.failures('lampiran'),
      acknowledged: load.acknowledged,
      acknowledgedFiles: load.acknowledgedFiles,
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
      outage: async ({ begin, end, isSeen, patienceMs }) => {
        while (load.inFlight() === 0) await delay(1)
        await begin()
        try {
          await until(isSeen, 'Nothing was seen of the outage.', patienceMs)
        } finally {
          await end()
        }
        const started = performance.now()
        if (files) await grows(load.acknowledgedFiles() + driven.withFiles.length, load.acknowledgedFiles)
        else await grows(load.acknowledged() + driven.tokens.length)
        recovery.push(performance.now() - started)
      },
    })
    await load.stop()
    if (sow) await sow(k)
    return { faults: recovery.length, recovery, ...(await check(url, driven, journal)) }
  } finally {
    load.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function until(isTrue: () => boolean | Promise<boolean>, otherwise: string, patienceMs = PATIENCE_MS): Promise<void> {
  const started = performance.now()
  while (!(await isTrue())) {
    if (performance.now() - started > patienceMs) throw new Error(otherwise)
    await delay(20)
  }
}

/** How often each was seen, in words. */
export function counted(seen: readonly unknown[]): string {
  const counts = new Map<string, number>()
  for (const one of seen) counts.set(String(one), (counts.get(String(one)) ?? 0) + 1)
  return [...counts].map(([what, count]) => `${count} × ${what}`).join(', ') || 'none'
}
