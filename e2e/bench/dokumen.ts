import type { Client } from 'pg'
import type { App } from '@/e2e/app'
import { NextAuthBrowser } from '@/e2e/next-auth-browser'
import { CASES_DOKUMEN, type Case, inTurn, type Place } from './cases'
import { type Call, openConnections } from './drive'
import { loadPesan, openTargets } from './load'
import { loadDokumen } from './load-dokumen'
import { type Effort, measure } from './measure'
import { type Stage, tableOf } from './report'

const [FEW, MANY] = [1000, 1_000_000]
/** People whose list of dokumen is opened: each signs in. */
const SIGNED_IN = 5

/** Measures what is about dokumen at a thousand of them and at a million: a hundred in each konsultasi, a thousand of each pasien. */
export async function benchDokumen(app: App, db: Client, effort: Effort): Promise<string> {
  const [agent, single] = [openConnections(8), openConnections(1)]
  const stageAt = async (amount: number, konsultasi: number): Promise<Stage> => {
    await loadPesan(db, amount, { searched: false })
    await loadDokumen(db, 1)
    const place = { agent, single, port: app.port, db, targets: await openTargets(db, konsultasi), mejaToken: '' }
    const cases = [...CASES_DOKUMEN, await pageOfPasien(app.url, place)]
    return { pesan: amount, measured: await measure(place, app.webPid, cases, effort) }
  }
  const small = await stageAt(FEW, 10)
  const large = await stageAt(MANY, 50)
  agent.destroy()
  single.destroy()
  return tableOf(small, large, 'dokumen').join('\n')
}

/** The list of all dokumen of a pasien, as their browser asks for it. */
async function pageOfPasien(url: string, { db, targets }: Place): Promise<Case> {
  const calls: Call[] = []
  for (const { konsultasiUuid } of targets.slice(0, SIGNED_IN)) {
    const { rows } = await db.query<{ email: string }>(WITH_PASSWORD, [konsultasiUuid])
    const browser = new NextAuthBrowser(url)
    await browser.signIn(rows[0]?.email, 'demo-konsultasi')
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    calls.push({ method: 'GET', path: '/pasien/dokumen', headers: { cookie } })
  }
  return { name: 'page /pasien/dokumen', expected: 200, prepare: async () => inTurn(calls) }
}

/** The password of the demo clinic's pasien is theirs too. */
const WITH_PASSWORD = `
  UPDATE pengguna SET kata_sandi = (SELECT kata_sandi FROM pengguna WHERE email = 'pasien@demo.id')
   WHERE id = (SELECT pasien_id FROM konsultasi WHERE id = $1) RETURNING email`
