import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type App, findFreePort, findWebServer, postmasterOf, startApp } from '@/e2e/app'
import { isGone } from '@/e2e/faults/load'
import { sow } from './defects'
import type { Outcome } from './outcome'
import type { Plan } from './run'
import { underLoad } from './under-load'

/** Every so many kills the supervisor goes too, with the realtime server and the jobs in it, and everything is started anew. */
const WHOLE_EVERY = 15

/** kill -9 of the web server and of PostgreSQL in turn, and of the supervisor, under senders that try again. */
export async function kills({ kills: wanted, pesan, isSown }: Plan, say: (text: string) => void): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'sapa-kill-'))
  const settings = { DATA_DIR: folder, PORT: String(await findFreePort()), RATE_LIMIT: 'off' }
  let app: App = await startApp(settings)
  const kill = async (pid: number) => {
    process.kill(pid, 'SIGKILL')
    while (!isGone(pid)) await delay(5)
  }
  const killWhole = async () => {
    const postmaster = postmasterOf(app)
    await kill(app.supervisorPid)
    // What it leaves behind ends by itself; a start over the same folder waits for that.
    while (!isGone(postmaster)) await delay(20)
    app = await startApp(settings)
  }
  const counts = { web: 0, PostgreSQL: 0, whole: 0 }
  try {
    const outcome = await underLoad(
      app.url,
      { sow: isSown && ((k) => sow('kills', app.databaseUrl, k)) },
      async ({ strike, acknowledged }) => {
        for (let n = 1; n <= wanted || acknowledged() < pesan; n++) {
          if (n > wanted) await delay(500)
          else if (n % WHOLE_EVERY === 0) await strike(killWhole).then(() => counts.whole++)
          else if (n % 2) await strike(() => kill(findWebServer(app.supervisorPid))).then(() => counts.web++)
          else await strike(() => kill(postmasterOf(app))).then(() => counts.PostgreSQL++)
          if (n % 10 === 0 && n <= wanted) say(`${n} kills, ${acknowledged()} acknowledged`)
        }
      },
    )
    return {
      ...outcome,
      seen: Object.entries(counts)
        .map(([what, count]) => `${what} ${count}`)
        .join(', '),
    }
  } finally {
    await app.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
