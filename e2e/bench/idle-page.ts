import { setTimeout as delay } from 'node:timers/promises'
import { type BrowserContext, chromium, type Request } from '@playwright/test'
import type { Client } from 'pg'
import { cpuOf } from '@/e2e/app'
import { lightChromium } from '@/e2e/chromium'
import type { Target } from './load'

/** What an open conversation in which nothing happens asks for, in a minute. */
export interface Idle {
  readonly how: string
  readonly requests: number
  /** Requests that were answered with 304. */
  readonly unchanged: number
  /** Of requests and answers with their headers. */
  readonly bytes: number
  /** That the database has committed, with what the system does by itself. */
  readonly transactions: number
  readonly cpuMs: number
}

/** Whose page it is. */
interface Side {
  readonly wing: 'pasien' | 'dokter'
  readonly token: string
}

/** There a dokter has their list beside the conversation. */
const WIDE = { width: 1280, height: 800 }

const MINUTE_MS = 60_000

/** Longer than a page needs until all that it asks for once has been asked. */
const SETTLE_MS = 8000

/**
 * Half a minute without any page, reckoned as a whole one; then a minute with a page that has a socket, one with a page that must poll, and one with
 * such a page of a dokter, beside their list.
 */
export async function measureIdlePage(url: string, webPid: number, db: Client, target: Target): Promise<Idle[]> {
  const watch = async (how: string, heard: Request[] = [], share = 1): Promise<Idle> => {
    const [cpu, transactions] = [cpuOf(webPid), await transactionsOf(db)]
    heard.length = 0
    await delay(MINUTE_MS * share)
    const asked = heard.slice()
    return {
      how,
      requests: asked.length,
      unchanged: (await Promise.all(asked.map((request) => request.response()))).filter((answer) => answer?.status() === 304).length,
      bytes: (await Promise.all(asked.map(bytesOf))).reduce((sum, bytes) => sum + bytes, 0),
      transactions: Math.round(((await transactionsOf(db)) - transactions) / share),
      cpuMs: (cpuOf(webPid) - cpu) / share,
    }
  }
  const nobody = await watch('no page', [], 0.5)
  const browser = await chromium.launch(lightChromium)
  try {
    const withPage = async (how: string, { token, wing }: Side, prepare?: (context: BrowserContext) => Promise<unknown>): Promise<Idle> => {
      const context = await browser.newContext({ baseURL: url, serviceWorkers: 'block', viewport: WIDE })
      await context.addCookies([{ name: 'next-auth.session-token', value: token, url }])
      await prepare?.(context)
      const page = await context.newPage()
      const heard: Request[] = []
      page.on('requestfinished', (request) => heard.push(request))
      await page.goto(`/${wing}/konsultasi/${target.konsultasiId}`)
      await delay(SETTLE_MS)
      const idle = await watch(how, heard)
      await context.close()
      return idle
    }
    const pasien: Side = { wing: 'pasien', token: target.token }
    const dokter: Side = { wing: 'dokter', token: target.dokterToken }
    return [
      nobody,
      await withPage('live', pasien),
      await withPage('polling', pasien, withoutSocket),
      await withPage('polling, beside the desk', dokter, withoutSocket),
    ]
  } finally {
    await browser.close()
  }
}

const withoutSocket = (context: BrowserContext) => context.routeWebSocket(/.*/, (socket) => socket.close())

async function bytesOf(request: Request): Promise<number> {
  const { requestHeadersSize, requestBodySize, responseHeadersSize, responseBodySize } = await request.sizes()
  return requestHeadersSize + requestBodySize + responseHeadersSize + responseBodySize
}

async function transactionsOf(db: Client): Promise<number> {
  const { rows } = await db.query('SELECT xact_commit::int AS transaksi FROM pg_stat_database WHERE datname = current_database()')
  return rows[0].transaksi
}
