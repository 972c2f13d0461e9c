import { startApp } from '@/e2e/app'
import { sow } from './defects'
import type { Outcome } from './outcome'
import { hasPair, openPair } from './pair'
import type { Plan } from './run'
import { underLoad } from './under-load'

const ADMIN = { email: 'kepala@klinik.test', password: 'samudra-luas-77' }

/** The primary of two PostgreSQL in synchronous replication is killed under load; HAProxy leads to the other one. */
export async function failover({ failovers, isSown }: Plan, say: (text: string) => void): Promise<Outcome> {
  if (!hasPair()) throw new Error('failover needs Debian’s packages postgresql-15 and haproxy.')
  const pair = await openPair()
  const settings = { DATABASE_URL: pair.url, NEXTAUTH_SECRET: 'x'.repeat(48), RATE_LIMIT: 'off' }
  const app = await startApp({ ...settings, ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password })
  try {
    const epochs = new Set<string>()
    const outcome = await underLoad(
      app.url,
      { admin: ADMIN, sow: isSown && ((k) => sow('failover', pair.url, k)) },
      async ({ strike, acknowledged, epoch }) => {
        epochs.add(await epoch())
        for (let n = 1; n <= failovers; n++) {
          await strike(pair.failOver)
          epochs.add(await epoch())
          await pair.repair()
          say(`${n} failovers, ${acknowledged()} acknowledged`)
        }
      },
    )
    return { ...outcome, seen: `another epoch after ${epochs.size - 1}` }
  } finally {
    await app.stop()
    await pair.close()
  }
}
