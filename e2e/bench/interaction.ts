import { chromium, type Page } from '@playwright/test'
import type { Client } from 'pg'
import type { App } from '@/e2e/app'
import { lightChromium } from '@/e2e/chromium'
import { toId } from '@/lib/domain/id'
import { medianOf } from './drive'
import { loadMeja } from './load-meja'
import { align } from './report'

/** Milliseconds from a press to the next frame, as browsers count them (Event Timing): in steps of 8, and 16 for all that is shorter. */
interface Felt {
  readonly what: string
  readonly medianMs: number
  readonly worstMs: number
}

const PESAN = 5000
const TIMES = 20
const SLOWER = 4
/** Shorter interactions are not told apart by a browser, in milliseconds. */
const SHORTEST_MS = 16
const GOAL_MS = 100

/** What a dokter feels at a desk of thirty, in a conversation of 5,000 pesan, on a processor four times as slow as this one. */
export async function benchInteraction(app: App, db: Client): Promise<string> {
  const token = await loadMeja(db)
  const [long, ...others] = await talksOf(db)
  if (!long) throw new Error('there is no konsultasi')
  await db.query(GROW, [long, PESAN])
  await db.query('UPDATE konsultasi SET urutan = $2::int, rev = rev + 2 * $2::int WHERE id = $1', [long, PESAN])
  const browser = await chromium.launch(lightChromium)
  try {
    const context = await browser.newContext({ baseURL: app.url, serviceWorkers: 'block', viewport: { width: 1440, height: 900 } })
    await context.addCookies([{ name: 'next-auth.session-token', value: token, url: app.url }])
    const page = await context.newPage()
    await page.addInitScript('globalThis.__name = (made) => made')
    await page.addInitScript(listen, SHORTEST_MS)
    await page.goto(`/dokter/konsultasi/${toId('konsultasi', long)}`)
    await page.locator('[role=log][data-awake] [data-urutan]').last().waitFor()
    await readBack(page)
    await keep(page, others)
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    return tellOf([await typing(page), await openingMenus(page), await sending(page), await switching(page, [long, ...others])])
  } finally {
    await browser.close()
  }
}

const KEPT = 4

