import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp } from '@/e2e/app'
import { Client } from '@/e2e/client'
import { Clinic, demand } from '@/e2e/clinic'
import { type Found, judge, type Line } from '@/e2e/faults/journal'
import { startEmbeddedPostgres } from '@/lib/cli/postgres/server'
import { loadSecrets } from '@/lib/cli/secrets'
import { sow } from './defects'
import type { Outcome } from './outcome'
import type { Plan } from './run'

const ADMIN = { email: 'kepala@klinik.test', password: 'samudra-luas-77' }
const PESAN = 50
const TIMES = 20

/** The same pesan twenty times at once, over two instances. */
export async function twins({ isSown }: Plan): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'sapa-kembar-'))
  const postgres = await startEmbeddedPostgres(folder, loadSecrets(folder))
  const shared = { DATABASE_URL: postgres.url, NEXTAUTH_SECRET: 'x'.repeat(48), REALTIME: 'off', RATE_LIMIT: 'off' }
  const apps = await Promise.all([1, 2].map(() => startApp({ ...shared, ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password })))
  try {
    const [one, two] = apps.map(({ url }) => new Client(url)) as [Client, Client]
    const k = await new Clinic(one, ADMIN).active()
    const journal: Line[] = []
    const statuses = new Map<number, number>()
    for (let n = 1; n <= PESAN; n++) {
      const json = { konsultasi_id: k.id, client_id: randomUUID(), pesan: `Kembar ${n}` }
      journal.push({ was: 'sent', client_id: json.client_id, pesan: json.pesan })
      const answers = await Promise.all(
        Array.from({ length: TIMES }, (_, at) => (at % 2 ? one : two).bearing(k.pasien.token).post<{ urutan: number }>('/pesan', json)),
      )
      for (const { status, body } of answers) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        if (status < 300) journal.push({ was: 'acknowledged', client_id: json.client_id, urutan: body.data.urutan })
      }
    }
    if (isSown) await sow('twins', postgres.url, k)
    const found = demand(200, await two.bearing(k.pasien.token).get<Found[]>(`/pesan/${k.id}?per_page=100`))
    const seen = [...statuses].map(([status, count]) => `${count} × ${status}`).join(', ')
    return { faults: PESAN * (TIMES - 1), recovery: [], ...judge(journal, found), seen }
  } finally {
    await Promise.all(apps.map(({ stop }) => stop()))
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
