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

const MINUTE_MS = 60_000

/** Longer than a page needs until all that it asks for once has been asked. */
const SETTLE_MS = 8000

/** A minute without any page, one with a page that has a socket, one with a page that must poll. */
export async function measureIdlePage(url: string, webPid: number, db: Client, target: Target): Promise<Idle[]> {
  const minute = async (how: string, heard: Request[] = []): Promise<Idle> => {
    const [cpu, transactions] = [cpuOf(webPid), await transactionsOf(db)]
    heard.length = 0
    await delay(MINUTE_MS)
    const asked = heard.slice()
    return {
      how,
      requests: asked.length,
      unchanged: (await Promise.all(asked.map((request) => request.response()))).filter((answer) => answer?.status() === 304).length,
      bytes: (await Promise.all(asked.map(bytesOf))).reduce((sum, bytes) => sum + bytes, 0),
      transactions: (await transactionsOf(db)) - transactions,
      cpuMs: cpuOf(webPid) - cpu,
    }
  }
  const nobody = await minute('no page')
  const browser = await chromium.launch(lightChromium)
  try {
    const withPage = async (how: string, prepare: (context: BrowserContext) => Promise<unknown>): Promise<Idle> => {
      const context = await browser.newContext({ baseURL: url, serviceWorkers: 'block' })
      await context.addCookies([{ name: 'next-auth.session-token', value: target.token, url }])
      await prepare(context)
      const page = await context.newPage()
      const heard: Request[] = []
      page.on('requestfinished', (request) => heard.push(request))
      await page.goto(`/pasien/konsultasi/${target.konsultasiId}`)
      await delay(SETTLE_MS)
      const idle = await minute(how, heard)
      await context.close()
      return idle
    }
    const live = await withPage('live', async () => undefined)
    return [nobody, live, await withPage('polling', (context) => context.routeWebSocket(/.*/, (socket) => socket.close()))]
  } finally {
    await browser.close()
  }
}

async function bytesOf(request: Request): Promise<number> {
  const { requestHeadersSize, requestBodySize, responseHeadersSize, responseBodySize } = await request.sizes()
  return requestHeadersSize + requestBodySize + responseHeadersSize + responseBodySize
}

async function transactionsOf(db: Client): Promise<number> {
  const { rows } = await db.query('SELECT xact_commit::int AS transaksi FROM pg_stat_database WHERE datname = current_database()')
  return rows[0].transaksi
}
