import { randomUUID } from 'node:crypto'
import { type CDPSession, chromium, type Page } from '@playwright/test'
import type { Client } from 'pg'
import type { App } from '@/e2e/app'
import { lightChromium } from '@/e2e/chromium'
import { toId } from '@/lib/domain/id'
import { bearer } from './cases'
import { call, medianOf, openConnections } from './drive'
import { openSesi } from './load'
import { loadMeja } from './load-meja'
import { align } from './report'

/** What comes in, and how often its dokter goes to another conversation, in eight hours. */
const EIGHT_HOURS = { minutes: 480, pesan: 2000, switches: 300 }
const STAGES = [10, 60, 240, 480]

/** Pesan that come before the page is waited for: its list asks once for what comes together. */
const TOGETHER = 4

/** Switches that are timed, between so many conversations that are kept. */
const TIMED = 20
const KEPT = 6

/** An open konsultasi of the desk, and the session of its pasien. */
interface Talk {
  readonly id: string
  readonly token: string
}

/** What the page of a desk holds after its garbage was collected. */
interface Held {
  readonly minutes: number
  readonly heap: number
  readonly nodes: number
  readonly listeners: number
}

/**
 * The page of a busy desk of thirty: what going between conversations that are kept takes, and what eight hours of work leave in its memory. Work is as
 * much as in that time, without the pauses.
 */
export async function benchMeja(app: App, db: Client): Promise<string> {
  const token = await loadMeja(db)
  const talks = await openTalks(db)
  const browser = await chromium.launch(lightChromium)
  try {
    const context = await browser.newContext({ baseURL: app.url, serviceWorkers: 'block', viewport: { width: 1440, height: 900 } })
    await context.addCookies([{ name: 'next-auth.session-token', value: token, url: app.url }])
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Performance.enable')
    // What compiles this file writes the names of functions down with it, which the page has not got.
    await page.addInitScript('globalThis.__name = (made) => made')
    await page.goto(`/dokter/konsultasi/${talks[0]?.id}`)
    await page.locator('[data-baris]').first().waitFor()
    const held = await work(page, devtools, app.port, talks)
    const [asItIs, slowed] = [await timeSwitches(page, talks), await slowedDown(devtools, () => timeSwitches(page, talks))]
    return [...align(tableOf(held)), '', `a switch to what is kept: ${asItIs} ms, on a processor four times as slow ${slowed} ms`].join(
      '\n',
    )
  } finally {
    await browser.close()
  }
}

async function openTalks(db: Client): Promise<Talk[]> {
  const { rows } = await db.query<{ id: string; pasien_id: string }>(
    "SELECT k.id, k.pasien_id FROM konsultasi k JOIN pengguna d ON d.id = k.dokter_id WHERE d.email = 'meja@bench.test' AND k.status = 'active' ORDER BY k.id",
  )
  const talks: Talk[] = []
  for (const { id, pasien_id } of rows) talks.push({ id: toId('konsultasi', id), token: await openSesi(db, pasien_id) })
  return talks
}

/** Pesan of all pasien come in; in between the dokter goes to another conversation, and answers in every third. */
async function work(page: Page, devtools: CDPSession, port: number, talks: readonly Talk[]): Promise<Held[]> {
  const agent = openConnections(1)
  const all: Held[] = []
  let [sent, switched] = [0, 0]
  for (const minutes of STAGES) {
    for (; sent < (EIGHT_HOURS.pesan * minutes) / EIGHT_HOURS.minutes; sent++) {
      // Most of them where its dokter is not.
      const { id, token } = talks[(sent * 7) % talks.length] as Talk
      const pesan = `Dok, ini kabar nomor ${sent}: demamnya sudah turun, tetapi malam masih batuk dan tidurnya kurang nyenyak.`
      const body = JSON.stringify({ konsultasi_id: id, pesan, client_id: randomUUID() })
      const listed = sent % TOGETHER === 0 ? page.waitForResponse((answer) => answer.url().includes('urut=meja')) : null
      const { status } = await call(agent, port, { method: 'POST', path: '/api/v1/pesan', headers: bearer(token), body })
      if (status !== 201) throw new Error(`a pesan was answered with ${status}`)
      await listed
      if (switched >= (EIGHT_HOURS.switches * sent) / EIGHT_HOURS.pesan) continue
      await goElsewhere(page, talks, switched++)
      if (switched % 3 === 0) await answerIn(page, `Baik, saya baca nomor ${sent}.`)
    }
    all.push({ minutes, ...(await heldBy(devtools)) })
    process.stderr.write(`${minutes} minutes of work done: ${((all.at(-1)?.heap ?? 0) / 1e6).toFixed(1)} MB\n`)
  }
  agent.destroy()
  return all
}