async function talksOf(db: Client): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT k.id FROM konsultasi k JOIN pengguna d ON d.id = k.dokter_id WHERE d.email = 'meja@bench.test' AND k.status = 'active' ORDER BY k.id LIMIT ${KEPT}`,
  )
  return rows.map(({ id }) => id)
}

/** What is there stays; what comes is between it and now. */
const GROW = `
  INSERT INTO chat_messages (id, konsultasi_id, pengirim_id, penerima_id, urutan, rev, client_id, pesan, dibuat_pada, dibaca_pada, dibaca_oleh)
  SELECT uuidv7(), k.id, a.pengirim, a.penerima, u, k.rev + u, gen_random_uuid(),
         'Dok, ini pesan nomor ' || u || ': demamnya sudah turun, tetapi malam masih batuk.', now() + make_interval(mins => u - $2::int), now(), a.penerima
    FROM konsultasi k CROSS JOIN generate_series(k.urutan + 1, $2::int) u
   CROSS JOIN LATERAL (SELECT CASE WHEN u % 2 = 1 THEN k.pasien_id ELSE k.dokter_id END AS pengirim,
                              CASE WHEN u % 2 = 1 THEN k.dokter_id ELSE k.pasien_id END AS penerima) a
   WHERE k.id = $1 ORDER BY u`

/** Runs in the page before it does: writes down how long each press took until a frame showed it, by the press. */
function listen(shortest: number): void {
  const pressed = new Map<number, number>()
  Object.assign(globalThis, { pressed })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[])
      if (entry.interactionId > 0) pressed.set(entry.interactionId, Math.max(pressed.get(entry.interactionId) ?? 0, entry.duration))
  }).observe({ type: 'event', durationThreshold: shortest, buffered: true } as PerformanceObserverInit)
}

/** Far enough up that the page holds as many rows as it ever does, and back. */
async function readBack(page: Page): Promise<void> {
  const log = page.locator('[role=log]:visible')
  for (let n = 0; n < 8; n++) {
    const first = await log.locator('[data-urutan]').first().getAttribute('data-urutan')
    await log.evaluate((element) => element.scrollTo({ top: 0 }))
    await page.waitForFunction(
      (before) => document.querySelector('[role=log] [data-urutan]')?.getAttribute('data-urutan') !== before,
      first,
    )
  }
  await page.getByRole('button', { name: /pesan terbaru/i }).click()
  await log.locator(`[data-urutan="${PESAN}"]`).waitFor()
}

/** Opens these conversations, and comes back to the one that was open. */
async function keep(page: Page, others: readonly string[]): Promise<void> {
  const back = page.url().slice(page.url().lastIndexOf('/') + 1)
  for (const id of [...others.map((uuid) => toId('konsultasi', uuid)), back]) await goTo(page, id)
}

async function goTo(page: Page, id: string): Promise<void> {
  await page.locator(`[data-baris="${id}"]`).click()
  await page.waitForURL(`**/${id}`)
  await page.locator('[role=log][data-awake] [data-urutan]:visible').last().waitFor()
}

async function typing(page: Page): Promise<Felt> {
  await page.locator('textarea[data-tulis]:visible').click()
  return felt(page, 'typing a letter', (n) => page.keyboard.press('abcdefghij'[n % 10] ?? 'a'))
}

async function openingMenus(page: Page): Promise<Felt> {
  const rows = page.locator('[role=log]:visible [data-pilihan]')
  const count = await rows.count()
  const close = async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'hidden' })
  }
  const open = async (n: number) => {
    await rows.nth(count - 1 - (n % 5)).click()
    await page.getByRole('menu').waitFor()
  }
  return felt(page, 'opening the menu of a pesan', open, close)
}

async function sending(page: Page): Promise<Felt> {
  const composer = page.locator('textarea[data-tulis]:visible')
  const send = async (n: number) => {
    await page.keyboard.press('Enter')
    await page.locator('[role=log]:visible').getByText(`Baik, nomor ${n}.`).waitFor()
  }
  const write = (n: number) => composer.fill(`Baik, nomor ${n + 1}.`)
  await write(-1)
  return felt(page, 'sending', send, write)
}

async function switching(page: Page, uuids: readonly string[]): Promise<Felt> {
  const ids = uuids.map((uuid) => toId('konsultasi', uuid))
  return felt(page, 'going to a conversation that is kept', (n) => goTo(page, ids[(n + 1) % ids.length] ?? ''))
}

/** Does it so often, each time with a calm page. What comes `between` is not counted. */
async function felt(
  page: Page,
  what: string,
  act: (n: number) => Promise<unknown>,
  between?: (n: number) => Promise<unknown>,
): Promise<Felt> {
  const ms: number[] = []
  for (let n = 0; n < TIMES; n++) {
    await calm(page)
    await page.evaluate(() => (globalThis as unknown as Watched).pressed.clear())
    await act(n)
    await calm(page)
    ms.push(await page.evaluate((least) => Math.max(least, ...(globalThis as unknown as Watched).pressed.values()), SHORTEST_MS))
    await between?.(n)
  }
  return { what, medianMs: medianOf(ms), worstMs: Math.max(...ms) }
}

interface Watched {
  readonly pressed: Map<number, number>
}

/** Until frames have been shown and nothing is left to do for a moment. */
const calm = (page: Page) =>
  page.evaluate(async () => {
    for (let n = 0; n < 2; n++) await new Promise((done) => requestAnimationFrame(done))
    await new Promise((done) => requestIdleCallback(done))
  })

const tellOf = (all: readonly Felt[]): string =>
  align([
    [`press to next frame, ${PESAN} pesan, processor ${SLOWER} times slower`, 'median ms', 'worst', 'goal'],
    ...all.map(({ what, medianMs, worstMs }) => [what, ...[medianMs, worstMs, GOAL_MS].map((ms) => ms.toFixed(0))]),
  ]).join('\n')
