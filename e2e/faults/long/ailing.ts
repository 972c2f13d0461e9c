import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postmasterOf, startApp } from '@/e2e/app'
import { Client } from '@/e2e/client'
import { Clinic } from '@/e2e/clinic'
import { AILMENTS, type Ailment, fullOf } from '@/e2e/faults/ailments'
import { mountSmallDisk } from '@/e2e/faults/small-disk'
import { openCounter } from '@/e2e/statements'
import { startEmbeddedPostgres } from '@/lib/cli/postgres/server'
import { loadSecrets } from '@/lib/cli/secrets'
import type { Outcome, Plan } from './run'
import { underLoad } from './under-load'

const ADMIN = { email: 'kepala@klinik.test', password: 'samudra-luas-77' }

/** Enough for a new database and what is written here. */
const DISK_MB = 400

/** A database that goes on running and does not do what it should: each ailment in turn. A full disk is among them where one can be mounted. */
export async function ailing({ ailments }: Plan, say: (text: string) => void): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'sapa-sakit-'))
  const disk = mountSmallDisk(folder, DISK_MB)
  if (!disk) say('no disk can be mounted here, so none gets full')
  const postgres = await startEmbeddedPostgres(folder, loadSecrets(folder))
  const way = await openCounter(postgres.url)
  const settings = { DATABASE_URL: way.url, NEXTAUTH_SECRET: 'x'.repeat(48), RATE_LIMIT: 'off' }
  const app = await startApp({ ...settings, ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password })
  const counts = new Map<string, number>()
  try {
    const outcome = await underLoad(app.url, ADMIN, async ({ strike, acknowledged, writer, konsultasiId }) => {
      const patient = {
        postmaster: postmasterOf({ dataDir: folder }),
        superuserUrl: postgres.superuserUrl('sapa'),
        way,
        writer,
        konsultasiId,
      }
      const aside = await new Clinic(new Client(app.url), ADMIN).active()
      const full =
        disk && fullOf(disk, async () => (await aside.pasien.api.post('/pesan', { konsultasi_id: aside.id, pesan: 'Muat?' })).status)
      const kinds: [string, Ailment][] = [...Object.entries(AILMENTS), ...(full ? [['full', full] as [string, Ailment]] : [])]
      for (let n = 0; n < ailments; n++) {
        const [name, ail] = kinds[n % kinds.length] as (typeof kinds)[number]
        await strike(() => ail(patient))
        counts.set(name, (counts.get(name) ?? 0) + 1)
        say(`${n + 1} ailments (${name}), ${acknowledged()} acknowledged`)
      }
    })
    return { ...outcome, seen: [...counts].map(([name, count]) => `${name} ${count}`).join(', ') }
  } finally {
    await app.stop()
    way.close()
    await postgres.stop()
    disk?.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