/** To one of those that are open and not shown, each time another. */
async function goElsewhere(page: Page, talks: readonly Talk[], n: number): Promise<void> {
  const others = talks.filter(({ id }) => !page.url().endsWith(id))
  const { id } = others[(n * 7) % others.length] as Talk
  await page.locator(`[data-baris="${id}"]`).evaluate((link: HTMLElement) => link.click())
  await page.waitForURL(`**/${id}`)
  await page.locator('[role=log][data-awake] [data-urutan]:visible').last().waitFor()
}

async function answerIn(page: Page, words: string): Promise<void> {
  const composer = page.locator('textarea[data-tulis]:visible')
  await composer.fill(words)
  await composer.press('Enter')
  await page.locator('[role=log]:visible').getByText(words).last().waitFor()
}

async function heldBy(devtools: CDPSession): Promise<Omit<Held, 'minutes'>> {
  // What is let go of by one collection may be what another was held by.
  for (let n = 0; n < 3; n++) await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') }
}

/** Milliseconds from the click to the frame that has the last pesan, at the median. */
async function timeSwitches(page: Page, talks: readonly Talk[]): Promise<string> {
  const ids = talks.flatMap(({ id }) => (page.url().endsWith(id) ? [] : [id])).slice(0, KEPT)
  const times: number[] = []
  for (let n = 0; n < KEPT + TIMED; n++) {
    const ms = await page.evaluate(clickAndLook, ids[n % KEPT] ?? '')
    if (n >= KEPT) times.push(ms)
  }
  return `${medianOf(times).toFixed(0)} (at most ${Math.max(...times).toFixed(0)})`
}

/** Runs in the page. It is left at its end, where the last pesan is seen when it is shown again. */
async function clickAndLook(id: string): Promise<number> {
  const shown = () => [...document.querySelectorAll('[role=log]')].find((log) => log.getClientRects().length > 0)
  const before = shown()
  const lastOf = (log: Element | undefined) => [...(log?.querySelectorAll('[data-urutan]') ?? [])].at(-1)
  const begun = performance.now()
  document.querySelector<HTMLElement>(`[data-baris="${id}"]`)?.click()
  while (shown() === before || !lastOf(shown())) {
    if (performance.now() - begun > 20_000) throw new Error(`The conversation ${id} was not shown.`)
    await new Promise((done) => requestAnimationFrame(done))
  }
  await new Promise((done) => requestAnimationFrame(done))
  const ms = performance.now() - begun
  lastOf(shown())?.scrollIntoView({ block: 'end' })
  return ms
}

async function slowedDown<T>(devtools: CDPSession, measure: () => Promise<T>): Promise<T> {
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const found = await measure()
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return found
}

function tableOf(held: readonly Held[]): string[][] {
  const [first] = held
  return [
    ['after minutes of work', 'heap MB', 'times', 'nodes', 'listeners'],
    ...held.map(({ minutes, heap, nodes, listeners }) => [
      String(minutes),
      (heap / 1e6).toFixed(1),
      (heap / (first?.heap ?? heap)).toFixed(2),
      ...[nodes, listeners].map(String),
    ]),
  ]
}
